"""A page of one fair at the expo desk."""

from datetime import date
from typing import Any, ClassVar

from frontend.page import Variables
from frontend.staff_page import StaffPage
from i18n.messages import gettext_noop as _


class ExpoDeskPage(StaffPage):
    """For who runs fairs."""

    permissions = ("expo.manage",)

    def day(self, name: str) -> str:
        """A day of the form as ``2027-02-25``; raises ``Refused``."""
        try:
            return date.fromisoformat(self.form.text(name, required=True)).isoformat()
        except ValueError as error:
            raise self.refuse(name, _("Write a day, for example 2026-11-21.")) from error


class FairPage(ExpoDeskPage):
    """Below the fair's slug; ``expo`` of the answer is the fair."""

    required: ClassVar[tuple[str, ...]] = ("expo",)

    def variables(self) -> Variables:
        return {"slug": self.parts["slug"]}

    def at(self, name: str, **parts: Any) -> str:
        """The address of a page of this fair."""
        return self.url(name, slug=self.parts["slug"], **parts)

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        return {"at": self.at}

    def expo_id(self) -> str:
        """The fair's id, for mutations; raises ``NotFound``."""
        return str(self.load()["expo"]["id"])
