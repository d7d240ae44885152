"""Stripe's messages on their way: out of order, some twice, sent again until somebody takes them."""

import time
import urllib.error

from tests.load.traffic.trade import Trade
from tests.peers.stripe.webhooks import Webhooks


class Courier(Trade):
    name = "delivers messages"
    pause = 0.5
    webhooks: Webhooks

    def round(self) -> None:
        taken = self.webhooks.take()
        self.chance.shuffle(taken)
        for event in taken:
            for _copy in range(self.chance.choice([1, 1, 2])):
                if not self._send(event):
                    self.webhooks.remember(event)  # sent again later, as Stripe does
                    break

    def _send(self, event: dict[str, object]) -> bool:
        self.webhooks.url = f"{self.chance.choice(self.sites)}/payments/stripe/webhook"
        try:
            return self.webhooks.send(event) == 200
        except (urllib.error.URLError, OSError):
            time.sleep(0.2)
            return False
