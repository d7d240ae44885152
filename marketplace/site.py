"""Addresses that are neither a page nor the API: private documents by signed link, pictures, and health."""

from typing import BinaryIO

from django.conf import settings
from django.core.exceptions import RequestDataTooBig, SuspiciousFileOperation
from django.db import connection
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.http.response import HttpResponseBase
from django.utils.http import content_disposition_header
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe
from django.views.static import serve

from catalog.products.bulk_export.download import BadExportLink, open_export
from catalog.products.bulk_export.template import import_template, is_template_language
from catalog.products.bulk_import.correction import BadCorrectionLink, open_correction
from catalog.products.certificates.scan import ScanNotOpened, open_scan
from catalog.products.thumbnails import thumbnail_on_demand
from catalog.traceability.evidence.open import EvidenceNotOpened, open_evidence
from catalog.traceability.labels.download import BadLabelLink, open_label_run
from catalog.traceability.lot_import.template import is_template, lot_template
from catalog.traceability.shopper.fakes.photo import PhotoNotOpened, open_photo
from logistics.carrier import WebhookRefused
from logistics.customs.documents.open import DocumentNotOpened, open_document
from logistics.shipments.labels.open import LabelNotOpened, open_labels
from logistics.shipments.notices.nobody_listens import NobodyListens as NoAccountListens
from logistics.shipments.notices.receive import receive_carrier_notice
from marketplace.accounts.models import User
from marketplace.doors.media_origin import harmless
from marketplace.doors.person import person_of
from marketplace.doors.stored_picture import stored_picture
from marketplace.expo.contracts.open import FairPaperNotOpened, open_fair_paper
from orders.attachments.open import AttachmentNotOpened, open_attachment
from orders.documents.packing_sheets.open import SheetsNotOpened, open_packing_sheets
from orders.payments.came_back import NoSuchPayment, came_back
from orders.payments.gateway import BadWebhook
from orders.payments.notices.receive import NobodyListens, receive_notice
from orders.payments.return_link import BadReturnLink, payment_of_link
from orders.payouts.papers import PaperNotOpened, open_paper

PRIVATE = "private, no-store"
LASTING = "public, max-age=31536000, immutable"
"""Names of pictures are random and never used again."""
LONGEST_MESSAGE = 256 * 1024
"""Bytes of a provider's message; Stripe's are a few kilobytes."""
SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
KEPT_ONLY = (SPREADSHEET, "application/octet-stream")
"""What a browser is to keep, never to show under our address."""


NOT_OPENED = (
    DocumentNotOpened,
    LabelNotOpened,
    ScanNotOpened,
    EvidenceNotOpened,
    AttachmentNotOpened,
    PaperNotOpened,
    PhotoNotOpened,
    FairPaperNotOpened,
    SheetsNotOpened,
)

OPENERS = (
    open_document,
    open_labels,
    open_scan,
    open_evidence,
    open_attachment,
    open_paper,
    open_photo,
    open_fair_paper,
    open_packing_sheets,
)


@require_safe
def document(request: HttpRequest, token: str) -> HttpResponse:
    """A trade document, labels, a certificate's scan, a message's file or a statement, for who holds its fresh link."""
    for opened in OPENERS:
        try:
            return _attachment(*opened(token))
        except NOT_OPENED:
            continue  # each kind is signed with a salt of its own
    raise Http404


@require_safe
def correction_file(request: HttpRequest, token: str) -> HttpResponse:
    """The refused rows of an import as a workbook to correct, for whoever holds its unexpired link."""
    try:
        name, content = open_correction(token)
    except BadCorrectionLink:
        raise Http404 from None
    return _attachment(name, content, SPREADSHEET)


@require_safe
def export_file(request: HttpRequest, token: str) -> HttpResponseBase:
    """A spreadsheet of a seller's products, or labels, for the manager whom its link was signed for, signed in."""
    try:
        name, content_type, file = _open_written(token, person_of(request))
    except (BadExportLink, BadLabelLink):
        raise Http404 from None
    response = FileResponse(file, as_attachment=True, filename=name, content_type=content_type)
    response["Cache-Control"] = PRIVATE
    return response


def _open_written(token: str, user: User | None) -> tuple[str, str, BinaryIO]:
    try:
        return open_export(token, user=user)
    except BadExportLink:  # each kind is signed with a salt of its own
        return open_label_run(token, user=user)


