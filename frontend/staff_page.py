"""A page for the marketplace's own people: nobody else learns more than that it is not for them."""

from functools import cached_property
from pathlib import Path
from typing import Any, ClassVar

from django.http import HttpResponse

from frontend import api
from frontend.documents import operations
from frontend.page import Page
from frontend.refusals import NotAllowed, NotSignedIn


class StaffPage(Page):
    """Open to who has one of ``permissions``, which the API grants; each mutation asks the API again."""

    needs_sign_in = True
    permissions: ClassVar[tuple[str, ...]] = ()

    @cached_property
    def granted(self) -> frozenset[str]:
        """What the visitor may do."""
        me = api.ask(self.visit, operations(Path(__file__).with_suffix(".graphql"))["Staff"], {})["me"]
        if me is None:
            raise NotSignedIn
        return frozenset(me["permissions"])

    def load(self) -> dict[str, Any]:
        self._require()
        return super().load()

    def act(self) -> HttpResponse:
        self._require()
        return super().act()

    def _require(self) -> None:
        if not self.granted.intersection(self.permissions):
            raise NotAllowed
