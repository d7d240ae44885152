"""The cards with codes that hang at the booths, as a download; ``?hall=`` for one hall's."""

import base64
from typing import Any

from django.http import HttpResponse

from frontend.expo_desk.fair_page import FairPage
from frontend.refusals import NotFound


class BoothCodes(FairPage):
    """A PDF in the language of the address."""

    is_file = True

    def show(self, status: int | None = None, **more: Any) -> HttpResponse:
        expo = self.load()["expo"]
        file = self.ask("Codes", expoId=expo["id"], hallId=self.query("hall") or None)["boothCodes"]
        if file is None:
            raise NotFound
        response = HttpResponse(base64.b64decode(file["content"]), content_type=file["mediaType"])
        response["Content-Disposition"] = f'attachment; filename="{file["fileName"]}"'
        response["Cache-Control"] = "private, no-store"
        return response
