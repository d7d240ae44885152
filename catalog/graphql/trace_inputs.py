"""What callers say of a step, as the verbs want it: places, partners, materials, measures, papers and photos."""

from collections.abc import Iterable
from datetime import timedelta, timezone
from decimal import Decimal as Number
from typing import Any

from catalog.graphql import trace_errors
from catalog.graphql.inputs import read_upload
from catalog.graphql.trace_access import material_of, own_lot_row, party_of, place_of
from catalog.graphql.types.trace_step import TraceStepKind
from catalog.products.picture import MOST_BYTES
from catalog.traceability.code import normalise
from catalog.traceability.epcis.identifiers import canonical_uri
from catalog.traceability.evidence.clean import CleanEvidence, clean_evidence
from catalog.traceability.gs1.value import value_problems
from catalog.traceability.identity.uris import lot_uri
from catalog.traceability.lot import TraceCode
from catalog.traceability.step_data import (
    EARLIEST,
    MOST_EVIDENCE,
    MOST_INPUTS,
    MOST_MEASURES,
    MOST_PAPERS,
    TAKING_IN,
    StepData,
    StepInput,
)
from catalog.traceability.step_kind import StepKind
from i18n.graphql.types.language import LanguageCodeEnum
from i18n.messages import gettext_noop as _
from marketplace.graphql import ID, DateTime, Decimal, InputError, InputObjectType, Int, List, NonNull, String, Upload

VIETNAM_MINUTES = 7 * 60
FURTHEST_MINUTES = 14 * 60
LATEST_YEAR = 2200
_LONGEST_URI, _LONGEST_UNIT, _LONGEST_MEASURE, _LONGEST_NAME, _LONGEST_NUMBER = 400, 3, 200, 80, 120
_SSCC_DIGITS = 18
_URIS = ("https://", "http://", "urn:")


class TraceMaterialInput(InputObjectType):
    """So much of what went in. Exactly one of lot, material, code and uri says what."""

    lot = ID(description="A lot of the same seller.")
    material = ID(description="A material batch of the same seller.")
    code = String(description="The trace code on what was used up, also of another seller.")
    uri = String(description="A Digital Link or another URI that its maker gave it.")
    quantity = Decimal()
    uom = String(description="UN/ECE Recommendation 20 (KGM, MTQ); left out for pieces.")


class TraceMeasureInput(InputObjectType):
    """What was measured."""

    name = String(required=True, description="As a template names it, or a name of your own.")
    value = String(required=True)


class TracePaperInput(InputObjectType):
    """A paper that belongs to the step."""

    kind = String(required=True, description="As templates name them (desadv, inv, testres), or a word of your own.")
    number = String(required=True)


class StepEvidenceInput(InputObjectType):
    """A photo, or a scan of a paper. Where and when go before what the photo itself says."""

    file = Upload(required=True, description="JPEG, PNG, WebP or PDF, up to 10 MB.")
    taken_at = DateTime()
    latitude = Decimal(description="WGS 84; only with the consent of who took it.")
    longitude = Decimal()


class TraceStepInput(InputObjectType):
    """What was done, when and where."""

    kind = TraceStepKind(required=True)
    occurred_at = DateTime(required=True)
    utc_offset_minutes = Int(description="Of the clock at the place, to show the time by; 420 (Vietnam) if left out.")
    place = String(required=True)
    place_id = ID(description="The place among the seller's own.")
    party_id = ID(description="From whom the goods came, or to whom they went.")
    stage = String(description="Of a trade's template.")
    title = String(required=True)
    detail = String()
    source_language = LanguageCodeEnum(description="Vietnamese when left out.")
    inputs = List(
        NonNull(TraceMaterialInput), description="What went in: of a step of harvesting, making or receiving."
    )
    quantity = Decimal(description="Of the lot's goods; the whole lot when left out.")
    uom = String(description="UN/ECE Recommendation 20; left out for pieces.")
    measures = List(NonNull(TraceMeasureInput))
    papers = List(NonNull(TracePaperInput))
    container = String(description="The SSCC (18 digits) or URI of the carton or pallet that goods were packed into.")
    evidence = List(NonNull(StepEvidenceInput), description="At most ten photos and papers.")
    supersedes = ID(description="The step of this lot that the new one corrects; what is left out stays as it was.")
    entry_key = String(
        description="Made where the step was written down: the lot takes a step under one key once, for ever."
    )


def step_data(given: Any, *, seller_id: int) -> StepData:
    """Raises `InputError`, and `Refused` for a file that cannot be kept."""
    trace_errors.check_lengths(given)
    if given.get("inputs") and StepKind(given["kind"]) not in TAKING_IN:
        raise InputError(_("Materials go into a step of harvesting, receiving or making."), field="input.inputs")
    return StepData(
        kind=StepKind(given["kind"]),
        occurred_at=_moment(given),
        place=given["place"],
        place_ref=place_of(given.get("place_id"), seller_id, field="input.place_id"),
        party=party_of(given.get("party_id"), seller_id, field="input.party_id"),
        stage=given.get("stage") or "",
        title=given["title"],
        detail=given.get("detail") or "",
        source_language=str(given.get("source_language") or "vi"),
        inputs=tuple(_inputs(given.get("inputs") or (), seller_id)),
        quantity=given.get("quantity"),
        uom=_unit(given.get("uom"), "input.uom"),
        measures=_measures(given.get("measures") or ()),
        papers=_papers(given.get("papers") or ()),
        container=_container(given.get("container") or ""),
        evidence=_evidence(given.get("evidence") or ()),
    )


