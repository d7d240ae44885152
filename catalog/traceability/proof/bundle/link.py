"""The address of a bundle: signed for one reader, good for an hour. The archive is made when it is asked for."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import IO
from uuid import UUID

from django.conf import settings
from django.core import signing

from catalog.traceability.epcis.event_rows import EventThing
from catalog.traceability.epcis.rights.viewer import Viewer
from catalog.traceability.identity.lot_name import names_of
from catalog.traceability.lot import Lot
from catalog.traceability.proof.bundle.reader import Reader
from catalog.traceability.proof.bundle.write_bundle import write_bundle

LIFETIME = timedelta(hours=1)
_SALT = "catalog.proof_bundle"


class BadBundleLink(LookupError):
    """The address is forged or too old, or its lot is gone. Which of them is nobody's business."""


def may_have_bundle(lot: Lot, viewer: Viewer) -> bool:
    """The lot's seller, an authority, and whom an event about the lot may be read by as its seller's partner."""
    if lot.seller_id in viewer.seller_ids or viewer.is_authority:
        return True
    if not viewer.seller_ids:
        return False
    naming = EventThing.objects.filter(uri__in=names_of(lot), event__seller=lot.seller_id).values("event")
    return bool(Reader(viewer).events().filter(pk__in=naming, is_partner=True).exists())


def bundle_url(lot: Lot, reader: Reader, *, now: datetime) -> str:
    viewer = reader.viewer
    until = int((now + LIFETIME).timestamp())
    said = [lot.pk.hex, sorted(viewer.seller_ids), viewer.is_authority, reader.without_partners, until]
    return f"{settings.PUBLIC_URL}/trace-bundles/{signing.dumps(said, salt=_SALT)}"


def open_bundle(token: str, *, now: datetime) -> tuple[str, IO[bytes]]:
    """File name and the open file. Raises `BadBundleLink`."""
    try:
        lot_id, seller_ids, is_authority, without_partners, until = signing.loads(token, salt=_SALT)
    except (signing.BadSignature, ValueError, TypeError) as error:
        raise BadBundleLink("not a token of ours") from error
    lot = Lot.objects.select_related("variant__product__seller").filter(pk=UUID(lot_id)).first()
    if until < now.timestamp() or lot is None:
        raise BadBundleLink("the token is over, or its lot is gone")
    reader = Reader(Viewer(frozenset(seller_ids), is_authority), without_partners)
    number = "".join(sign if sign.isascii() and sign.isalnum() else "-" for sign in lot.number)
    return f"trace-{number}.zip", write_bundle(lot, reader, now=now)
