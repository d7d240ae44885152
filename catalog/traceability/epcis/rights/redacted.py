"""``redacted``: an event's document without what its seller keeps from the viewer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from catalog.traceability.epcis.event import Audience, EpcisEvent
from catalog.traceability.epcis.namespaces import expanded, prefixes_of
from catalog.traceability.epcis.rights.field_visibility import DEFAULTS, FieldVisibility
from catalog.traceability.epcis.rights.readable import is_partner
from catalog.traceability.epcis.rights.viewer import Viewer

_ORDER = (Audience.PUBLIC, Audience.CHAIN, Audience.AUTHORITY, Audience.OWNER)
Rules = Mapping[int | None, Mapping[str, str]]


def redacted(event: EpcisEvent, viewer: Viewer, rules: Rules | None = None) -> dict[str, Any]:
    """Of an event out of `readable_events`. ``rules``: `rules_of` its seller, where many events are shown at once."""
    known = rules if rules is not None else rules_of([event.seller_id])
    standing = _ORDER.index(standing_of(event, viewer))
    hidden = {
        field for field, audience in known[event.seller_id].items() if _ORDER.index(Audience(audience)) > standing
    }
    document: dict[str, Any] = event.document
    return _without(document, hidden) if hidden else document


def standing_of(event: EpcisEvent, viewer: Viewer) -> Audience:
    """How near the viewer stands to the event: as its owner, as an authority, as a partner of its chain, as anybody."""
    if event.seller_id in viewer.seller_ids:
        return Audience.OWNER
    if viewer.is_authority:
        return Audience.AUTHORITY
    if not viewer.seller_ids:
        return Audience.PUBLIC
    partner = getattr(event, "is_partner", None)
    if partner is None:
        partner = EpcisEvent.objects.filter(is_partner(viewer), pk=event.pk).exists()
    return Audience.CHAIN if partner else Audience.PUBLIC


def rules_of(seller_ids: Iterable[int | None]) -> dict[int | None, dict[str, str]]:
    """Which audience sees which field, for each of some sellers, in one query."""
    rules: dict[int | None, dict[str, str]] = {seller: dict(DEFAULTS) for seller in seller_ids}
    own = FieldVisibility.objects.filter(seller_id__in=[seller for seller in rules if seller is not None])
    for rule in own:
        rules[rule.seller_id][rule.field] = rule.audience
    return rules


def _without(document: Mapping[str, Any], hidden: set[str]) -> dict[str, Any]:
    prefixes = prefixes_of(document.get("@context"))
    kept = {key: value for key, value in document.items() if expanded(key, prefixes) not in hidden}
    if isinstance(kept.get("ilmd"), Mapping):
        kept["ilmd"] = {
            key: value for key, value in kept["ilmd"].items() if f"ilmd/{expanded(key, prefixes)}" not in hidden
        }
    return kept
