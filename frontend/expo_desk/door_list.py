"""What a telephone at a door takes with it, for when there is no network."""

from typing import Any

from django.http import HttpResponse, JsonResponse
from django.middleware.csrf import get_token

from frontend.page import Page
from frontend.refusals import NotAllowed, NotFound


class DoorList(Page):
    """Marks of badges, today's counts, and a token to send with."""

    indexed = False
    is_file = True

    def show(self, status: int | None = None, **more: Any) -> HttpResponse:
        if not self.visit.is_signed_in:
            return JsonResponse({"state": "SIGN_IN"}, status=401)
        expo = self.ask("Fair", slug=self.parts["slug"])["expo"]
        if expo is None:
            raise NotFound
        try:
            taken = self.ask("Taken", expo=expo["id"])
        except NotAllowed:
            return JsonResponse({"state": "NOT_ALLOWED"}, status=403)
        return JsonResponse({"csrf": get_token(self.request), **taken["doorList"], "figures": taken["doorFigures"]})
