"""What makes a page an application of the telephone that works without a network: its manifest and its worker.

One worker for each such page and language, with the page as its scope; all of them run the same `worker.js`.
"""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles import finders
from django.http import HttpResponse
from django.templatetags.static import static

from frontend.installable.manifest import Manifest
from frontend.security import protect
from i18n.messages import gettext
from i18n.messages import gettext_noop as _

ICONS = ("desk-192.png", "desk-512.png")
CAMERA = "camera=(self), microphone=(), geolocation=(), payment=()"
"""What a page that scans codes may ask the telephone for (``Permissions-Policy``)."""
_WORKER = Path(__file__).with_name("worker.js")
_MODULES = ("offline_queue", "camera")
_SHEETS = ("tokens", "base", "layout", "components")


@dataclass(frozen=True, slots=True)
class OfflinePage:
    """``name`` tells its caches from others, ``address`` is where it is, ``title`` a message id."""

    name: str
    address: str
    title: str
    language: str
    script: str
    sheets: Sequence[str]
    modules: Sequence[str] = _MODULES
    """What its script imports, which a browser asks for by their plain names."""


def manifest_of(page: OfflinePage) -> HttpResponse:
    """The web application manifest, in the language of the page."""
    title = gettext(page.language, page.title)
    made = Manifest(
        id=page.address,
        name=title,
        short_name=title,
        description=gettext(page.language, _("Works without a network too: what you write down is sent later.")),
        language=page.language,
        start=page.address,
        scope=page.address,
    )
    return made.response()


def worker_of(page: OfflinePage) -> HttpResponse:
    """The service worker, with what it keeps; another content is another version."""
    kept = _kept(page)
    source = _WORKER.read_text(encoding="utf-8")
    version = hashlib.sha256("\n".join([source, *kept, *map(_content, _scripts(page))]).encode()).hexdigest()[:12]
    told = {"NAME": page.name, "PAGE": page.address, "VERSION": version, "KEPT": kept}
    head = "".join(f"const {name} = {json.dumps(value)};\n" for name, value in told.items())
    response = HttpResponse(head + source, content_type="text/javascript; charset=utf-8")
    response["Service-Worker-Allowed"] = page.address
    response["Cache-Control"] = "no-cache"
    return protect(response)


def _kept(page: OfflinePage) -> list[str]:
    return [
        page.address,
        f"{page.address}/manifest.webmanifest",
        static(f"frontend/js/{page.script}.js"),
        *(f"{settings.STATIC_URL}frontend/js/{module}.js" for module in page.modules),
        static("frontend/icon.svg"),
        *(static(f"frontend/css/{sheet}.css") for sheet in (*_SHEETS, *page.sheets)),
        *(static(f"frontend/icons/{name}") for name in ICONS),
    ]


def _scripts(page: OfflinePage) -> list[str]:
    return [f"frontend/js/{name}.js" for name in (page.script, *page.modules)]


def _content(name: str) -> str:
    """The scripts themselves count: the plain name of a module says nothing of a change."""
    found = finders.find(name)
    return Path(found).read_text(encoding="utf-8") if isinstance(found, str) else ""
