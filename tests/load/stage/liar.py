"""A carrier that can be told to lie: prices below zero, without a number, of an unknown currency."""

import json
from typing import Any

from tests.peers.carriers.dhl_express import Peer
from tests.peers.carriers.peer import Asked, Reply

LIES: tuple[Any, ...] = (-125.5, "a lot", None, 1e300, True)


class Liar(Peer):
    lie: Any = 0
    """The price that everything costs; 0 for the truth."""

    def serve(self, asked: Asked) -> Reply:
        reply = super().serve(asked)
        if self.lie == 0 or asked.path != "/rates" or reply.status != 200:
            return reply
        said = json.loads(reply.content)
        for product in said["products"]:
            for price in product["totalPrice"]:
                price["price"] = self.lie
        return Reply.json(said)
