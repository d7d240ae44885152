"""The visit to somebody's pages that is going on, and its end."""

from contextlib import suppress

from django.http import HttpResponse

from frontend.page import Page, action
from frontend.refusals import NotSignedIn
from i18n.messages import gettext_noop as _


class Looking(Page):
    """Open to everybody: to who is not looking through anybody's eyes it says just that."""

    indexed = False

    @action
    def end(self) -> HttpResponse:
        """Back to who one is, even where the visit has run out by itself."""
        with suppress(NotSignedIn):  # it was over already, which is what is wanted
            self.change("Stop")
        self.visit.look_as_oneself()
        return self.go("operator-people", message=_("You are yourself again."))
