"""A carrier that is slow, away or answers nonsense, and one that lies about its prices."""

import threading

from tests.load.faults.fault import Fault
from tests.load.stage.liar import LIES
from tests.peers.carriers.peer import Fault as Trouble

ALL = (
    Trouble.NOT_JSON, Trouble.TOO_LONG, Trouble.DRIP, Trouble.HANGS_UP, Trouble.LOST_ANSWER, Trouble.NULL, Trouble.LIST,
    Trouble.EMPTY_OBJECT, Trouble.DOWN, Trouble.TOO_OFTEN, Trouble.REDIRECT,
)  # fmt: skip


class Confused(Fault):
    name = "carrier answers nonsense"
    expected = "other ways of delivery are offered, the silent carrier is named; parcels are booked later, once"
    lasts = 20.0

    def strike(self) -> str:
        for _ in range(60):
            for trouble in ALL:
                self.stage.peers.carrier.trouble(trouble)
        return f"{', '.join(ALL)} in turn for {self.lasts:.0f} s"

    def heal(self) -> None:
        self.stage.peers.carrier.calm()


class Lying(Fault):
    name = "carrier lies about prices"
    expected = "none of them is offered; other ways of delivery are"
    lasts = 15.0

    def strike(self) -> str:
        return f"all prices are, in turn, {', '.join(map(repr, LIES))}"

    def happen(self, over: threading.Event) -> str:
        for lie in LIES:
            self.stage.peers.carrier.lie = lie
            over.wait(self.lasts / len(LIES))
        self.stage.peers.carrier.lie = 0
        return self.strike()
