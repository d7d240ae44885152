"""A fair as a calendar file."""

from django.http import HttpResponse

from frontend.page import Page, Variables


class FairCalendar(Page):
    """To keep, in the reader's language."""

    required = ("expo",)
    is_file = True

    def variables(self) -> Variables:
        return {"slug": self.parts["slug"]}

    def show(self, status: int | None = None, **more: object) -> HttpResponse:
        expo = self.load()["expo"]
        response = HttpResponse(expo["calendar"], content_type="text/calendar; charset=utf-8")
        response["Content-Disposition"] = f'attachment; filename="{expo["slug"]}.ics"'
        return response
