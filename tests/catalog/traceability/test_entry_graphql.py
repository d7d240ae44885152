"""Writing lots' history down through the API: who may, what is refused, what comes back."""

from datetime import UTC, datetime
from decimal import Decimal
from io import BytesIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from catalog.traceability.entry.copy_lot import copy_lot
from catalog.traceability.entry.material_batch import MaterialBatch
from catalog.traceability.entry.step_proposal import StepProposal
from catalog.traceability.epcis.event import EpcisEvent
from catalog.traceability.evidence.clean import CleanEvidence, clean_evidence
from catalog.traceability.evidence.open import EvidenceNotOpened, open_evidence, signed_evidence_url
from catalog.traceability.evidence.step_evidence import StepEvidence
from catalog.traceability.identity.party import TraceParty
from catalog.traceability.identity.place import TracePlace
from catalog.traceability.lot import Lot
from catalog.traceability.lot_import.lot_import import LotImport
from catalog.traceability.lot_import.preview import preview_lot_import
from catalog.traceability.said_of_step import said_of
from catalog.traceability.step import TraceStep
from catalog.traceability.step_data import StepInput
from catalog.traceability.step_kind import StepKind
from marketplace.graphql import from_global_id, to_global_id
from marketplace.sellers.member import MemberRole
from tests.catalog.traceability.conftest import Execute
from tests.catalog.traceability.places.test_boundary import SQUARE, polygon
from tests.catalog.traceability.test_graphql import callers, lot_id, step_input
from tests.factories.sellers import make_member
from tests.factories.traceability import lot_data, make_code, make_lot, make_party, make_place, make_step

pytestmark = pytest.mark.django_db

ERRORS = "errors { field code message }"
PLACE_CREATE = f"""mutation ($seller: ID!, $input: TracePlaceInput!) {{
  tracePlaceCreate(seller: $seller, input: $input) {{
  place {{ id name areaHa uri latitude boundary }} {ERRORS} }} }}"""
PLACE_UPDATE = f"""mutation ($id: ID!, $input: TracePlaceInput!) {{ tracePlaceUpdate(id: $id, input: $input) {{
  place {{ name boundary latitude }} {ERRORS} }} }}"""
PLACE_ARCHIVE = "mutation ($id: ID!) { tracePlaceArchive(id: $id) { place { archivedAt } errors { field code } } }"
PARTY_CREATE = f"""mutation ($seller: ID!, $input: TracePartyInput!) {{
  tracePartyCreate(seller: $seller, input: $input) {{
  party {{ id name uri language {{ code }} account {{ slug }} }} {ERRORS} }} }}"""
PARTY_UPDATE = f"""mutation ($id: ID!, $input: TracePartyInput!) {{ tracePartyUpdate(id: $id, input: $input) {{
  party {{ name email }} {ERRORS} }} }}"""
PARTY_ARCHIVE = "mutation ($id: ID!) { tracePartyArchive(id: $id) { party { archivedAt } errors { field code } } }"
MATERIAL = f"""mutation ($seller: ID!, $input: MaterialBatchInput!) {{
  materialBatchCreate(seller: $seller, input: $input) {{
  material {{ id uri quantity uom eventId place {{ name }} party {{ name }} }} {ERRORS} }} }}"""
COPY = f"""mutation ($id: ID!, $input: LotCopyInput!) {{ lotCopy(id: $id, input: $input) {{
  lot {{ id proposals {{ id source {{ id }} }} }} {ERRORS} }} }}"""
CONFIRM = f"""mutation ($id: ID!, $input: TraceStepInput!) {{ traceStepProposalConfirm(id: $id, input: $input) {{
  step {{ id isCopied }} lot {{ proposals {{ id }} }} {ERRORS} }} }}"""
DISMISS = "mutation ($id: ID!) { traceStepProposalDismiss(id: $id) { lot { proposals { id } } errors { field code } } }"
PREVIEW = f"""mutation ($seller: ID!, $file: Upload!) {{ lotImportPreview(seller: $seller, file: $file) {{
  lotImport {{ id total refused rows {{ number lot stage occurredAt action error {{ field message }} }} }}
  {ERRORS} }} }}"""
APPLY = f"""mutation ($id: ID!, $mode: ImportMode!) {{ lotImportApply(id: $id, mode: $mode) {{
  lotImport {{ status lotsCreated stepsCreated codesCreated }} {ERRORS} }} }}"""
