"""The search node gone."""

from tests.load.faults.fault import Fault


class Gone(Fault):
    name = "search gone"
    expected = "searches are answered from the database; the index catches up afterwards"
    lasts = 20.0

    def strike(self) -> str:
        assert self.stage.search is not None
        return f"kill -9 of the node {self.stage.search.kill()} for {self.lasts:.0f} s"

    def heal(self) -> None:
        assert self.stage.search is not None
        self.stage.search.start()
        self.stage.search.await_answer()

    def can_strike(self) -> str:
        return "" if self.stage.search else "no search node here"
