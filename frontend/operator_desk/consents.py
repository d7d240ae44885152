"""What the owner of an address agreed to, for when they ask."""

from typing import Any

from django.http import HttpResponse

from frontend.page import action
from frontend.staff_page import StaffPage


class Consents(StaffPage):
    """The address is posted and shown on that answer only: it stands in no address line, and in no list of requests."""

    permissions = ("consents.read",)

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        return {"found": None}

    @action
    def look_up(self) -> HttpResponse:
        """Asking is written down in the audit log."""
        return self.show(found=self.change("LookUp", email=self.form.text("email", required=True))["consentsLookUp"])