STEP = f"""mutation ($lot: ID!, $input: TraceStepInput!) {{ traceStepAdd(lotId: $lot, input: $input) {{
  step {{ id stageKey eventId measures {{ name label value unit }} papers {{ kind label number }} party {{ name }}
    placeRecord {{ name }} inputs {{ uri quantity uom }} evidence {{ kind url takenAt latitude sha256 isPublic }} }}
  {ERRORS} }} }}"""
SHEET = (
    "Lot number,SKU,Pieces,Codes for labels,Stage,Date\nZ-1,{sku},5,2,Making,2026-10-01\nZ-1,,,,Packing,2026-10-02\n"
)


def upload(content: bytes, name: str = "x.csv") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def sheet(lot: Lot) -> bytes:
    return SHEET.format(sku=lot.variant.sku).encode()


def mutations(lot: Lot) -> dict[str, tuple[str, dict[str, Any], str]]:
    """Name -> document, variables and the least role that may."""
    seller = lot.variant.product.seller
    owner = to_global_id("Seller", seller.pk)
    place, party = make_place(seller), make_party(seller)
    make_step(lot, measures={"moisture_percent": "11"})
    first, second = (StepProposal.objects.get(lot=copy_lot(lot=lot, data=lot_data())) for _ in range(2))
    found = preview_lot_import(seller=seller, file_name="x.csv", content=sheet(lot), by=None)
    confirm = step_input(occurredAt="2026-10-07T08:30:00+07:00")
    material = {"name": "Ván", "number": "V-1", "quantity": "2.5", "uom": "MTQ", "step": step_input(kind="RECEIVING")}
    copied = {"number": "COPY-1", "producedOn": "2026-10-09", "quantity": 9}
    return {
        "tracePlaceCreate": (PLACE_CREATE, {"seller": owner, "input": {"name": "Kho", "kind": "WAREHOUSE"}}, "manager"),
        "tracePlaceUpdate": (PLACE_UPDATE, {"id": place_id(place), "input": {"name": "Kho 9"}}, "manager"),
        "tracePlaceArchive": (PLACE_ARCHIVE, {"id": place_id(place)}, "manager"),
        "tracePartyCreate": (PARTY_CREATE, {"seller": owner, "input": {"name": "Xẻ"}}, "manager"),
        "tracePartyUpdate": (PARTY_UPDATE, {"id": party_id(party), "input": {"name": "Xẻ 9"}}, "manager"),
        "tracePartyArchive": (PARTY_ARCHIVE, {"id": party_id(party)}, "manager"),
        "materialBatchCreate": (MATERIAL, {"seller": owner, "input": material}, "packer"),
        "lotCopy": (COPY, {"id": lot_id(lot), "input": copied}, "manager"),
        "traceStepProposalConfirm": (CONFIRM, {"id": proposal_id(first), "input": confirm}, "packer"),
        "traceStepProposalDismiss": (DISMISS, {"id": proposal_id(second)}, "packer"),
        "lotImportPreview": (PREVIEW, {"seller": owner, "file": upload(sheet(lot))}, "manager"),
        "lotImportApply": (APPLY, {"id": to_global_id("LotImport", found.pk), "mode": "GOOD_ROWS"}, "manager"),
    }


def place_id(place: TracePlace) -> str:
    return to_global_id("TracePlace", place.pk)


def party_id(party: TraceParty) -> str:
    return to_global_id("TraceParty", party.pk)


def proposal_id(proposal: StepProposal) -> str:
    return to_global_id("TraceStepProposal", proposal.pk)


def state() -> list[Any]:
    """Everything that a refused call must leave as it was."""
    return [
        list(table._default_manager.order_by("pk").values())
        for table in (TracePlace, TraceParty, MaterialBatch, Lot, StepProposal, LotImport, TraceStep)
    ]


def test_who_may_write(execute: Execute) -> None:
    """Every mutation, every caller: those below the least role change nothing."""
    lot = make_lot()
    people = callers(lot)
    for name, (document, variables, least) in mutations(lot).items():
        for caller in ("anonymous", "buyer", "other seller", "staff", "packer", "manager"):
            may = caller == "manager" or caller == least
            if may and caller == "manager" and least == "packer":
                continue  # the packer has done it
            for each in variables.values():
                if isinstance(each, SimpleUploadedFile):
                    each.seek(0)
            before = state()
            result = execute(document, variables, actor=people[caller])
            payload = (result.data or {}).get(name)
            done = bool(payload) and not payload["errors"] and not result.errors
            assert done == may, (name, caller, result)
            assert (state() != before) == may, (name, caller)


