"""The conversations of who is signed in with makers, the latest message first."""

from typing import Any

from frontend.page import Page, Variables

PAGE_SIZE = 20


class Messages(Page):
    needs_sign_in = True

    def variables(self) -> Variables:
        return {"filter": {"unread": True} if self.query("unread") else {}, **self.page_wanted(PAGE_SIZE)}

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        return {"unread_only": bool(self.query("unread"))}
