"""The service worker that shows notices and opens the pages they are about."""

import json
from pathlib import Path

from django.http import HttpResponse
from django.templatetags.static import static

from frontend.security import protect

_SOURCE = Path(__file__).with_name("push_worker.js")


def response() -> HttpResponse:
    """It controls no page: its scope is an address that none has."""
    told = {
        "ICON": static("frontend/icons/desk-192.png"),
        "BADGE": static("frontend/icons/badge-96.png"),
        "NAME": "Bình Dương Marketplace",
    }
    head = "".join(f"const {name} = {json.dumps(value, ensure_ascii=False)};\n" for name, value in told.items())
    answer = HttpResponse(head + _SOURCE.read_text(encoding="utf-8"), content_type="text/javascript; charset=utf-8")
    answer["Cache-Control"] = "no-cache"
    return protect(answer)
