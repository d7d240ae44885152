"""``seen_events``: what one viewer may know of the events of a walk.

An event that the viewer may not read is not there at all; of the others, the fields that its seller keeps from the
viewer are left out, so that a link between two things is as secret as the field that tells of it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime

from catalog.traceability.epcis.event import Audience, EpcisEvent
from catalog.traceability.epcis.event_rows import EventLink, LinkKind, ThingRole
from catalog.traceability.epcis.rights.readable import readable_events
from catalog.traceability.epcis.rights.redacted import rules_of, standing_of
from catalog.traceability.epcis.rights.viewer import Viewer
from catalog.traceability.graph.occurrence import Occurrence, one_of, portions

_FIELDS: dict[tuple[str, bool], str] = {
    (ThingRole.EPC, False): "epcList",
    (ThingRole.EPC, True): "quantityList",
    (ThingRole.PARENT, False): "parentID",
    (ThingRole.CHILD, False): "childEPCs",
    (ThingRole.CHILD, True): "childQuantityList",
    (ThingRole.INPUT, False): "inputEPCList",
    (ThingRole.INPUT, True): "inputQuantityList",
    (ThingRole.OUTPUT, False): "outputEPCList",
    (ThingRole.OUTPUT, True): "outputQuantityList",
}
_LIST_OF = {LinkKind.SOURCE: "sourceList", LinkKind.DESTINATION: "destinationList"}
_ORDER = (Audience.PUBLIC, Audience.CHAIN, Audience.AUTHORITY, Audience.OWNER)
_COLUMNS = (
    "event_id", "type", "action", "biz_step", "disposition", "event_time", "event_time_zone_offset", "read_point",
    "biz_location", "seller_id",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Seen:
    """One event as the viewer knows it. Places, parties and words are empty where they are kept from the viewer."""

    key: int
    event_id: str
    type: str
    action: str
    biz_step: str
    disposition: str
    time: datetime
    offset: str
    read_point: str
    biz_location: str
    seller_id: int | None
    hidden: frozenset[str] = frozenset()
    sources: list[tuple[str, str]] = field(default_factory=list)
    """Kinds and URIs of parties and places."""
    destinations: list[tuple[str, str]] = field(default_factory=list)

    def names(self, occurrence: Occurrence) -> bool:
        return _FIELDS[occurrence.role, occurrence.is_class] not in self.hidden

    @property
    def place(self) -> str:
        return self.read_point or self.biz_location


def seen_events(keys: Collection[int], viewer: Viewer | None) -> dict[int, Seen]:
    """By key. Without a viewer the marketplace itself looks, for what it must know whoever may see it."""
    found: dict[int, Seen] = {}
    for portion in portions(keys):
        rows = EpcisEvent.objects.all() if viewer is None else readable_events(viewer)
        found |= _seen(list(rows.filter(pk__in=one_of(portion)).order_by().only(*_COLUMNS)), viewer)
        links = EventLink.objects.filter(event_id__in=one_of(portion), kind__in=_LIST_OF).order_by()
        for event, kind, type_, uri in links.values_list("event_id", "kind", "type", "uri"):
            if event in found and _LIST_OF[LinkKind(kind)] not in found[event].hidden:
                (found[event].sources if kind == LinkKind.SOURCE else found[event].destinations).append((type_, uri))
    return found


def _seen(events: list[EpcisEvent], viewer: Viewer | None) -> dict[int, Seen]:
    hidden: dict[tuple[int | None, Audience], frozenset[str]] = {}
    rules = rules_of({event.seller_id for event in events}) if viewer is not None else defaultdict(dict)
    found = {}
    for event in events:
        standing = Audience.OWNER if viewer is None else standing_of(event, viewer)
        key = event.seller_id, standing
        if key not in hidden:
            hidden[key] = _fields_above(rules[event.seller_id], standing)
        found[event.pk] = _without_hidden(event, hidden[key])
    return found


def _fields_above(rules: dict[str, str], standing: Audience) -> frozenset[str]:
    rank = _ORDER.index(standing)
    return frozenset(name for name, audience in rules.items() if _ORDER.index(Audience(audience)) > rank)


def _without_hidden(event: EpcisEvent, hidden: frozenset[str]) -> Seen:
    return Seen(
        key=event.pk,
        event_id=event.event_id,
        type=event.type,
        action="" if "action" in hidden else event.action,
        biz_step="" if "bizStep" in hidden else event.biz_step,
        disposition="" if "disposition" in hidden else event.disposition,
        time=event.event_time,
        offset=event.event_time_zone_offset,
        read_point="" if "readPoint" in hidden else event.read_point,
        biz_location="" if "bizLocation" in hidden else event.biz_location,
        seller_id=event.seller_id,
        hidden=hidden,
    )
