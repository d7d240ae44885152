"""The final report of a fair as a PDF or a workbook, in the language of the address."""

import base64
from typing import Any

from django.http import HttpResponse

from frontend.expo_desk.fair_page import FairPage
from frontend.refusals import NotFound

FORMATS = {"pdf": "PDF", "xlsx": "XLSX"}


class ReportFile(FairPage):
    """``format`` is the last part of the address."""

    is_file = True

    def show(self, status: int | None = None, **more: Any) -> HttpResponse:
        wanted = FORMATS.get(self.parts["format"])
        if wanted is None:
            raise NotFound
        file = self.ask("File", expo=self.expo_id(), format=wanted)["fairReport"]["file"]
        response = HttpResponse(base64.b64decode(file["content"]), content_type=file["mediaType"])
        response["Content-Disposition"] = f'attachment; filename="{self.parts["slug"]}-{file["fileName"]}"'
        response["Cache-Control"] = "private, no-store"
        return response
