"""What makes the telephone page an application of the telephone: its manifest, its worker, and a short address."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_safe

from frontend.addresses import address_of
from frontend.offline.page import OfflinePage, manifest_of, worker_of
from frontend.security import protect
from frontend.visit import Visit
from i18n.messages import gettext_noop as _


@require_safe
def entry_door(request: HttpRequest) -> HttpResponse:
    """``/trace-entry`` leads to the page in the reader's language."""
    return protect(HttpResponseRedirect(address_of("trace-entry", language=Visit.of(request).language, market="")))


@require_safe
def manifest(request: HttpRequest, language: str) -> HttpResponse:
    """The web application manifest, in the language of the page."""
    return manifest_of(_page(language))


@require_safe
def worker(request: HttpRequest, language: str) -> HttpResponse:
    """The service worker of one language's page."""
    return worker_of(_page(language))


def _page(language: str) -> OfflinePage:
    return OfflinePage(
        name="trace-entry",
        address=address_of("trace-entry", language=language, market=""),
        title=_("Steps of lots"),
        language=language,
        script="trace_entry",
        sheets=("trace_entry",),
    )
