"""What makes the scanning page an application of the telephone: its manifest, its worker, and a token to send with."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.views.decorators.http import require_safe

from frontend.addresses import address_of
from frontend.exhibitor_desk.desk_page import ExhibitorDeskPage
from frontend.offline.page import OfflinePage, manifest_of, worker_of
from i18n.messages import gettext_noop as _


class LeadScanToken(ExhibitorDeskPage):
    """The page that a telephone kept has an old token in it; this one is good."""

    indexed = False
    is_file = True

    def respond(self) -> HttpResponse:
        if not self.visit.is_signed_in:
            return JsonResponse({"state": "SIGN_IN"}, status=401)
        return super().respond()

    def show(self, status: int | None = None, **more: object) -> HttpResponse:
        self.load()
        return JsonResponse({"csrf": get_token(self.request)})


@require_safe
def manifest(request: HttpRequest, language: str, slug: str, exhibitor: str) -> HttpResponse:
    """The web application manifest, in the language of the page."""
    return manifest_of(_page(language, slug, exhibitor))


@require_safe
def worker(request: HttpRequest, language: str, slug: str, exhibitor: str) -> HttpResponse:
    """The service worker of one stand's page in one language."""
    return worker_of(_page(language, slug, exhibitor))


def _page(language: str, slug: str, exhibitor: str) -> OfflinePage:
    address = address_of("exhibitor-leads-scan", language=language, slug=slug, exhibitor=exhibitor, market="")
    return OfflinePage(
        name="lead-scan",
        address=address,
        title=_("Scan badges"),
        language=language,
        script="lead_scan",
        sheets=("trace_entry",),
    )
