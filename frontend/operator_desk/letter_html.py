"""The HTML of a letter as a document of its own, for the frame of its preview: no script, no request, no form."""

from typing import Any

from django.http import HttpResponse

from frontend.operator_desk.letter import Letter

NOTHING_RUNS = "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'self'; form-action 'none'"


class LetterHtml(Letter):
    """Shown inside our own pages and nowhere else; ``sandbox`` makes it a stranger to this site."""

    is_file = True

    def show(self, status: int | None = None, **more: Any) -> HttpResponse:
        response = HttpResponse(self.load()["letterPreview"]["html"])
        response["Content-Security-Policy"] = NOTHING_RUNS
        response["X-Frame-Options"] = "SAMEORIGIN"
        return response
