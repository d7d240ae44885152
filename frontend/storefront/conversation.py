"""A conversation with a maker."""

from typing import Any

from frontend.conversation_actions import SHOWN, ConversationActions
from frontend.page import Variables
from frontend.refusals import NotFound


class Conversation(ConversationActions):
    """For its buyer; the people of the maker have it on their desk."""

    needs_sign_in = True

    def variables(self) -> Variables:
        return {"id": self.conversation_id, "size": SHOWN}

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        if data["conversation"]["mySide"] != "BUYER":
            raise NotFound
        return self.spoken(data)
