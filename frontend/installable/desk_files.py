"""The seller's desk as an application of the telephone: its manifest and its worker.

The worker keeps the last pages of orders and messages that were read, each person's own, readable without a network.
"""

import hashlib
import json
from pathlib import Path

from django.contrib.staticfiles import finders
from django.http import HttpRequest, HttpResponse
from django.templatetags.static import static
from django.views.decorators.http import require_safe

from frontend.addresses import address_of
from frontend.installable.manifest import Manifest, Shortcut
from frontend.security import protect
from i18n.messages import gettext
from i18n.messages import gettext_noop as _

_WORKER = Path(__file__).with_name("desk_worker.js")
_STATIC = (
    *(f"frontend/css/{sheet}.css" for sheet in ("tokens", "base", "layout", "components", "pages", "seller_desk")),
    *(f"frontend/js/{script}.js" for script in ("page", "desk_app", "offline_queue")),
    "django_htmx/htmx-2.min.js",
    "frontend/icon.svg",
    "frontend/icons/desk-192.png",
)


@require_safe
def manifest(request: HttpRequest, language: str, seller: str) -> HttpResponse:
    """One application for each seller and language. It has nothing in it but addresses."""

    def at(name: str) -> str:
        return address_of(name, language=language, market="", seller=seller)

    def say(text: str) -> str:
        return gettext(language, text)

    made = Manifest(
        id=at("seller-today"),
        name=say(_("Seller desk of Bình Dương Marketplace")),
        short_name=say(_("Seller desk")),
        description=say(_("Orders, messages and goods of your shop, readable without a network too.")),
        language=language,
        start=at("seller-orders"),
        scope=f"/{language}/",
        shortcuts=(
            Shortcut(say(_("Orders")), at("seller-orders"), "shortcut-orders-96.png"),
            Shortcut(say(_("Messages")), at("seller-messages"), "shortcut-messages-96.png"),
            Shortcut(
                say(_("Write down a step")),
                address_of("trace-entry", language=language, market=""),
                "shortcut-scan-96.png",
            ),
        ),
    )
    return made.response()


@require_safe
def worker(request: HttpRequest, language: str) -> HttpResponse:
    """The service worker of the desk in one language, with what it keeps; another content is another version."""
    scope = address_of("seller-home", language=language, market="")
    kept = [address_of("seller-offline", language=language, market=""), *(static(name) for name in _STATIC)]
    source = _WORKER.read_text(encoding="utf-8")
    version = hashlib.sha256("\n".join([source, *kept, *map(_content, _STATIC)]).encode()).hexdigest()[:12]
    told = {"NAME": f"desk {language}", "SCOPE": scope, "OFFLINE": kept[0], "VERSION": version, "KEPT": kept}
    head = "".join(f"const {name} = {json.dumps(value)};\n" for name, value in told.items())
    response = HttpResponse(head + source, content_type="text/javascript; charset=utf-8")
    response["Service-Worker-Allowed"] = scope
    response["Cache-Control"] = "no-cache"
    return protect(response)


def _content(name: str) -> str:
    found = finders.find(name)
    return hashlib.sha256(Path(found).read_bytes()).hexdigest() if isinstance(found, str) else ""
