"""Entering a lot's history at the desk: the next stage, copies confirmed one by one, a file in two minutes."""

import re

from django.core.files.uploadedfile import SimpleUploadedFile

from catalog.traceability.lot import Lot, TraceCode
from catalog.traceability.lot_import.lot_import import LotImport
from catalog.traceability.step import TraceStep
from marketplace.graphql import to_global_id
from tests.frontend.seller_desk.conftest import Person
from tests.frontend.seller_desk.world import Desk

WHEN = {"occurredAt": "2026-10-06T08:30", "place": "Xưởng 2"}


def test_the_next_stage_takes_a_time_a_place_and_what_the_template_needs(desk: Desk, packer: Person) -> None:
    path = desk.paths()["lot"]
    html = packer.see(path)
    assert "What comes next" in html
    assert "Not yet traced" in html
    wrong = packer.refused(path, "do_stage", stage="kiln_drying", **WHEN)
    assert "This field is needed" in wrong or "needed" in wrong
    assert packer.refused(path, "do_stage", stage="magic", **WHEN)
    assert packer.done(path, "do_stage", stage="kiln_drying", **WHEN, **{"measure-moisture_percent": "11"})
    step = TraceStep.objects.get(stage="kiln_drying")
    assert (step.title, step.measures) == ("Kiln drying", {"moisture_percent": "11"})
    assert "Not yet traced" not in packer.see(path)


def test_a_copied_lot_waits_for_each_step_to_be_confirmed(desk: Desk, owner: Person) -> None:
    path = desk.paths()["lot"]
    where = owner.done(path, "copy", number="LO-COPY", quantity="5", producedOn="2026-10-09")
    made = Lot.objects.get(number="LO-COPY")
    assert where.endswith(f"lots/{to_global_id('Lot', made.pk)}")
    page = f"lots/{to_global_id('Lot', made.pk)}"
    html = owner.see(page)
    assert "to confirm one by one" in html
    (proposal,) = set(re.findall(r'name="proposal" value="([^"]+)"', html))
    assert not made.steps.exists()
    assert owner.done(page, "confirm", proposal=proposal, detail="Mỗi thùng 2 ghế", **WHEN)
    assert made.steps.get().is_copied
    assert "taken over from an earlier lot" in owner.see(page)
    assert owner.refused(page, "confirm", proposal=proposal, **WHEN)
    assert made.steps.count() == 1


def test_lots_come_from_a_file_to_codes_in_three_requests(desk: Desk, owner: Person, packer: Person) -> None:
    text = f"""Số lô,SKU,Số lượng,Số tem,Công đoạn,Ngày,Địa điểm
F-1,{desk.chair.sku},24,6,Sản xuất,2026-10-01,Xưởng
F-1,,,,Đóng gói dán tem,2026-10-02,Kho
"""
    file = SimpleUploadedFile("lo.csv", text.encode())
    assert packer.send("lot-import", "hand_in", file=file).status_code == 403
    file.seek(0)
    where = owner.done("lot-import", "hand_in", file=file)
    found = LotImport.objects.get(file_name="lo.csv")
    assert where.endswith(f"lot-import/{to_global_id('LotImport', found.pk)}")
    page = f"lot-import/{to_global_id('LotImport', found.pk)}"
    assert "new lot and step" in owner.see(page)
    assert not Lot.objects.filter(number="F-1").exists()
    assert owner.done(page, "apply", mode="ALL_OR_NOTHING")
    lot = Lot.objects.get(number="F-1")
    assert (lot.steps.count(), TraceCode.objects.filter(lot=lot).count()) == (2, 6)
    assert "codes made" in owner.see(page)
