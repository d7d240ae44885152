"""Stripe slow, down, wrong, and cutting the line after it has charged."""

from typing import ClassVar

from tests.load.faults.fault import Fault
from tests.peers.stripe.switches import Trouble
from tests.peers.stripe.webhooks import SECRET

MANY = 2000


class _Troubled(Fault):
    troubles: ClassVar[tuple[Trouble, ...]]
    path = "/v1/"
    lasts = 14.0
    pause = 1.0

    def strike(self) -> str:
        switches = self.stage.peers.stripe.switches
        switches.pause = self.pause
        for number in range(MANY):
            switches.meet(self.troubles[number % len(self.troubles)], self.path)
        return f"{', '.join(self.troubles)} for {self.lasts:.0f} s"

    def heal(self) -> None:
        switches = self.stage.peers.stripe.switches
        with switches._lock:
            switches._waiting.clear()


class Slow(_Troubled):
    name = "Stripe slow"
    expected = "the order is placed; its payment is asked for again with the same key"
    troubles = (Trouble.SILENCE, Trouble.SILENCE_AFTERWARDS)
    pause = 10.0
    lasts = 22.0


class Down(_Troubled):
    name = "Stripe down"
    expected = "the buyer is told that the payment could not be started; the order waits"
    troubles = (Trouble.SERVER_ERROR, Trouble.HANG_UP, Trouble.RATE_LIMIT)


class CutAfterCharging(_Troubled):
    name = "Stripe charges and is silent"
    expected = "charged once, however often it is asked again"
    troubles = (Trouble.HANG_UP_AFTERWARDS, Trouble.ERROR_AFTERWARDS)
    path = "/v1/payment_intents"


class Wrong(_Troubled):
    name = "Stripe answers nonsense"
    expected = "as if it were down; nothing of the answer is believed"
    troubles = (Trouble.GARBAGE,)


class Forged(Fault):
    name = "messages with a wrong signature"
    expected = "refused with 400; the real ones come again"

    def strike(self) -> str:
        self.stage.peers.stripe.webhooks.secret = "whsec_of_somebody_else"
        return f"all messages signed by somebody else for {self.lasts:.0f} s"

    def heal(self) -> None:
        self.stage.peers.stripe.webhooks.secret = SECRET