def test_a_step_with_all_that_belongs_to_it(execute: Execute) -> None:
    lot, other = make_lot(), make_lot()
    seller = lot.variant.product.seller
    worker = make_member(seller, MemberRole.PACKER)
    place, party = make_place(seller), make_party(seller)
    own = make_lot(lot.variant)
    given = step_input(
        kind="TRANSFORMING", stage="kiln_drying", placeId=place_id(place), partyId=party_id(party), quantity="40",
        inputs=[
            {"lot": lot_id(own), "quantity": "12"},
            {"code": make_code(other).code, "quantity": "1.5", "uom": "mtq"},
            {"uri": "https://example.com/01/08931234500016/10/L%2F1", "quantity": "3", "uom": "KGM"},
        ],
        measures=[{"name": "moisture_percent", "value": "11"}, {"name": "note_of_mine", "value": "x"}],
        papers=[{"kind": "prodorder", "number": "LSX-9"}],
        evidence=[{"file": upload(png(), "a.png"), "takenAt": "2026-10-05T08:31:00+07:00", "latitude": "11.26",
                   "longitude": "106.37"}],
        entryKey="tel-1",
    )  # fmt: skip
    payload = done(execute(STEP, {"lot": lot_id(lot), "input": given}, actor=worker), "traceStepAdd")
    step = payload["step"]
    assert step["measures"][0] == {"name": "moisture_percent", "label": "Moisture", "value": "11", "unit": "%"}
    assert step["papers"] == [{"kind": "prodorder", "label": "Production order", "number": "LSX-9"}]
    assert (step["placeRecord"]["name"], step["party"]["name"]) == (place.name, party.name)
    assert [(one["uri"][:40], one["quantity"], one["uom"]) for one in step["inputs"]] == [
        (f"urn:uuid:{own.pk}"[:40], Decimal(12), ""),
        (f"urn:uuid:{other.pk}"[:40], Decimal("1.5"), "MTQ"),
        ("https://id.gs1.org/01/08931234500016/10/L%2F1"[:40], Decimal(3), "KGM"),
    ]
    assert step["eventId"] == EpcisEvent.objects.get(type="TransformationEvent").event_id
    assert (step["evidence"][0]["kind"], step["evidence"][0]["latitude"]) == ("PHOTO", Decimal("11.26"))
    given["evidence"] = None
    again = done(execute(STEP, {"lot": lot_id(lot), "input": given}, actor=worker), "traceStepAdd")
    assert again["step"]["id"] == step["id"]
    assert lot.steps.count() == StepEvidence.objects.count() == 1


def png() -> bytes:
    out = BytesIO()
    Image.new("RGB", (30, 20), (90, 120, 60)).save(out, "PNG")
    return out.getvalue()


def done(result: Any, name: str) -> Any:
    assert result.errors is None, result.errors
    payload = result.data[name]
    assert not payload["errors"], payload["errors"]
    return payload


def test_what_is_refused_of_a_step_says_which_field(execute: Execute) -> None:
    lot, foreign = make_lot(), make_lot()
    worker = make_member(lot.variant.product.seller, MemberRole.PACKER)
    cases: list[tuple[str, dict[str, Any]]] = [
        ("placeId", {"placeId": place_id(make_place(foreign.seller))}),
        ("partyId", {"partyId": party_id(make_party(foreign.seller))}),
        ("stage", {"stage": "kiln_drying"}),
        ("inputs", {"inputs": [{"quantity": "1"}]}),
        ("inputs", {"inputs": [{"lot": lot_id(foreign)}]}),
        ("inputs", {"inputs": [{"uri": "javascript:alert(1)"}]}),
        ("inputs", {"inputs": [{"code": "0000"}]}),
        ("inputs", {"inputs": [{"uri": "urn:x:1", "quantity": "-1"}]}),
        ("inputs", {"inputs": [{"uri": "urn:x:1", "uom": "a lot"}]}),
        ("quantity", {"quantity": "0"}),
        ("measures", {"measures": [{"name": "a b", "value": "1"}]}),
        ("measures", {"measures": [{"name": "a", "value": "1" * 201}]}),
        ("papers", {"papers": [{"kind": "<x>", "number": "1"}]}),
        ("container", {"container": "389312340000000014"}),
        ("entryKey", {"entryKey": "x" * 65}),
        ("evidence", {"evidence": [{"file": upload(png()), "latitude": "91"}]}),
        ("file", {"evidence": [{"file": upload(b"%PDF-1.7 broken")}]}),
        ("image", {"evidence": [{"file": upload(b"no picture")}]}),
    ]
    for field, given in cases:
        result = execute(STEP, {"lot": lot_id(lot), "input": step_input(**given)}, actor=worker)
        assert result.errors is None, (given, result.errors)
        (error,) = result.data["traceStepAdd"]["errors"]
        assert error["field"].rpartition(".")[2] == field, (given, error)
    assert not TraceStep.objects.exists()
    assert not EpcisEvent.objects.exists()


