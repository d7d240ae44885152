"""``record_of``: what state systems want to know of a lot, in a form that is nobody's: each portal takes from it.

The fields are the union of Circular 02/2024/TT-BKHCN and Decree 37/2026/ND-CP (its article 32 on passports included).
"""

from __future__ import annotations

from datetime import date
from typing import Any

from django.conf import settings
from django.db.models import QuerySet

from catalog.products import media_files
from catalog.products.certificates.certificate import Certificate
from catalog.products.certificates.valid import valid_certificates_of
from catalog.products.media import ProductMedia
from catalog.traceability.identity.uris import lot_uri, place_uri
from catalog.traceability.lot import Lot, TraceCode, TraceCodeStatus
from catalog.traceability.step import TraceStep
from catalog.traceability.step_kind import STAGES
from i18n.formatting import format_address
from marketplace.sellers.models import Seller

FIRST_VERSION = 1


def record_of(lot: Lot, *, on: date) -> dict[str, Any]:
    """Names and values that JSON can hold; what is not known is ``None`` and never a guess. A few queries."""
    product, variant = lot.variant.product, lot.variant
    pictures = list(ProductMedia.objects.filter(product=product).order_by("sort_order", "pk"))
    codes = TraceCode.objects.filter(lot=lot, status=TraceCodeStatus.ACTIVE).order_by("created_at", "code")
    return {
        "recordVersion": FIRST_VERSION,
        "identifier": lot_uri(lot),
        "traceCode": codes.values_list("code", flat=True).first(),
        "product": {
            "name": product.name,
            "language": product.source_language,
            "gtin": variant.gtin or None,
            "sku": variant.sku,
            "originCountry": product.origin_country or None,
            "pictures": len(pictures),
            "pictureUrls": [_absolute(media_files.url(each)) for each in pictures],
            "warnings": product.warnings or None,
            "needsNoWarnings": product.needs_no_warnings,
        },
        "maker": _maker(product.seller),
        "lot": {
            "number": lot.number,
            "producedOn": lot.produced_on.isoformat(),
            "expiresOn": lot.expires_on.isoformat() if lot.expires_on else None,
            "quantity": lot.quantity,
            "place": lot.place,
        },
        "stages": [_stage(step, lot_uri(lot)) for step in _steps(lot)],
        "certificates": [_certificate(each) for each in valid_certificates_of([product.pk], on)[product.pk]],
    }


def _absolute(url: str) -> str:
    return f"{settings.PUBLIC_URL}{url}" if url.startswith("/") else url


def _maker(seller: Seller) -> dict[str, Any]:
    return {
        "name": seller.legal_name,
        "brand": seller.name,
        "identifier": {"scheme": "VN-TAX", "value": seller.tax_code},
        "address": ", ".join(format_address(seller.address.as_data().as_dict(), "vi")),
        "email": seller.email,
    }


def _steps(lot: Lot) -> QuerySet[TraceStep]:
    standing = lot.steps.standing().select_related("place_ref", "event")
    return standing.order_by("occurred_at", "recorded_at")


def _stage(step: TraceStep, product_code: str) -> dict[str, Any]:
    """With the codes that the rules ask of each stage: of the goods, and of the place."""
    return {
        "kind": step.kind,
        "name": STAGES[step.kind].vietnamese,
        "title": step.title,
        "detail": step.detail or None,
        "time": step.local_time.isoformat(),
        "place": step.place or None,
        "productCode": product_code,
        "placeCode": place_uri(step.place_ref) if step.place_ref is not None else None,
        "event": step.event.event_id if step.event is not None else None,
    }


def _certificate(row: Certificate) -> dict[str, Any]:
    return {
        "name": row.title,
        "issuer": row.issuer,
        "number": row.number,
        "validFrom": row.valid_from.isoformat(),
        "validUntil": row.valid_until.isoformat() if row.valid_until else None,
    }
