"""The chain of a lot, figures that do not agree, and calling goods back, at the desk."""

from catalog.traceability.mass_balance.alarm import BalanceAlarm
from catalog.traceability.mass_balance.yields import YieldSetting
from catalog.traceability.recall.recall import Recall, RecallReceiver
from frontend.maps.chain import MOST_IN_COLUMN, chain_picture
from marketplace.accounts.mail.outgoing_letter import OutgoingLetter
from marketplace.graphql import to_global_id
from tests.factories.traceability import make_lot
from tests.frontend.seller_desk.conftest import Person
from tests.frontend.seller_desk.world import Desk


def chain_of(desk: Desk) -> str:
    return f"lots/{to_global_id('Lot', desk.recalled.lots.get().lot_id)}/chain"


def recall_of(desk: Desk) -> str:
    return f"recalls/{to_global_id('Recall', desk.recalled.pk)}"


def test_the_chain_is_drawn_and_told_as_a_table(desk: Desk, packer: Person) -> None:
    html = packer.see(chain_of(desk))
    assert "<svg" in html
    for words in ("This lot is called back", "089300000000009999", "Packing and labelling", "Cannot be told"):
        assert words in html, words
    lonely = make_lot(desk.chair)
    assert "Nothing is linked to this lot yet" in packer.see(f"lots/{to_global_id('Lot', lonely.pk)}/chain")


def test_the_material_of_a_product_is_said_there(desk: Desk, owner: Person, packer: Person) -> None:
    path = chain_of(desk)
    said = {"variant": to_global_id("ProductVariant", desk.chair.pk), "kind": "JOINERY", "materialUnit": "MTQ"}
    assert packer.send(path, "set_yield", **said, materialPerPiece="0.02").status_code == 403
    assert "more than zero" in owner.refused(path, "set_yield", **said, materialPerPiece="0")
    assert not YieldSetting.objects.exists()
    owner.done(path, "set_yield", **said, materialPerPiece="0.02")
    assert "Too much" in owner.see(path)


def test_figures_are_explained(desk: Desk, owner: Person, packer: Person) -> None:
    assert desk.recalled
    alarm = to_global_id("BalanceAlarm", BalanceAlarm.objects.get().pk)
    assert "does not agree" in owner.see("lots")
    assert "Explain it" not in packer.see("figures-to-check")
    owner.refused("figures-to-check", "acknowledge", alarm=alarm, reason=" ")
    owner.done("figures-to-check", "acknowledge", alarm=alarm, reason="Phôi mỏng hơn")
    assert "Phôi mỏng hơn" in owner.see("figures-to-check")


def test_goods_are_called_back(desk: Desk, owner: Person, packer: Person) -> None:
    lot = make_lot(desk.chair)
    assert packer.get("/en/seller/moc-vi-du/recalls/new").status_code == 403
    assert lot.number in owner.see(f"recalls/new?q={lot.number}")
    words = {"reason_vi": "Chân ghế có thể gãy.", "instructions_vi": "Gửi lại."}
    chosen = {"lots": to_global_id("Lot", lot.pk), "hazard": "INJURY"}
    assert "Choose a lot" in owner.refused("recalls/new", "open", hazard="INJURY", **words)
    html = owner.refused("recalls/new", "open", **chosen, **words, reason_en="A leg can break.")
    assert "Gửi lại." in html and "checked" in html
    assert not Recall.objects.exists()
    where = owner.done("recalls/new", "open", **chosen, **words)
    assert where.endswith(f"recalls/{to_global_id('Recall', Recall.objects.get().pk)}")
    assert lot.number in packer.see("recalls")


def test_receivers_are_written_to_and_their_answers_noted(desk: Desk, owner: Person, packer: Person) -> None:
    path = recall_of(desk)
    assert "Note an answer" not in packer.see(path)
    owner.done(path, "find")
    owner.done(path, "notify")
    assert OutgoingLetter.objects.filter(kind="RECALL_NOTICE").count() == 1
    receiver = to_global_id("RecallReceiver", RecallReceiver.objects.get().pk)
    assert "At most 3" in owner.refused(path, "answer", receiver=receiver, answer="x", quantityBack="4")
    owner.done(path, "answer", receiver=receiver, answer="Đã gửi lại", quantityBack="3")
    assert "all back" in owner.see(path)
    owner.done(path, "close")
    html = owner.see(path)
    assert "Closed on" in html and "Note an answer" not in html
    assert not Recall.objects.filter(closed_at__isnull=True).exists()


def test_a_tall_column_says_how_many_more_there_are() -> None:
    cartons = [
        {"key": str(number), "kind": "THING", "isStart": False, "name": f"C{number}", "what": "", "layer": 1}
        for number in range(40)
    ]
    start = {"key": "start", "kind": "THING", "isStart": True, "name": "L1", "what": "Ghế", "layer": 0}
    picture = chain_picture([start, *cartons], [{"source": "start", "target": one["key"]} for one in cartons])
    assert picture is not None
    assert [box.more for box in picture.boxes if box.kind == "more"] == [40 - MOST_IN_COLUMN]
    assert len(picture.curves) == MOST_IN_COLUMN + 1
    assert all(box.y + picture.box_height <= picture.height for box in picture.boxes)
    assert chain_picture([start], []) is None
