"""A file for a translator, as a download."""

import base64
from typing import Any, ClassVar

from django.http import HttpResponse

from frontend.filters import api_language
from frontend.page import Variables
from frontend.refusals import NotFound
from frontend.translation_desk.desk import TranslationDesk
from i18n.languages import LANGUAGES


class Download(TranslationDesk):
    """``source``, ``language``, ``format`` and ``state`` are in the address."""

    half: ClassVar[str] = "download"
    is_file = True

    def variables(self) -> Variables:
        source, target = self.query("source"), self.query("language")
        if source not in LANGUAGES or target not in LANGUAGES:
            raise NotFound
        return {
            **super().variables(),
            "source": api_language(source),
            "language": api_language(target),
            "format": "XLIFF" if self.query("format") == "XLIFF" else "XLSX",
            "states": self.states_asked(),
        }

    def show(self, status: int | None = None, **more: Any) -> HttpResponse:
        file = self.load()["translationExport"]
        response = HttpResponse(base64.b64decode(file["content"]), content_type=file["mediaType"])
        response["Content-Disposition"] = f'attachment; filename="{file["fileName"]}"'
        response["Cache-Control"] = "private, no-store"
        return response
