"""The conversations of a seller with buyers, the latest message first."""

from typing import Any

from frontend.page import Variables
from frontend.seller_desk.seller_page import SellerPage

PAGE_SIZE = 25


class Messages(SellerPage):
    """Packers see what is about orders; those who run the shop see everything."""

    def variables(self) -> Variables:
        wanted = {"unread": True} if self.query("unread") else {}
        return {**super().variables(), "filter": wanted, **self.page_wanted(PAGE_SIZE)}

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        quotes = data["waitingQuotes"]["totalCount"] if data.get("waitingQuotes") else 0
        inbox = {"unread": data["unreadMessages"] or 0, "quotes": quotes}
        return {**super().context(data), "unread_only": bool(self.query("unread")), "inbox": inbox}
