"""``readable_events``: the events that somebody may read, decided in SQL.

1. PUBLIC ones are for everybody, one's own for oneself, and all but an owner's own for authorities.
2. A CHAIN event is for whom it names as a source or destination: by the identity of a seller here, or by a GLN that the
   event's own seller says, in its address book, to be that seller.
3. It is also for partners in its goods: whom the event's seller named in another event about the same thing, and whom
   those named in turn. Naming gives the right, never the wish to read: an event of one's own about another's goods
   opens nothing, since everybody can read their codes from the cartons.
"""

from __future__ import annotations

from typing import Any

from django.db.models import BooleanField, Exists, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Concat

from catalog.traceability.epcis.event import Audience, EpcisEvent
from catalog.traceability.epcis.event_rows import EventLink, EventThing, LinkKind
from catalog.traceability.epcis.identifiers import CANONICAL
from catalog.traceability.epcis.rights.chain_partner import ChainPartner
from catalog.traceability.epcis.rights.viewer import Viewer
from catalog.traceability.identity.party import TraceParty
from catalog.traceability.identity.scheme import Scheme
from catalog.traceability.identity.uris import seller_uri

PARTIES = (LinkKind.SOURCE, LinkKind.DESTINATION)


def readable_events(viewer: Viewer) -> QuerySet[EpcisEvent]:
    """Each row bears ``is_partner``: whether the viewer belongs to its chain (see `redacted`)."""
    partner = is_partner(viewer)
    events: QuerySet[EpcisEvent] = EpcisEvent.objects.annotate(is_partner=partner)
    allowed = Q(audience=Audience.PUBLIC)
    if viewer.seller_ids:
        allowed |= Q(seller_id__in=viewer.seller_ids) | Q(audience=Audience.CHAIN, is_partner=True)
    if viewer.is_authority:
        allowed |= ~Q(audience=Audience.OWNER)
    return events.filter(allowed)


def is_partner(viewer: Viewer) -> Any:
    """A condition on events."""
    if not viewer.seller_ids:
        return Value(False, output_field=BooleanField())
    return Exists(_naming(viewer)) | Exists(_known_by_address_book(viewer)) | Exists(_goods_shared(viewer))


def _naming(viewer: Viewer) -> QuerySet[Any]:
    uris = sorted(seller_uri(key) for key in viewer.seller_ids)
    return EventLink.objects.filter(event=OuterRef("pk"), kind__in=PARTIES, uri__in=uris)


def _known_by_address_book(viewer: Viewer) -> QuerySet[Any]:
    """Only the address book of the event's own seller counts: anybody may claim a GLN in theirs."""
    known = TraceParty.objects.filter(
        seller=OuterRef(OuterRef("seller")), account__in=viewer.seller_ids, scheme=Scheme.GS1
    ).annotate(uri=Concat(Value(f"{CANONICAL}/417/"), "value"))
    return EventLink.objects.filter(event=OuterRef("pk"), kind__in=PARTIES, uri__in=known.values("uri"))


def _goods_shared(viewer: Viewer) -> QuerySet[Any]:
    # Asked of each thing by itself: as a list of all that is shared, it would be made anew for every event.
    shared = ChainPartner.objects.filter(
        uri=OuterRef("uri"), seller=OuterRef(OuterRef("seller")), partner__in=viewer.seller_ids
    )
    return EventThing.objects.filter(Exists(shared), event=OuterRef("pk"))
