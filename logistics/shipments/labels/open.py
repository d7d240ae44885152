"""``label_links`` and ``open_labels``: labels are opened by a link that ends, never by a shipment's number."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

import structlog
from django.conf import settings
from django.core import signing
from django.utils import timezone

from logistics.carrier import Capability, CarrierError
from logistics.carriers.registry import carriers
from logistics.shipments.booking.account import NoAccount, account_of_shipment
from logistics.shipments.labels.carrier_label import CarrierLabel, keep_labels
from logistics.shipments.labels.label import labels_of
from logistics.shipments.labels.pdf import labels_pdf
from logistics.shipments.labels.zpl import labels_zpl
from logistics.shipments.shipment import Shipment

log = structlog.get_logger(__name__)
LIFETIME = timedelta(hours=1)
PDF, FILE = "application/pdf", "application/octet-stream"
ENDINGS = {PDF: "pdf", "application/zpl": "zpl", "text/html": "html", "image/png": "png"}
_SALT = "logistics.labels"
GS1_PDF, GS1_ZPL, CARRIERS = "gs1-pdf", "gs1-zpl", "carrier"


class LabelNotOpened(LookupError):
    """The token is not ours, is over, or the carrier has no label for it. Which of them is nobody's business."""


@dataclass(frozen=True, slots=True)
class LabelLink:
    source: str
    """``GS1`` or ``CARRIER``."""
    format: str
    url: str


def label_links(shipment: Shipment, *, kept: list[str], now: datetime) -> list[LabelLink]:
    """Ours in both forms, and the carrier's own: those it gave, else one that it is asked for when it is opened.

    ``kept`` are the media types of the shipment's `CarrierLabel` rows, in their order.
    """
    links = [
        LabelLink("GS1", "PDF", _url(shipment, GS1_PDF, 0, now)),
        LabelLink("GS1", "ZPL", _url(shipment, GS1_ZPL, 0, now)),
    ]
    for number, media_type in enumerate(kept, start=1):
        format_ = ENDINGS.get(media_type.partition(";")[0], "file").upper()
        links.append(LabelLink("CARRIER", format_, _url(shipment, CARRIERS, number, now)))
    carrier = carriers().get(shipment.carrier)
    asks = carrier is not None and Capability.LABEL in carrier.capabilities and bool(carrier.label_formats)
    if carrier and asks and not kept and shipment.booking_key and shipment.tracking_number:
        links.append(LabelLink("CARRIER", str(carrier.label_formats[0]), _url(shipment, CARRIERS, 0, now)))
    return links


def _url(shipment: Shipment, kind: str, number: int, now: datetime) -> str:
    until = int((now + LIFETIME).timestamp())
    return f"{settings.PUBLIC_URL}/documents/{signing.dumps([shipment.pk.hex, kind, number, until], salt=_SALT)}"


def open_labels(token: str) -> tuple[str, bytes, str]:
    """File name, content and media type, which is one that browsers only keep for all but a PDF.

    Raises `LabelNotOpened`.
    """
    shipment_id, kind, number = _read(token)
    shipment = Shipment.objects.filter(pk=shipment_id).first()
    if shipment is None:
        raise LabelNotOpened("there is no such shipment")
    name = f"labels-{shipment.reference}"
    if kind == GS1_PDF:
        return f"{name}.pdf", labels_pdf(labels_of(shipment), at=shipment.booked_at or shipment.created_at), PDF
    if kind == GS1_ZPL:
        return f"{name}.zpl", labels_zpl(labels_of(shipment)), FILE
    label = _carriers_own(shipment, number)
    media_type = label.media_type.partition(";")[0].strip().lower()
    ending = ENDINGS.get(media_type, "bin")
    return f"{name}-{label.number}.{ending}", bytes(label.content), PDF if media_type == PDF else FILE


def _read(token: str) -> tuple[UUID, str, int]:
    try:
        name, kind, number, until = signing.loads(token, salt=_SALT)
    except (signing.BadSignature, ValueError, TypeError) as error:
        raise LabelNotOpened("not a token of ours") from error
    if until < timezone.now().timestamp():
        raise LabelNotOpened("the token is over")
    return UUID(name), kind, number


def _carriers_own(shipment: Shipment, number: int) -> CarrierLabel:
    """The one that is kept; the carrier is asked, and its answer kept, where there is none yet."""
    if not CarrierLabel.objects.filter(shipment=shipment).exists():
        _ask(shipment)
    label = CarrierLabel.objects.filter(shipment=shipment, number=number or 1).first()
    if label is None:
        raise LabelNotOpened("there is no such label")
    return label


def _ask(shipment: Shipment) -> None:
    carrier = carriers().get(shipment.carrier)
    if carrier is None or not carrier.label_formats:
        raise LabelNotOpened("the carrier makes no labels")
    try:
        label = carrier.label(
            account=account_of_shipment(shipment),
            tracking_number=shipment.tracking_number,
            format=carrier.label_formats[0],
        )
    except (CarrierError, NoAccount) as error:
        log.info("label not given", shipment=str(shipment.pk), carrier=shipment.carrier)
        raise LabelNotOpened("the carrier gave no label") from error
    keep_labels(shipment=shipment, labels=[label])
