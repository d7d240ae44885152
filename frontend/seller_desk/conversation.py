"""A conversation with a buyer, with a translation by machine beside it where somebody asked for one."""

from typing import Any

from frontend.conversation_actions import SHOWN, ConversationActions
from frontend.installable.kept_actions import KeptActions
from frontend.page import Variables
from frontend.refusals import NotFound
from frontend.seller_desk.seller_page import SellerPage


class Conversation(KeptActions, ConversationActions, SellerPage):
    """For the people of its seller."""

    kept_actions = frozenset({"send"})

    def variables(self) -> Variables:
        return {**super().variables(), "id": self.conversation_id, "size": SHOWN}

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        conversation = data["conversation"]
        if conversation["seller"]["id"] != self.own["id"] or conversation["mySide"] != "SELLER":
            raise NotFound
        return {**super().context(data), **self.spoken(data)}
