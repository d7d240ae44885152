"""Steps are events: what each kind of step says in EPCIS, corrections, entries sent again, older steps."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from io import BytesIO
from typing import Any

import pytest
from PIL import Image

from catalog.traceability.epcis.capture.capture_event import capture_event
from catalog.traceability.epcis.event import EpcisEvent
from catalog.traceability.epcis.event_rows import EventThing
from catalog.traceability.evidence.clean import clean_evidence
from catalog.traceability.evidence.step_evidence import StepEvidence
from catalog.traceability.give_events import give_steps_events
from catalog.traceability.identity.uris import lot_uri, seller_uri
from catalog.traceability.linked_stages import TooFewStages, linked_stages, require_traced
from catalog.traceability.lot import Lot
from catalog.traceability.record_step import record_step
from catalog.traceability.step import TraceStep
from catalog.traceability.step_data import BadStep, StepInput
from catalog.traceability.step_kind import StepKind
from tests.factories.catalog import make_variant
from tests.factories.traceability import make_lot, make_party, make_place, make_step, step_data

pytestmark = pytest.mark.django_db
CARTON = "https://id.gs1.org/00/389312340000000015"


def document(step: TraceStep) -> dict[str, Any]:
    assert step.event is not None
    found: dict[str, Any] = step.event.document
    return found


def test_each_kind_of_step_says_in_epcis_what_happened() -> None:
    lot, boards = make_lot(), "urn:uuid:0b0f2f0a-6a3e-4c8e-9d57-0c6f5b0c0f11"
    inputs = (StepInput(boards, Decimal("1.25"), "MTQ"),)
    party = make_party(lot.seller)
    for kind, given, expected in [
        (StepKind.GROWING, {}, ("ObjectEvent", "OBSERVE", "growing")),
        (StepKind.HARVESTING, {}, ("ObjectEvent", "ADD", "commissioning")),
        (StepKind.RECEIVING, {"inputs": inputs, "party": party}, ("ObjectEvent", "OBSERVE", "receiving")),
        (StepKind.COMMISSIONING, {"inputs": inputs}, ("TransformationEvent", "", "commissioning")),
        (StepKind.TRANSFORMING, {"inputs": inputs}, ("TransformationEvent", "", "creating_class_instance")),
        (StepKind.TRANSFORMING, {}, ("ObjectEvent", "OBSERVE", "creating_class_instance")),
        (StepKind.ASSEMBLING, {"inputs": inputs}, ("TransformationEvent", "", "assembling")),
        (StepKind.PACKING, {"container": CARTON}, ("AggregationEvent", "ADD", "packing")),
        (StepKind.SHIPPING, {"party": party}, ("ObjectEvent", "OBSERVE", "shipping")),
        (StepKind.RETAIL_SELLING, {}, ("ObjectEvent", "OBSERVE", "retail_selling")),
    ]:
        event = record_step(lot=lot, data=step_data(kind=kind, **given), by=None).event
        assert event is not None
        said = (event.type, event.action, event.biz_step.rpartition("-")[2])
        assert said == expected, kind
    assert EpcisEvent.objects.filter(seller=lot.seller).count() == 10


def test_inputs_party_place_papers_and_measures_stand_in_the_event() -> None:
    lot = make_lot()
    party, place = make_party(lot.seller), make_place(lot.seller, scheme="GS1", value="8931234500016")
    data = step_data(
        kind=StepKind.RECEIVING,
        inputs=(StepInput("https://id.gs1.org/01/08931234500016/10/L-7", Decimal(12), "MTQ"),),
        party=party,
        place_ref=place,
        papers=(("po", "PO-77"), ("forest_products_list", "BK-12/2026")),
        measures={"moisture": "11 %"},
    )
    said = document(record_step(lot=lot, data=data, by=None))
    assert said["quantityList"] == [
        {"epcClass": "https://id.gs1.org/01/08931234500016/10/L-7", "quantity": 12, "uom": "MTQ"}
    ]
    assert said["readPoint"] == {"id": "https://id.gs1.org/414/8931234500016"}
    assert said["destinationList"] == [{"type": "owning_party", "destination": seller_uri(lot.seller)}]
    assert [one["type"].rpartition("-")[2] for one in said["bizTransactionList"]] == ["po", "forest_products_list"]
    assert said["bdm:moisture"] == "11 %"
    assert "Mỗi thùng 2 ghế" not in str(said)
    assert len(said["bdm:detailSha256"]) == 64


def test_a_correction_declares_the_earlier_event_wrong_and_names_the_better() -> None:
    wrong = make_step(title="Đóng thùng")
    right = record_step(lot=wrong.lot, data=step_data(title="Đóng kiện"), by=None, supersedes=wrong)
    assert wrong.event is not None and right.event is not None
    declared = EpcisEvent.objects.get(is_error_declaration=True)
    assert declared.event_hash == wrong.event.event_hash
    assert declared.event_id == wrong.event.event_id
    assert declared.document["errorDeclaration"]["correctiveEventIDs"] == [right.event.event_id]
    assert [stage.event_id for stage in linked_stages(wrong.lot)] == [right.event_id]


def test_an_entry_sent_again_is_the_step_that_is_there() -> None:
    lot = make_lot()
    first = record_step(lot=lot, data=step_data(), by=None, entry_key="tel-1")
    again = record_step(lot=lot, data=step_data(title="Anders"), by=None, entry_key="tel-1")
    other = record_step(lot=make_lot(), data=step_data(), by=None, entry_key="tel-1")
    assert first.pk == again.pk != other.pk
    assert (lot.steps.count(), EpcisEvent.objects.count()) == (1, 2)


def test_what_cannot_be_is_refused_and_records_nothing() -> None:
    lot, other = make_lot(), make_lot()
    for field, values in [
        ("place_ref", {"place_ref": make_place(other.seller)}),
        ("party", {"party": make_party(other.seller)}),
        ("quantity", {"quantity": Decimal(0)}),
        ("inputs", {"inputs": (StepInput("urn:x:1", Decimal(-1)),)}),
        ("inputs", {"inputs": (StepInput("urn:x:1"),) * 101}),
        ("papers", {"papers": (("po", "1"),) * 21}),
        ("measures", {"measures": {str(n): "1" for n in range(41)}}),
    ]:
        with pytest.raises(BadStep) as refused:
            record_step(lot=lot, data=step_data(**values), by=None)
        assert refused.value.field == field
    assert not EpcisEvent.objects.exists()


def test_steps_from_before_there_were_events_are_given_theirs_once() -> None:
    older = {"lot": make_lot(), "kind": "STORING", "title": "Lưu kho", "place": "Kho"}
    steps = [TraceStep.objects.create(occurred_at=datetime(2026, 10, day, tzinfo=UTC), **older) for day in (6, 7)]
    assert (give_steps_events(limit=1), give_steps_events(), give_steps_events()) == (1, 1, 0)
    assert EpcisEvent.objects.count() == 2
    corrected = record_step(lot=steps[0].lot, data=step_data(), by=None, supersedes=steps[0])
    assert corrected.event is not None
    assert EpcisEvent.objects.filter(is_error_declaration=True).count() == 1


def chain() -> tuple[Lot, Lot]:
    """Boards of one seller become chairs of another, in a carton that a third stage ships."""
    boards = make_lot(make_variant(gtin="8931234500016"), number="BOARDS-1")
    make_step(boards, kind=StepKind.COMMISSIONING, occurred_at=datetime(2026, 9, 1, tzinfo=UTC))
    chairs = make_lot(number="CHAIRS-1")
    make_step(chairs, kind=StepKind.COMMISSIONING, inputs=(StepInput(boards, Decimal(3), "MTQ"),))
    return boards, chairs


def test_stages_are_linked_through_what_went_in_and_counted_once() -> None:
    boards, chairs = chain()
    stages = linked_stages(chairs)
    assert [(stage.biz_step, stage.is_own, stage.is_upstream) for stage in stages] == [
        ("commissioning", False, True),
        ("commissioning", True, False),
    ]
    require_traced(chairs)
    assert len(linked_stages(boards)) == 1, "what became of the boards is no stage of theirs"
    with pytest.raises(TooFewStages) as refused:
        require_traced(boards)
    assert (refused.value.found, refused.value.needed) == (1, 2)
    make_step(boards, kind=StepKind.COMMISSIONING)
    assert len(linked_stages(boards)) == 1, "the same stage twice is one stage"


def test_a_lot_goes_on_in_its_carton() -> None:
    lot = make_lot()
    make_step(lot, kind=StepKind.PACKING, container=CARTON)
    carried = {
        "type": "ObjectEvent", "eventTime": "2026-10-07T00:00:00.000Z", "eventTimeZoneOffset": "+07:00",
        "action": "OBSERVE", "bizStep": "shipping", "epcList": [CARTON],
    }  # fmt: skip
    capture_event(carried, seller=make_lot().seller)
    assert [(stage.biz_step, stage.is_own) for stage in linked_stages(lot)] == [("packing", True), ("shipping", False)]


def photo(**exif: Any) -> bytes:
    picture, out = Image.new("RGB", (64, 48), (120, 90, 60)), BytesIO()
    tags = Image.Exif()
    tags.get_ifd(0x8769).update({0x9003: "2026:10:05 09:15:00", 0x9011: "+07:00", **exif.get("more", {})})
    tags.get_ifd(0x8825).update({1: "N", 2: (11.0, 15.0, 36.0), 3: "E", 4: (106.0, 22.0, 12.0)})
    picture.save(out, "JPEG", exif=tags)
    return out.getvalue()


def test_a_photo_keeps_its_moment_and_place_in_the_record_and_not_in_the_file() -> None:
    given = photo()
    step = record_step(lot=make_lot(), data=step_data(evidence=(clean_evidence(given),)), by=None)
    kept = StepEvidence.objects.get()
    assert kept.taken_at == datetime(2026, 10, 5, 2, 15, tzinfo=UTC)
    assert (kept.latitude, kept.longitude) == (Decimal("11.260000"), Decimal("106.370000"))
    clean = clean_evidence(given)
    with Image.open(BytesIO(clean.content)) as picture:
        assert not picture.getexif()
    assert document(step)["bdm:evidence"] == [f"ni:///sha-256;{kept.sha256}"]
    assert kept.sha256 == clean.sha256
    told = clean_evidence(given, taken_at=datetime.now(UTC) - timedelta(hours=1), latitude=Decimal(10), longitude=None)
    assert told.taken_at is not None and told.taken_at.year >= 2026
    assert told.latitude == Decimal("11.260000"), "half a place is none"


def test_the_lot_is_named_as_others_name_it() -> None:
    lot = make_lot(make_variant(gtin="8931234500016"), number="A/7")
    make_step(lot)
    assert EventThing.objects.get().uri == lot_uri(lot) == "https://id.gs1.org/01/08931234500016/10/A%2F7"
