"""A word to the maker of a piece, from whoever has it in hand."""

from django.http import HttpResponse

from frontend.page import Page, Variables, action
from i18n.messages import gettext_noop as _


class TraceFeedback(Page):
    """No name, no account; only the maker's people read it."""

    indexed = False
    required = ("trace",)

    def variables(self) -> Variables:
        return {"code": self.parts["code"][:60]}

    @action
    def give(self) -> HttpResponse:
        rating = self.form.text("rating", required=True)
        if rating not in {"1", "2", "3", "4", "5"}:
            raise self.refuse("rating", _("Give from one to five stars."))
        self.change(
            "Give", input={"code": self.parts["code"][:60], "rating": int(rating), "text": self.form.text("text")}
        )
        return self.go("trace", code=self.parts["code"], message=_("Thank you. The maker reads it."))