def test_what_a_correction_leaves_out_stays_as_it_was(execute: Execute) -> None:
    lot = make_lot()
    place, party = make_place(lot.seller), make_party(lot.seller)
    boards = make_lot(lot.variant)
    before = make_step(
        lot, kind=StepKind.TRANSFORMING, stage="kiln_drying", place_ref=place, party=party, quantity=Decimal(40),
        inputs=(StepInput(boards), StepInput("urn:uuid:0b0f2f0a-6a3e-4c8e-9d57-0c6f5b0c0f11", Decimal("1.25"), "MTQ")),
        measures={"moisture_percent": "11"}, papers=(("prodorder", "LSX-9"),), evidence=(clean_evidence(png()),),
    )  # fmt: skip
    manager = make_member(lot.seller, MemberRole.MANAGER)
    bare = {name: step_input()[name] for name in ("occurredAt", "place")}

    def correct(wrong: TraceStep, **given: Any) -> TraceStep:
        said = {
            "kind": "TRANSFORMING",
            "title": "Sấy",
            **bare,
            **given,
            "supersedes": to_global_id("TraceStep", wrong.pk),
        }
        payload = done(execute(STEP, {"lot": lot_id(lot), "input": said}, actor=manager), "traceStepAdd")
        return TraceStep.objects.get(pk=from_global_id(payload["step"]["id"], "TraceStep"))

    first = correct(before)
    earlier, now = said_of(before), said_of(first)
    for name in ("stage", "detail", "place_ref", "party", "inputs", "quantity", "measures", "papers", "container"):
        assert getattr(now, name) == getattr(earlier, name), name
    assert [one.sha256 for one in now.evidence] == [one.sha256 for one in earlier.evidence] != []
    assert first.event is not None and before.event is not None
    for name in ("inputQuantityList", "bizTransactionList", "readPoint", "ilmd", "bdm:evidence"):
        assert first.event.document[name] == before.event.document[name], name

    taken = said_of(correct(first, papers=[], partyId=None, measures=[{"name": "a", "value": "1"}], evidence=[]))
    assert (taken.papers, taken.party, taken.measures, taken.evidence) == ((), None, {"a": "1"}, ())
    assert taken.inputs == earlier.inputs
    other = said_of(correct(TraceStep.objects.standing().get(lot=lot), kind="STORING"))
    assert (other.stage, other.inputs, other.place_ref) == ("", (), place)


def test_what_an_event_could_not_say_is_refused(execute: Execute) -> None:
    """Materials of a step that takes nothing in; photos of a batch that has nowhere to keep them."""
    lot = make_lot()
    worker = make_member(lot.seller, MemberRole.PACKER)
    stored = step_input(kind="STORING", inputs=[{"uri": "urn:x:1", "quantity": "1"}])
    (error,) = execute(STEP, {"lot": lot_id(lot), "input": stored}, actor=worker).data["traceStepAdd"]["errors"]
    assert error["field"] == "input.inputs"
    seller = to_global_id("Seller", lot.seller_id)
    for name, value in [("evidence", [{"file": upload(png())}]), ("entryKey", "tel-1")]:
        said = {"name": "Ván", "number": "V-1", "quantity": "2", "step": step_input(kind="RECEIVING", **{name: value})}
        result = execute(MATERIAL, {"seller": seller, "input": said}, actor=worker)
        (error,) = result.data["materialBatchCreate"]["errors"]
        assert error["field"] == f"input.step.{name}"
    assert not EpcisEvent.objects.exists()


