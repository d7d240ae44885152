"""PostgreSQL restarted at once, out of reach, and failing over to its standby."""

from tests.load.faults.fault import Fault


class Restarted(Fault):
    name = "PostgreSQL restarted"
    expected = "a page and an API answer that say that it passes (503), none bare"
    lasts = 8.0

    def strike(self) -> str:
        self.stage.nodes.primary.restart_at_once()
        return "pg_ctl restart -m immediate"


class Unreachable(Fault):
    name = "PostgreSQL out of reach"
    expected = "a page and an API answer that say that it passes (503), none bare"

    def strike(self) -> str:
        self.stage.way_to_database.close()
        return f"every connection cut and none let in for {self.lasts:.0f} s"

    def heal(self) -> None:
        self.stage.way_to_database.open()


class FailsOver(Fault):
    name = "PostgreSQL fails over"
    expected = "as out of reach, until the standby leads; every acknowledged order is on it"
    lasts = 10.0

    def strike(self) -> str:
        nodes = self.stage.nodes
        if not nodes.is_doubled:
            nodes.double()
        new = nodes.fail_over()
        self.stage.way_to_database.lay_to(new.port)
        return f"kill -9 of the primary; its synchronous standby promoted, now on port {new.port}"

    def heal(self) -> None:
        self.stage.nodes.double()
