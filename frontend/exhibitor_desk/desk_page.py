"""A page of one exhibitor's desk at one fair: who the exhibitor is, what the visitor may do, links within the desk."""

from functools import cached_property
from pathlib import Path
from typing import Any, ClassVar

from django.http import HttpResponse

from frontend import api
from frontend.documents import operations
from frontend.page import Page, Variables
from frontend.refusals import NotAllowed, NotFound


class ExhibitorDeskPage(Page):
    """Below ``<slug of the fair>/<exhibitor id>/``: nothing is there for who does not work for the exhibitor."""

    needs_sign_in = True
    for_managers: ClassVar[bool] = False
    """Whether the people at the stand are kept out."""

    @cached_property
    def desk(self) -> dict[str, Any]:
        """The exhibitor and its fair; raises ``NotFound`` for anybody else's."""
        operation = operations(Path(__file__).with_name("desk.graphql"))["Desk"]
        found = api.ask(self.visit, operation, {"id": self.parts["exhibitor"]})["exhibitorDesk"]
        if found is None or found["expo"]["slug"] != self.parts["slug"]:
            raise NotFound
        return dict(found)

    @property
    def exhibitor(self) -> dict[str, Any]:
        return dict(self.desk["exhibitor"])

    @property
    def may_manage(self) -> bool:
        return bool(self.desk["role"] == "MANAGER")

    def at(self, name: str, **parts: Any) -> str:
        """The address of a page of this desk."""
        return self.url(name, slug=self.parts["slug"], exhibitor=self.parts["exhibitor"], **parts)

    def variables(self) -> Variables:
        return {**super().variables(), "exhibitor": self.exhibitor["id"]}

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        return {
            "exhibitor": self.exhibitor,
            "expo": self.desk["expo"],
            "may_manage": self.may_manage,
            "at": self.at,
        }

    def load(self) -> dict[str, Any]:
        self._require()
        return super().load()

    def act(self) -> HttpResponse:
        self._require()
        return super().act()

    def _require(self) -> None:
        if self.for_managers and not self.may_manage:
            raise NotAllowed
        if not self.desk:
            raise NotFound
