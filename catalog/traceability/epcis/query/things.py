"""Conditions on the things an event speaks of, and on how many of them."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import Q

from catalog.traceability.epcis.event_rows import EventThing, ThingRole
from catalog.traceability.epcis.query.compare import compared, measured, one_of_numbers
from catalog.traceability.epcis.query.condition import Asked, Condition
from catalog.traceability.epcis.query.patterns import matching

FIELDS: dict[str, tuple[str, bool]] = {
    "epcList": (ThingRole.EPC, False),
    "childEPCs": (ThingRole.CHILD, False),
    "parentID": (ThingRole.PARENT, False),
    "inputEPCList": (ThingRole.INPUT, False),
    "outputEPCList": (ThingRole.OUTPUT, False),
    "quantityList": (ThingRole.EPC, True),
    "childQuantityList": (ThingRole.CHILD, True),
    "inputQuantityList": (ThingRole.INPUT, True),
    "outputQuantityList": (ThingRole.OUTPUT, True),
}
"""Field of an event -> role of its rows, and whether they name kinds."""
MATCHED: dict[str, tuple[str, ...]] = {
    "MATCH_epc": ("epcList", "childEPCs"),
    "MATCH_parentID": ("parentID",),
    "MATCH_inputEPC": ("inputEPCList",),
    "MATCH_outputEPC": ("outputEPCList",),
    "MATCH_anyEPC": ("epcList", "childEPCs", "parentID", "inputEPCList", "outputEPCList"),
    "MATCH_epcClass": ("quantityList", "childQuantityList"),
    "MATCH_inputEPCClass": ("inputQuantityList",),
    "MATCH_outputEPCClass": ("outputQuantityList",),
    "MATCH_anyEPCClass": ("quantityList", "childQuantityList", "inputQuantityList", "outputQuantityList"),
}
COUNTED = MATCHED["MATCH_anyEPCClass"]


def matched(asked: Asked) -> Condition:
    return of_things(asked, MATCHED[asked.parameter], matching("uri", asked.values))


def quantity(asked: Asked) -> Condition:
    """In whichever unit: the number as it was said."""
    if asked.operator == "EQ":
        return of_things(asked, COUNTED, one_of_numbers("quantity", asked.values))
    return of_things(asked, COUNTED, compared("quantity", asked.operator, asked.values[0]))


def quantity_in_unit(asked: Asked) -> Condition:
    return of_things(asked, COUNTED, measured("quantity", "uom", asked.operator, asked.values, asked.rest))


def of_things(asked: Asked, fields: tuple[str, ...], rows: Q) -> Condition:
    return Condition(asked.parameter, fields, lambda through: _events(through.fields, rows))


def in_fields(names: Sequence[str]) -> Q:
    """Rows of some fields. Roles are gathered, so that a database reads one range for all."""
    condition = Q(pk__in=[])
    for is_class in (False, True):
        roles = [FIELDS[name][0] for name in names if FIELDS[name][1] is is_class]
        if roles:
            condition |= Q(is_class=is_class, role__in=roles)
    return condition


def _events(names: Sequence[str], rows: Q) -> Q:
    return Q(pk__in=EventThing.objects.filter(rows, in_fields(names)).values("event_id"))