@require_safe
def template_file(request: HttpRequest, language: str) -> HttpResponse:
    """The workbook to fill in, explained in a language; the same for everybody."""
    if not is_template_language(language):
        raise Http404
    response = _attachment("products.xlsx", import_template(language), SPREADSHEET)
    response["Cache-Control"] = "public, max-age=3600"
    return response


@require_safe
def lot_template_file(request: HttpRequest, trade: str, language: str) -> HttpResponse:
    """The workbook of lots and steps for a trade, in a language; the same for everybody."""
    if not is_template(trade, language):
        raise Http404
    response = _attachment(f"lots-{trade.replace('_', '-')}.xlsx", lot_template(trade, language), SPREADSHEET)
    response["Cache-Control"] = "public, max-age=3600"
    return response


@require_safe
def media(request: HttpRequest, path: str) -> HttpResponseBase:
    """A public picture. A name that leads out of their folder, or is longer than any file's, is not there.

    A thumbnail that is missing is made now; if that takes too long, the whole picture is shown in its place.
    """
    try:
        return _served(request, path, LASTING)
    except Http404:
        instead = thumbnail_on_demand(path)
        if instead is None:
            raise
        return _served(request, instead, LASTING if instead == path else "no-store")
    except (OSError, SuspiciousFileOperation):
        raise Http404 from None


def _served(request: HttpRequest, path: str, kept: str) -> HttpResponseBase:
    response: HttpResponseBase
    if settings.OBJECT_STORAGE is None:
        response = serve(request, path, document_root=str(settings.MEDIA_ROOT))
    else:
        response = stored_picture(request, path)
    response["Cache-Control"] = kept
    return harmless(response)


def _attachment(name: str, content: bytes, content_type: str) -> HttpResponse:
    response = HttpResponse(content, content_type=content_type)
    response["Content-Disposition"] = content_disposition_header(content_type in KEPT_ONLY, name) or "inline"
    response["Cache-Control"] = PRIVATE
    return response


@csrf_exempt
@require_POST
def payment_webhook(request: HttpRequest, gateway: str) -> HttpResponse:
    """A provider's message: 200 once it is stored, 400 when nobody we know signed it. It is dealt with afterwards."""
    try:
        if int(request.headers.get("Content-Length") or 0) > LONGEST_MESSAGE:
            return HttpResponse(status=413)
        headers = {name.lower(): value for name, value in request.headers.items()}
        receive_notice(gateway_code=gateway, headers=headers, body=request.body)
    except NobodyListens:
        raise Http404 from None
    except (BadWebhook, RequestDataTooBig, ValueError):
        return HttpResponse(status=400)
    return HttpResponse(status=200)


@csrf_exempt
@require_POST
def carrier_webhook(request: HttpRequest, carrier: str, key: str) -> HttpResponse:
    """A carrier's message: 200 once it is stored, 401 when it is not the carrier's. It is dealt with afterwards."""
    try:
        if int(request.headers.get("Content-Length") or 0) > LONGEST_MESSAGE:
            return HttpResponse(status=413)
        headers = {name.lower(): value for name, value in request.headers.items()}
        receive_carrier_notice(
            carrier=carrier,
            key=key,
            headers=headers,
            query={name: str(value) for name, value in request.GET.items()},
            body=request.body,
        )
    except NoAccountListens:
        raise Http404 from None
    except WebhookRefused:
        return HttpResponse(status=401)
    except (RequestDataTooBig, ValueError):
        return HttpResponse(status=400)
    return HttpResponse(status=200)


@require_safe
def payment_return(request: HttpRequest, token: str) -> HttpResponse:
    """A buyer comes back from a provider's page: the provider is asked how it went, and the order is shown."""
    try:
        address = came_back(payment_id=payment_of_link(token))
    except (BadReturnLink, NoSuchPayment):
        raise Http404 from None
    response = HttpResponseRedirect(address)
    response["Cache-Control"] = PRIVATE
    response["Referrer-Policy"] = "no-referrer"
    return response


@require_safe
def health(request: HttpRequest) -> HttpResponse:
    """200 when the process can answer and reach its database."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return JsonResponse({"status": "ok"})
