"""Conditions on the things an event speaks of, and on how many of them."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import Exists, OuterRef, Q

from catalog.traceability.epcis.event_rows import EventThing, ThingRole
from catalog.traceability.epcis.query.compare import compared, measured, one_of_numbers
from catalog.traceability.epcis.query.condition import Asked, Condition, Through
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
        return _of_quantities(asked, one_of_numbers("quantity", asked.values))
    return _of_quantities(asked, compared("quantity", asked.operator, asked.values[0]))


def quantity_in_unit(asked: Asked) -> Condition:
    return _of_quantities(asked, measured("quantity", "uom", asked.operator, asked.values, asked.rest))


def of_things(asked: Asked, fields: tuple[str, ...], rows: Q) -> Condition:
    return Condition(asked.parameter, fields, lambda through: _events(through.fields, rows))


def _of_quantities(asked: Asked, rows: Q) -> Condition:
    """Asked of each event in turn: many have the same quantity, and a page is soon full."""

    def events(through: Through) -> Q:
        return Q(Exists(EventThing.objects.filter(rows, in_fields(through.fields), event=OuterRef("pk"))))

    return Condition(asked.parameter, COUNTED, events)


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
