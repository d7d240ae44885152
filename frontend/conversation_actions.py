"""What can be done on the page of a conversation, on either desk."""

from typing import Any

from django.http import HttpResponse

from frontend.bare_key import api_id
from frontend.filters import api_language
from frontend.page import Page, action
from i18n.messages import gettext
from i18n.messages import gettext_noop as _

REASONS = {
    "FRAUD": _("It asks for money or data past the marketplace"),
    "OFFENSIVE": _("It is offensive"),
    "ADVERTISING": _("It is advertising"),
    "PRIVATE": _("It names people or accounts that are nobody's business"),
    "UNLAWFUL": _("It is unlawful"),
    "OTHER": _("Something else"),
}
SHOWN = 50


class ConversationActions(Page):
    """Mixed into a page whose address names a conversation by ``id``."""

    required = ("conversation",)
    indexed = False

    @property
    def conversation_id(self) -> str:
        return api_id("Conversation", self.parts["id"])

    def load(self) -> dict[str, Any]:
        """Whoever opens the page has read what is on it; what was new is still marked this once."""
        data = super().load()
        if data["conversation"]["unreadCount"] and self.request.method == "GET":
            self.change("MarkRead", id=self.conversation_id)
        return data

    def spoken(self, data: dict[str, Any]) -> dict[str, Any]:
        """The messages oldest first, and why one may be reported."""
        edges = data["conversation"]["messages"]["edges"]
        language = self.visit.language
        return {
            "messages": [edge["node"] for edge in reversed(edges)],
            "reasons": [(code, gettext(language, words)) for code, words in REASONS.items()],
            "older": data["conversation"]["messages"]["pageInfo"],
        }

    @property
    def kept_key(self) -> str | None:
        """By which a message that was kept without a network is known; pages that keep none have none."""
        return None

    @action
    def send(self) -> HttpResponse:
        """Words or files."""
        said = {
            "text": self.form.text("text"),
            "files": self.form.all_files("files"),
            "languageCode": api_language(self.visit.language),
        }
        self.change("Send", id=self.conversation_id, input=said, idempotencyKey=self.kept_key)
        return self.go(message=_("The message is sent."))

    @action
    def translate(self) -> HttpResponse:
        """Into the language of these pages, or no more."""
        wanted = None if self.form.text("off") else api_language(self.visit.language)
        self.change("Translate", id=self.conversation_id, languageCode=wanted)
        return self.go()

    @action
    def report(self) -> HttpResponse:
        reason = self.form.text("reason")
        self.change(
            "Report",
            id=self.form.text("message", required=True),
            reason=reason if reason in REASONS else "OTHER",
            text=self.form.text("reportText"),
        )
        return self.go(message=_("Thank you. Staff will look at it."))
