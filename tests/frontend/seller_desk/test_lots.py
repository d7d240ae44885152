"""Working on lots: creating, steps and their corrections, codes, translations."""

from decimal import Decimal
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from catalog.traceability.entry.material_batch import MaterialBatch
from catalog.traceability.linked_stages import linked_stages
from catalog.traceability.lot import Lot, TraceCode
from catalog.traceability.said_of_step import said_of
from catalog.traceability.step import TraceStep
from marketplace.graphql import to_global_id
from tests.frontend.seller_desk.conftest import Person
from tests.frontend.seller_desk.world import Desk

STEP = {"kind": "INSPECTING", "occurredAt": "2026-10-06T08:00", "title": "Kiểm tra độ ẩm", "place": "Xưởng 2"}


def new_lot(desk: Desk, **changed: str) -> dict[str, str]:
    variant = to_global_id("ProductVariant", desk.chair.pk)
    return {"variant": variant, "number": "LO-77", "quantity": "60", "producedOn": "2026-11-01", "place": "Xưởng 1",
            **changed}  # fmt: skip


def test_a_lot_is_created_of_an_article_of_ones_own(desk: Desk, owner: Person) -> None:
    assert "GHE-SOI-01" in owner.see("lots/new")
    where = owner.done("lots/new", "create", **new_lot(desk, note="Gỗ sồi trắng"))
    lot = Lot.objects.get(number="LO-77")
    assert where.endswith(f"lots/{to_global_id('Lot', lot.pk)}")
    assert (lot.variant, lot.quantity, lot.note) == (desk.chair, 60, "Gỗ sồi trắng")
    assert "LO-77" in owner.see("lots?q=77")


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("number", "", "or set a series"),
        ("quantity", "0", "at least one piece"),
        ("producedOn", "1. November", "Write a day"),
        ("expiresOn", "2020-01-01", "do not expire before"),
    ],
)
def test_a_wrong_lot_comes_back_filled(desk: Desk, owner: Person, field: str, value: str, words: str) -> None:
    html = owner.refused("lots/new", "create", **new_lot(desk, note="Gỗ sồi trắng", **{field: value}))
    assert words in html
    assert "Gỗ sồi trắng" in html
    assert not Lot.objects.exists()


def test_a_step_is_added_and_corrected_by_another(desk: Desk, owner: Person, packer: Person) -> None:
    path = desk.paths()["lot"]
    assert packer.done(path, "add_step", **STEP)
    wrong = TraceStep.objects.get(title="Kiểm tra độ ẩm")
    html = owner.see(f"{path}?correct={to_global_id('TraceStep', wrong.pk)}")
    assert 'value="Kiểm tra độ ẩm"' in html
    right = {**STEP, "title": "Kiểm tra độ ẩm: 9 phần trăm", "supersedes": to_global_id("TraceStep", wrong.pk)}
    assert packer.send(path, "add_step", **right).status_code == 403
    assert owner.done(path, "add_step", **right)
    html = packer.see(path)
    assert "9 phần trăm" in html
    assert "Kiểm tra độ ẩm<" not in html


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("occurredAt", "2099-01-01T00:00", "This time has not come yet"),
        ("occurredAt", "", "This field is needed"),
        ("title", " ", "This field is needed"),
        ("kind", "DANCING", "Choose one of the list"),
    ],
)
def test_a_wrong_step_comes_back_filled(desk: Desk, packer: Person, field: str, value: str, words: str) -> None:
    html = packer.refused(desk.paths()["lot"], "add_step", **{**STEP, "detail": "Máy đo A", field: value})
    assert words in html
    assert "Máy đo A" in html
    assert TraceStep.objects.count() == 1


def test_the_facts_of_a_lot_are_corrected(desk: Desk, owner: Person) -> None:
    path = desk.paths()["lot"]
    facts = {"number": "LO-78", "quantity": "119", "producedOn": "2026-10-03", "place": "Xưởng 3", "note": ""}
    assert owner.done(path, "save", **facts)
    desk.lot.refresh_from_db()
    assert (desk.lot.number, desk.lot.quantity) == ("LO-78", 119)
    assert "at least one piece" in owner.refused(path, "save", **{**facts, "quantity": "0"})


def test_codes_are_made_printed_and_withdrawn(desk: Desk, owner: Person) -> None:
    assert owner.done(desk.paths()["lot"], "make_codes", count="120").endswith("/codes")
    first = owner.see(desk.paths()["codes"])
    assert first.count("data:image/svg+xml;base64,") == 100
    assert owner.see(desk.paths()["codes"] + "?sheet=2").count("data:image/svg+xml;base64,") == 21
    code = TraceCode.objects.first()
    assert code is not None
    assert f"/en/t/{code.code}" in first
    assert owner.done(desk.paths()["codes"], "void", codes=f"http://x/t/{code.code}", reason="Nhãn hỏng")
    code.refresh_from_db()
    assert code.status == "VOIDED"
    assert "no active codes" in owner.refused(desk.paths()["codes"], "void", codes="NONE", reason="Nhãn hỏng")


@pytest.mark.parametrize("count", ["0", "1001", "x", ""])
def test_an_impossible_number_of_codes_makes_none(desk: Desk, owner: Person, count: str) -> None:
    assert 'id="f-make_codes-count-error"' in owner.refused(desk.paths()["lot"], "make_codes", count=count)
    assert TraceCode.objects.count() == 1


