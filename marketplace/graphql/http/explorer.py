"""The explorer: a page to try the API in, with its own script and style and nothing from elsewhere."""

from functools import cache
from pathlib import Path

from django.http import HttpRequest, HttpResponse
from django.templatetags.static import static
from django.utils.html import escape

# The page may load its own two files and ask its own server; the frame and the rest of the web are shut out.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_PAGE = Path(__file__).with_name("explorer.html")


@cache
def _page() -> str:
    return _PAGE.read_text(encoding="utf-8")


def explorer(request: HttpRequest) -> HttpResponse:
    """The page, for a GET that prefers HTML. A ``query`` in the address is only shown, never run unasked."""
    page = _page()
    for name in ("explorer.css", "explorer.js"):
        page = page.replace(f"{{{name}}}", escape(static(f"marketplace_graphql/{name}")))
    response = HttpResponse(page.replace("{endpoint}", escape(request.path)))
    response["Content-Security-Policy"] = POLICY
    response["X-Content-Type-Options"] = "nosniff"
    response["Referrer-Policy"] = "no-referrer"
    return response
