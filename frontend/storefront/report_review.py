"""Tell the operator that a review should not be there."""

from typing import Any

from django.http import HttpResponse

from frontend.page import Page, action
from i18n.messages import gettext_noop as _

REASONS = ("FALSE", "OFFENSIVE", "PRIVATE", "ADVERTISING", "UNLAWFUL", "OTHER")


class ReportReview(Page):
    """Needs an account, so that nobody reports in others' names; who reported is told to nobody."""

    needs_sign_in = True
    required = ("productReview",)

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        return {"reasons": REASONS}

    @action
    def report(self) -> HttpResponse:
        reason = self.form.text("reason", required=True)
        if reason not in REASONS:
            raise self.refuse("reason", _("Choose what is wrong with the review."))
        self.change("Report", id=self.parts["id"], reason=reason, text=self.form.text("text"))
        return self.go(message=_("Thank you. We will read the review again."))
