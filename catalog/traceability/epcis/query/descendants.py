"""Places within places: what ``WD_readPoint`` and ``WD_bizLocation`` look for besides the places named.

A place is within another when master data lists it among the other's children (EPCIS 2.0, 6.5), at any depth, or when
its GLN is the same with an extension: a part of the site (GS1 General Specifications, AI 254).
"""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import Q

from catalog.traceability.epcis.identifiers import CANONICAL, canonical_uri
from catalog.traceability.epcis.master_data.master_datum import CHILDREN
from catalog.traceability.epcis.master_data.readable_master_data import readable_master_data
from catalog.traceability.epcis.query.patterns import begins, matching
from catalog.traceability.epcis.query.problem import QueryTooComplex
from catalog.traceability.epcis.rights.viewer import Viewer

DEEPEST = 10
MOST_PLACES = 300
_EXTENSION = "/254/"


def within(column: str, wanted: Sequence[str], viewer: Viewer) -> Q:
    """Of a column with places: one of these or within one, as far as the viewer may know that it is."""
    places = _family([canonical_uri(place) for place in wanted], viewer)
    condition = matching(column, [*wanted, *sorted(places)])
    for place in places:
        if place.startswith(f"{CANONICAL}/414/") and _EXTENSION not in place:
            condition |= begins(column, place + _EXTENSION)
    return condition


def _family(places: Sequence[str], viewer: Viewer) -> set[str]:
    """One statement for each generation, however many places there are."""
    family, youngest = set(places), set(places)
    for _generation in range(DEEPEST):
        found = readable_master_data(viewer).filter(attribute=CHILDREN, uri__in=youngest).values_list("text", flat=True)
        youngest = set(found.distinct()[: MOST_PLACES + 1]) - family
        family |= youngest
        if len(family) > MOST_PLACES:
            raise QueryTooComplex("places within those asked for", len(family), MOST_PLACES)
        if not youngest:
            break
    return family
