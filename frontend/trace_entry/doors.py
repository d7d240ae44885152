"""What makes the telephone page an application of the telephone: its manifest, its worker, and a short address."""

import hashlib
import json
from pathlib import Path

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.templatetags.static import static
from django.views.decorators.http import require_safe

from frontend.addresses import address_of
from frontend.security import protect
from frontend.visit import Visit
from i18n.messages import gettext
from i18n.messages import gettext_noop as _

_WORKER = Path(__file__).with_name("worker.js")
_SHEETS = ("tokens", "base", "layout", "components", "trace_entry")
_ICONS = (("trace-192.png", "192x192"), ("trace-512.png", "512x512"))
DAY = "public, max-age=86400"


@require_safe
def entry_door(request: HttpRequest) -> HttpResponse:
    """``/trace-entry`` leads to the page in the reader's language."""
    return protect(HttpResponseRedirect(address_of("trace-entry", language=Visit.of(request).language, market="")))


@require_safe
def manifest(request: HttpRequest, language: str) -> HttpResponse:
    """The web application manifest (W3C), in the language of the page."""
    page = address_of("trace-entry", language=language, market="")
    icons = [{"src": static(f"frontend/icons/{name}"), "sizes": sizes, "type": "image/png"} for name, sizes in _ICONS]
    said = {
        "id": page,
        "name": gettext(language, _("Steps of lots")),
        "short_name": gettext(language, _("Steps of lots")),
        "lang": language,
        "start_url": page,
        "scope": page,
        "display": "standalone",
        "background_color": "#faf7f2",
        "theme_color": "#1c1412",
        "icons": [*icons, {**icons[1], "purpose": "maskable"}],
    }
    response = HttpResponse(json.dumps(said, ensure_ascii=False), content_type="application/manifest+json")
    response["Cache-Control"] = DAY
    return protect(response)


@require_safe
def worker(request: HttpRequest, language: str) -> HttpResponse:
    """The service worker of one language's page, with what it keeps; another content is another version."""
    page = address_of("trace-entry", language=language, market="")
    kept = [
        page,
        f"{page}/manifest.webmanifest",
        static("frontend/js/trace_entry.js"),
        static("frontend/icon.svg"),
        *(static(f"frontend/css/{sheet}.css") for sheet in _SHEETS),
        *(static(f"frontend/icons/{name}") for name, _sizes in _ICONS),
    ]
    source = _WORKER.read_text(encoding="utf-8")
    version = hashlib.sha256("\n".join([source, *kept]).encode()).hexdigest()[:12]
    head = (
        f"const PAGE = {json.dumps(page)};\nconst VERSION = {json.dumps(version)};\nconst KEPT = {json.dumps(kept)};\n"
    )
    response = HttpResponse(head + source, content_type="text/javascript; charset=utf-8")
    response["Service-Worker-Allowed"] = page
    response["Cache-Control"] = "no-cache"
    return protect(response)