def entry_key(given: Any) -> str:
    key = given.get("entry_key") or ""
    _at_most(key, 64, "input.entry_key")
    return str(key)


def _moment(given: Any) -> Any:
    minutes = given.get("utc_offset_minutes")
    minutes = VIETNAM_MINUTES if minutes is None else minutes
    if not -FURTHEST_MINUTES <= minutes <= FURTHEST_MINUTES:
        raise InputError(_("There is no such offset from UTC."), field="input.utc_offset_minutes")
    try:
        return given["occurred_at"].astimezone(timezone(timedelta(minutes=minutes)))
    except OverflowError:
        raise InputError(_("This time is not possible."), field="input.occurred_at") from None


def _inputs(given: Iterable[Any], seller_id: int) -> list[StepInput]:
    listed = list(given)
    if len(listed) > MOST_INPUTS:
        raise InputError(trace_errors.STEP_MESSAGES["inputs"], field="input.inputs")
    return [
        StepInput(_thing(one, seller_id), one.get("quantity"), _unit(one.get("uom"), "input.inputs")) for one in listed
    ]


def _thing(one: Any, seller_id: int) -> Any:
    named = [name for name in ("lot", "material", "code", "uri") if one.get(name)]
    if len(named) != 1:
        raise InputError(
            _("Say of each material either its lot, its record, its code or its URI."), field="input.inputs"
        )
    if named == ["lot"]:
        return own_lot_row(one["lot"], seller_id, field="input.inputs")
    if named == ["material"]:
        return material_of(one["material"], seller_id, field="input.inputs")
    return _of_code(one["code"]) if named == ["code"] else _uri(one["uri"], "input.inputs")


def _of_code(text: str) -> str:
    code = normalise(text)
    found = TraceCode.objects.select_related("lot__variant").filter(pk=code).first() if code else None
    if found is None or not found.is_active:
        raise InputError(_("There is no such code."), field="input.inputs", code="NOT_FOUND")
    return lot_uri(found.lot)


def _uri(text: str, field: str) -> str:
    _at_most(text, _LONGEST_URI, field)
    bare = text.strip()
    if not bare.startswith(_URIS) or any(sign.isspace() for sign in bare) or not bare.isprintable():
        raise InputError(_("This is not a URI: it begins with https:// or urn:."), field=field)
    return canonical_uri(bare)


def _container(text: str) -> str:
    bare = text.strip().replace(" ", "")
    if not bare:
        return ""
    if not bare.isdecimal():
        return _uri(bare, "input.container")
    if len(bare) != _SSCC_DIGITS or value_problems("00", bare):
        raise InputError(_("An SSCC has 18 digits, of which the last checks the others."), field="input.container")
    return f"https://id.gs1.org/00/{bare}"


def _unit(text: str | None, field: str) -> str:
    unit = (text or "").strip().upper()
    if len(unit) > _LONGEST_UNIT or not (unit.isascii() and (unit.isalnum() or not unit)):
        raise InputError(_("A unit is a code of UN/ECE Recommendation 20, for example KGM or MTQ."), field=field)
    return unit


def _measures(given: Iterable[Any]) -> dict[str, str]:
    listed = list(given)[: MOST_MEASURES + 1]
    for one in listed:
        _at_most(one["name"], _LONGEST_NAME, "input.measures")
        _at_most(one["value"], _LONGEST_MEASURE, "input.measures")
        if not _is_name(one["name"]):
            raise InputError(_("A name of a measure has letters, digits and underscores."), field="input.measures")
    return {one["name"]: one["value"].strip() for one in listed if one["value"].strip()}


def _is_name(name: str) -> bool:
    prefix, colon, local = name.rpartition(":")
    return local.isidentifier() and local.isascii() and (not colon or prefix in ("cbvmda", "bdm"))


def _papers(given: Iterable[Any]) -> tuple[tuple[str, str], ...]:
    listed = list(given)[: MOST_PAPERS + 1]
    for one in listed:
        _at_most(one["number"], _LONGEST_NUMBER, "input.papers")
        if not (one["kind"].isidentifier() and one["kind"].isascii() and len(one["kind"]) <= 40):
            raise InputError(_("A kind of paper is a word of letters and underscores."), field="input.papers")
    return tuple((one["kind"], one["number"].strip()) for one in listed if one["number"].strip())


def _evidence(given: Iterable[Any]) -> tuple[CleanEvidence, ...]:
    listed = list(given)
    if len(listed) > MOST_EVIDENCE:
        raise InputError(trace_errors.STEP_MESSAGES["evidence"], field="input.evidence")
    return tuple(_one_evidence(one) for one in listed)


def _one_evidence(one: Any) -> CleanEvidence:
    for name, most in (("latitude", 90), ("longitude", 180)):
        value: Number | None = one.get(name)
        if value is not None and abs(value) > most:
            raise InputError(_("There is no such place on Earth."), field="input.evidence")
    taken_at = one.get("taken_at")
    if taken_at is not None and not EARLIEST.year <= taken_at.year <= LATEST_YEAR:
        raise InputError(_("This time is not possible."), field="input.evidence")
    content = read_upload(one["file"], most=MOST_BYTES, field="input.evidence")
    return clean_evidence(content, taken_at=taken_at, latitude=one.get("latitude"), longitude=one.get("longitude"))


def _at_most(text: str, longest: int, field: str) -> None:
    if len(text) > longest:
        message = _("At most %(longest)s characters are possible here.")
        raise InputError(message, field=field, params={"longest": longest})