def test_steps_and_note_are_translated_and_what_is_right_is_kept(desk: Desk, owner: Person) -> None:
    path = desk.paths()["lot translations"] + "?language=en"
    step = to_global_id("TraceStep", TraceStep.objects.get().pk)
    texts = {"note": "Ash wood", f"title-{step}": "Boxed and labelled", f"detail-{step}": "Two chairs a box"}
    assert owner.done(path, "save", **texts)
    html = owner.see(path)
    assert 'value="Boxed and labelled"' in html
    html = owner.refused(path, "save", **{**texts, "note": "Kiln-dried ash", f"title-{step}": "x" * 300})
    assert "At most 200 characters" in html
    assert "Everything else is saved" in html
    assert "Kiln-dried ash" in owner.see(path)


def test_a_packer_adds_steps_and_nothing_else(desk: Desk, packer: Person) -> None:
    html = packer.see(desk.paths()["lot"])
    assert 'value="make_codes"' not in html
    assert packer.send(desk.paths()["lot"], "make_codes", count="5").status_code == 403
    assert packer.send(desk.paths()["codes"], "void", codes="X", reason="Y").status_code == 403
    assert TraceCode.objects.count() == 1


def photo() -> SimpleUploadedFile:
    out = BytesIO()
    Image.new("RGB", (8, 8), "green").save(out, "PNG")
    return SimpleUploadedFile("rung.png", out.getvalue(), "image/png")


def test_a_material_of_a_plot_goes_into_a_lot_and_a_correction_keeps_what_was_said(
    desk: Desk, owner: Person, packer: Person
) -> None:
    path, plot = desk.paths()["lot"], to_global_id("TracePlace", desk.place.pk)
    partner = to_global_id("TraceParty", desk.partner.pk)
    noted = {"kind": "HARVESTING", "occurredAt": "2026-09-01T07:00", "name": "Gỗ keo lai", "number": "KEO-1",
             "quantity": "2,5", "uom": "MTQ", "placeId": plot}  # fmt: skip
    assert packer.done("materials/new", "create", **noted).endswith("/materials")
    batch = MaterialBatch.objects.get()
    assert (batch.quantity, batch.uom, batch.place) == (Decimal("2.5"), "MTQ", desk.place)
    assert "KEO-1" in packer.see("materials?q=keo")
    made = {**STEP, "kind": "COMMISSIONING", "placeId": plot, "partyId": partner, "thing-0": "KEO-1 · Gỗ keo lai",
            "amount-0": "1,25", "unit-0": "", "paperkind-0": "prodorder", "papernumber-0": "LSX-9",
            "photos": photo()}  # fmt: skip
    assert "KEO-1 · Gỗ keo lai" in packer.see(path)
    assert packer.done(path, "add_step", **made)
    wrong = TraceStep.objects.get(kind="COMMISSIONING")
    before = said_of(wrong)
    assert [(one.thing, one.quantity, one.uom) for one in before.inputs] == [(batch.uri, Decimal("1.25"), "MTQ")]
    assert (before.place_ref, before.party, before.papers) == (desk.place, desk.partner, (("prodorder", "LSX-9"),))
    assert [one.is_upstream for one in linked_stages(wrong.lot)].count(True) == 1

    html = owner.see(f"{path}?correct={to_global_id('TraceStep', wrong.pk)}")
    for kept in ('value="KEO-1 · Gỗ keo lai"', 'value="1.25"', 'value="LSX-9"', f'value="{partner}" selected'):
        assert kept in html, kept
    shown = {**made, "amount-0": "1.25", "unit-0": "MTQ", "title": "Cắt ghép", "photos": ""}
    assert owner.done(path, "add_step", **{**shown, "supersedes": to_global_id("TraceStep", wrong.pk)})
    after = said_of(TraceStep.objects.get(title="Cắt ghép"))
    for name in ("place_ref", "party", "inputs", "papers", "measures", "occurred_at"):
        assert getattr(after, name) == getattr(before, name), name
    assert [one.sha256 for one in after.evidence] == [one.sha256 for one in before.evidence]
    assert len(after.evidence) == 1


def test_a_wrong_material_comes_back_filled(packer: Person) -> None:
    noted = {"kind": "TRANSFORMING", "occurredAt": "2026-09-01T07:00", "name": "Ván", "number": "V-1",
             "quantity": "2", "uom": "MTQ", "place": "Xưởng xẻ"}  # fmt: skip
    for field, value, words in [
        ("quantity", "", "This field is needed"),
        ("quantity", "0", "A quantity is more than zero"),
        ("place", "", "This field is needed"),
        ("kind", "PACKING", "Choose one of the list"),
        ("uom", "XXX", "Choose one of the list"),
        ("thing-0", "KHONG-CO", "There is no such code"),
        ("papernumber-0", "7", "Choose one of the list"),
        ("occurredAt", "2099-01-01T00:00", "This time has not come yet"),
    ]:
        html = packer.refused("materials/new", "create", **{**noted, field: value})
        assert words in html, (field, value)
        assert 'value="V-1"' in html, (field, value)
    assert not MaterialBatch.objects.exists()
