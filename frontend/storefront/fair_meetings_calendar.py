"""A visitor's agenda at a fair as a calendar file."""

from django.http import HttpResponse

from frontend.page import Variables
from frontend.storefront.fair_meetings_page import FairMeetingsPage


class FairMeetingsCalendar(FairMeetingsPage):
    """To keep, in the reader's language; its times are right on every clock."""

    required = ("expo", "fairAgenda")
    is_file = True

    def variables(self) -> Variables:
        page = self.request.build_absolute_uri(self.url("fair-agenda", slug=self.parts["slug"]))
        return {**super().variables(), "url": page}

    def show(self, status: int | None = None, **more: object) -> HttpResponse:
        data = self.load()
        response = HttpResponse(data["fairAgenda"]["calendar"], content_type="text/calendar; charset=utf-8")
        response["Content-Disposition"] = f'attachment; filename="{data["expo"]["slug"]}-agenda.ics"'
        return response
