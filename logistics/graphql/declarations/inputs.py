"""What is given to a declaration, checked and turned into its facts. Left out stays as it is; null clears it."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from i18n.messages import gettext_noop as _
from logistics.consignment import BadConsignment, Party
from logistics.customs.declaration import facts as said
from logistics.graphql.declarations.line_inputs import CustomsLineInput, line_facts
from logistics.graphql.declarations.texts import country, short
from logistics.graphql.declarations.types import CustomsNumberKind, CustomsPurpose
from logistics.identifiers.bad_identifier import BadIdentifier
from logistics.identifiers.container import container_number
from logistics.shipments.legs.mode import LegMode
from marketplace.graphql import InputError, InputObjectType, Int, List, NonNull, String

MOST_ROWS = 30
MOST_TARE_G = 30_000_000


class CustomsPartyInput(InputObjectType):
    """The importer of record."""

    name = String()
    company = String()
    street = List(NonNull(String))
    city = String()
    region = String()
    postal_code = String()
    country = String(required=True, description="ISO 3166-1 alpha-2.")
    tax_id = String()


class CustomsStageInput(InputObjectType):
    """A stretch of the way, in the order of travel."""

    mode = String(required=True, description="TRUCK, BARGE, RAIL, VESSEL, AIR, LAST_MILE or PARCEL.")
    from_place = String(required=True)
    to_place = String(required=True)
    carrier = String()
    vehicle = String()
    voyage = String()
    document = String()


class CustomsContainerInput(InputObjectType):
    """A container; with its tare the shipper's letter has the verified gross mass."""

    number = String(required=True, description="ISO 6346, with its check digit.")
    seal = String()
    tare_grams = Int()


class CustomsReferenceInput(InputObjectType):
    """A number and what it is."""

    kind = CustomsNumberKind(required=True)
    number = String(required=True)


class CustomsDeclarationInput(InputObjectType):
    """Left out stays as it is; null, and an empty list, clear it."""

    purpose = CustomsPurpose()
    importer = CustomsPartyInput()
    stages = List(NonNull(CustomsStageInput))
    containers = List(NonNull(CustomsContainerInput))
    references = List(NonNull(CustomsReferenceInput))
    lines = List(NonNull(CustomsLineInput), description="Plants and dangers; lines left out have none.")
    marks = String()
    emergency_phone = String()


def changed_facts(before: said.Facts, given: Any, lines: int) -> said.Facts:
    """Raises `InputError` for what cannot be right; ``lines`` is how many the declaration has."""
    changes = {name: convert(given.get(name), lines) for name, convert in FIELDS.items() if name in given}
    return replace(before, **changes)


def _importer(given: Any, _lines: int) -> Party | None:
    if given is None:
        return None
    texts = ("name", "company", "city", "region", "postal_code", "tax_id")
    values: dict[str, Any] = {name: short(given.get(name), f"importer.{name}") for name in texts}
    if not values["name"] and not values["company"]:
        raise InputError(_("The importer has a name."), field="input.importer.name", code="REQUIRED")
    street = tuple(short(line, "importer.street") for line in (given.get("street") or ())[:3])
    try:
        return Party(country=country(given["country"], "importer.country"), street=street, **values)
    except BadConsignment as error:
        raise InputError(_("This address is not valid."), field=f"input.importer.{error.field}") from error


def _stages(given: Any, _lines: int) -> tuple[said.Stage, ...]:
    return tuple(_stage(stage) for stage in _bounded(given, "stages"))


def _stage(given: Any) -> said.Stage:
    if given["mode"] not in LegMode.values:
        raise InputError(_("This is no means of transport that we know."), field="input.stages.mode")
    names = ("from_place", "to_place", "carrier", "vehicle", "voyage", "document")
    return said.Stage(given["mode"], **{name: short(given.get(name), f"stages.{name}") for name in names})


def _containers(given: Any, _lines: int) -> tuple[said.Container, ...]:
    return tuple(_container(container) for container in _bounded(given, "containers"))


def _container(given: Any) -> said.Container:
    tare = given.get("tare_grams") or 0
    if not 0 <= tare <= MOST_TARE_G:
        raise InputError(_("A weight is not negative."), field="input.containers.tareGrams")
    try:
        number = container_number(given["number"])
    except BadIdentifier as error:
        message = _("This is no container number: four letters, six digits and the check digit.")
        raise InputError(message, field="input.containers.number") from error
    return said.Container(number, short(given.get("seal"), "containers.seal"), tare)


def _references(given: Any, _lines: int) -> tuple[said.Reference, ...]:
    rows = _bounded(given, "references")
    return tuple(
        said.Reference(said.NumberKind(str(row["kind"])), short(row["number"], "references.number")) for row in rows
    )


def _bounded(given: Any, field: str) -> list[Any]:
    rows = list(given or ())
    if len(rows) > MOST_ROWS:
        raise InputError(
            _("At most %(most)s entries are possible here."), field=f"input.{field}", params={"most": MOST_ROWS}
        )
    return rows


FIELDS: dict[str, Callable[[Any, int], Any]] = {
    "purpose": lambda given, _lines: said.Purpose(str(given or said.Purpose.SALE)),
    "importer": _importer,
    "stages": _stages,
    "containers": _containers,
    "references": _references,
    "lines": lambda given, lines: line_facts(_bounded(given, "lines"), lines),
    "marks": lambda given, _lines: short(given, "marks", longest=300),
    "emergency_phone": lambda given, _lines: short(given, "emergencyPhone"),
}
