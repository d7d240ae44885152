"""A page of one seller's desk: who the seller is, what the visitor's role there is, and links within the desk."""

from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import Any, ClassVar

from django.http import HttpResponse

from frontend import api
from frontend.documents import operations
from frontend.filters import bcp47
from frontend.installable.reader import reader_of
from frontend.page import Page, Variables
from frontend.refusals import NotAllowed, NotFound

ROLES = ("PACKER", "MANAGER", "OWNER")
"""Each may do what the one before may, and more."""


def desk_of(page: Page) -> dict[str, Any]:
    """The visitor and the sellers the visitor works for."""
    return api.ask(page.visit, operations(Path(__file__).with_name("desk.graphql"))["Desk"], {})


class SellerPage(Page):
    """Below ``<seller slug>/``: nothing is there for who is no member, and little for who has a lower role."""

    needs_sign_in = True
    least_role: ClassVar[str] = "PACKER"

    @cached_property
    def own(self) -> dict[str, Any]:
        """The seller of the address with the visitor's ``role``; raises ``NotFound`` for anybody else's."""
        desk = desk_of(self)
        for seller in desk["mySellers"]:
            if seller["slug"] == self.parts["seller"]:
                mine = [member for member in seller["members"] if member["user"]["email"] == desk["me"]["email"]]
                return {**seller, "role": mine[0]["role"] if mine else "PACKER"}
        raise NotFound

    @property
    def source_language(self) -> str:
        """What the seller writes in, as pages write it."""
        return bcp47(self.own["sourceLanguage"]["code"])

    def may(self, role: str) -> bool:
        return ROLES.index(self.own["role"]) >= ROLES.index(role)

    def at(self, name: str, **parts: Any) -> str:
        """The address of a page of this seller's desk."""
        return self.url(name, seller=self.own["slug"], **parts)

    def ask_in(self, language: str, operation: str, **variables: Any) -> dict[str, Any]:
        """Run a query as somebody who reads another language would."""
        return api.ask(replace(self.visit, language=language), self.operations()[operation], variables)

    def variables(self) -> Variables:
        return {**super().variables(), "seller": self.own["id"], "manages": self.may("MANAGER")}

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        return {
            "own": self.own,
            "role": self.own["role"],
            "may": self.may,
            "at": self.at,
            "reader": reader_of(self.visit),
        }

    def show(self, status: int | None = None, **more: Any) -> HttpResponse:
        """Says whose page it is, for the device that keeps it (`frontend/installable/desk_worker.js`)."""
        response = super().show(status, **more)
        response["Desk-Reader"] = reader_of(self.visit)
        return response

    def load(self) -> dict[str, Any]:
        self._require_role()
        return super().load()

    def act(self) -> HttpResponse:
        self._require_role()
        return super().act()

    def _require_role(self) -> None:
        if not self.may(self.least_role):
            raise NotAllowed
