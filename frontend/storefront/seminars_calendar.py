"""A seminar as a calendar file."""

from django.http import HttpResponse

from frontend.page import Page


class SeminarsCalendar(Page):
    """To keep, in the reader's language."""

    required = ("seminar",)
    indexed = False
    is_file = True

    def show(self, status: int | None = None, **more: object) -> HttpResponse:
        seminar = self.load()["seminar"]
        response = HttpResponse(seminar["calendar"], content_type="text/calendar; charset=utf-8")
        response["Content-Disposition"] = 'attachment; filename="seminar.ics"'
        return response