def test_places_partners_and_lots_are_read_by_their_seller_alone(execute: Execute) -> None:
    lot = make_lot(trade="ceramics")
    seller = lot.variant.product.seller
    place, party = make_place(seller, is_public=True), make_party(seller)
    make_step(lot, place_ref=place, party=party)
    document = f"""{{
      tracePlaces(seller: "{to_global_id("Seller", seller.pk)}", search: "mộc") {{ edges {{ node {{ name uri party {{ name }} }} }} }}
      traceParties(seller: "{to_global_id("Seller", seller.pk)}") {{ edges {{ node {{ name uri }} }} }}
      materialBatches(seller: "{to_global_id("Seller", seller.pk)}", search: "x") {{ totalCount }}
      tracePlace(id: "{place_id(place)}") {{ name }} traceParty(id: "{party_id(party)}") {{ name }}
      linkedStages(lot: "{lot_id(lot)}") {{ bizStep isOwn isUpstream eventTime }}
      lot(id: "{lot_id(lot)}") {{ trade checklist {{ isNext stage {{ key title requiredFields {{ name label unit }} papers {{ label }} }}
        step {{ id }} }} copiedValues {{ field label }} proposals {{ id }} }}
      traceTemplates {{ key title spreadsheetUrl stages {{ key title }} }}
    }}"""  # noqa: E501
    result = execute(document, actor=make_member(seller, MemberRole.PACKER))
    assert result.errors is None, result.errors
    assert result.data["tracePlaces"]["edges"][0]["node"]["name"] == place.name
    assert [one["bizStep"] for one in result.data["linkedStages"]] == ["packing"]
    stages = result.data["lot"]["checklist"]
    assert [one["stage"]["key"] for one in stages if one["step"]] == ["packing"]
    assert {one["key"] for one in result.data["traceTemplates"]} >= {"ceramics", "fruit"}
    other = execute(document, actor=make_member(make_lot().seller))
    assert (other.data or {}).get("tracePlace") is None
    assert (other.data or {}).get("linkedStages") is None
    assert place.name not in str(other.data)
    assert party.name not in str(other.data)


def test_an_outline_stays_when_the_name_is_corrected_and_goes_when_a_point_is_given(execute: Execute) -> None:
    lot = make_lot()
    seller = lot.variant.product.seller
    manager = make_member(seller, MemberRole.MANAGER)
    given = {"kind": "PLOT", "name": "Rừng", "boundary": polygon(SQUARE)}
    variables = {"seller": to_global_id("Seller", seller.pk), "input": given}
    place = done(execute(PLACE_CREATE, variables, actor=manager), "tracePlaceCreate")["place"]
    assert Decimal(120) < place["areaHa"] < Decimal(121)
    named = done(
        execute(PLACE_UPDATE, {"id": place["id"], "input": {"name": "Rừng 2"}}, actor=manager), "tracePlaceUpdate"
    )
    assert named["place"]["boundary"] == place["boundary"]
    point = {"latitude": "11.260001", "longitude": "106.370001"}
    moved = done(execute(PLACE_UPDATE, {"id": place["id"], "input": point}, actor=manager), "tracePlaceUpdate")
    assert (moved["place"]["boundary"], moved["place"]["latitude"]) == ("", Decimal("11.260001"))


def test_papers_open_by_a_link_that_ends(settings: Any, tmp_path: Any) -> None:
    settings.DATA_DIR = tmp_path
    paper = CleanEvidence(b"%PDF-1.7 bare", "application/pdf", "ab" * 32, "cd" * 32)
    make_step(make_lot(), evidence=(paper,))
    row = StepEvidence.objects.get()
    assert (row.kind, row.is_public) == ("PAPER", False)
    token = signed_evidence_url(row).rpartition("/")[2]
    assert open_evidence(token) == ("abababababab.pdf", b"%PDF-1.7 bare", "application/pdf")
    old = signed_evidence_url(row, now=datetime(2026, 1, 1, tzinfo=UTC)).rpartition("/")[2]
    for bad in (old, token[:-2], "x"):
        with pytest.raises(EvidenceNotOpened):
            open_evidence(bad)
