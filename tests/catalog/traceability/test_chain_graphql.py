"""Chains, books of lots and recalls through the API, by everybody who may ask and who may not."""

from typing import Any

import pytest

from catalog.traceability.identity.party import TraceParty
from catalog.traceability.identity.uris import lot_uri, party_uri
from catalog.traceability.lot import Lot
from catalog.traceability.mass_balance.alarm import BalanceAlarm
from catalog.traceability.mass_balance.yields import YieldSetting
from catalog.traceability.recall.recall import Recall, RecallReceiver, ReceiverState
from marketplace.accounts.mail.outgoing_letter import OutgoingLetter
from marketplace.accounts.models import User
from marketplace.graphql import to_global_id
from marketplace.sellers.member import MemberRole
from tests.catalog.traceability.conftest import Execute
from tests.factories.accounts import make_operator, make_user
from tests.factories.catalog import make_variant
from tests.factories.epcis_world import packed, shipped, transformed, write
from tests.factories.sellers import make_member, make_seller
from tests.factories.traceability import make_code, make_lot

pytestmark = pytest.mark.django_db
PALLET = "https://id.gs1.org/00/089300000000009999"
TRACE = """query ($lot: ID!, $direction: TraceDirection, $depth: Int) {
  lotTrace(lot: $lot, direction: $direction, depth: $depth) { isTruncated
    nodes { key kind isStart name what uri layer quantity unit lot { number }
      steps { name bizStep occurredAt sellerName placeName receivers } }
    edges { source target kind quantity unit } } }"""
BALANCE = """query ($lot: ID!) { lotBalance(lot: $lot) { sold held gone unit setting { kind }
  processes { material allowed found unit yieldKind yieldMost gaps isTooMuch } } }"""
ALARMS = "query ($seller: ID!) { balanceAlarms(seller: $seller, isOpen: true) { totalCount edges { node { id } } } }"
RECALLS = "query ($seller: ID) { recalls(seller: $seller) { totalCount edges { node { id } } } }"
RECALL = """query ($id: ID!) { recall(id: $id) { isOpen text { reason } lots { number } unreachable
  progress { receivers notified returned } receivers { name email isShown quantity unit state } } }"""
OPEN = "mutation ($input: RecallOpenInput!) { recallOpen(input: $input) { recall { id } errors { field code } } }"
NOTIFY = "mutation ($id: ID!) { recallNotify(id: $id) { letters errors { field code } } }"
FIND = "mutation ($id: ID!) { recallReceiversFind(id: $id) { recall { id } errors { field code } } }"
CLOSE = "mutation ($id: ID!) { recallClose(id: $id) { recall { isOpen } errors { field code } } }"
ANSWER = """mutation ($id: ID!, $back: Decimal) {
  recallAnswerRecord(id: $id, answer: "3", quantityBack: $back) { receiver { state } errors { field code } } }"""
EXPLAIN = """mutation ($id: ID!, $reason: String!) {
  balanceAlarmAcknowledge(id: $id, reason: $reason) { alarm { reason } errors { field code } } }"""
YIELD = """mutation ($variant: ID!, $input: ProductVariantYieldInput!) {
  productVariantYieldSet(variant: $variant, input: $input) { setting { most } errors { field code } } }"""


@pytest.fixture
def lot() -> Lot:
    """Made of boards, packed, sent to an importer in the seller's address book."""
    lot = make_lot()
    own = lot.seller_id
    importer = TraceParty.objects.create(
        seller_id=own, name="Werfkade Voorbeeld", email="inkoop@werfkade.example", language="nl", country="NL"
    )
    write(
        [
            transformed([("urn:uuid:boards", 2, "MTQ")], [(lot_uri(lot), 120)], hour=1, seller_id=own),
            packed(PALLET, [(lot_uri(lot), 20)], hour=2, seller_id=own),
            shipped([PALLET], party_uri(importer), hour=3, seller_id=own),
        ]
    )
    return lot


def people(lot: Lot) -> dict[str, User | None]:
    seller = lot.variant.product.seller
    return {
        "anonymous": None,
        "buyer": make_user(),
        "stranger": make_member(make_seller(), MemberRole.OWNER),
        "packer": make_member(seller, MemberRole.PACKER),
        "operator": make_operator(),
    }


def manager(lot: Lot) -> User:
    return make_member(lot.variant.product.seller, MemberRole.MANAGER)


def recall_input(*lots: Lot, **changes: Any) -> dict[str, Any]:
    texts = [{"languageCode": "VI", "reason": "Chân ghế có thể gãy.", "instructions": "Gửi lại."}]
    ids = [to_global_id("Lot", lot.pk) for lot in lots]
    return {"lots": ids, "hazard": "INJURY", "sourceLanguage": "VI", "texts": texts, **changes}


def opened(lot: Lot, execute: Execute) -> Recall:
    answer = execute(OPEN, {"input": recall_input(lot)}, actor=manager(lot))
    assert answer.errors is None and answer.data and answer.data["recallOpen"]["errors"] == []
    return Recall.objects.get()


def test_the_chain_is_told_to_whom_it_belongs(execute: Execute, lot: Lot) -> None:
    key = {"lot": to_global_id("Lot", lot.pk)}
    seen = {name: execute(TRACE, key, actor=actor) for name, actor in people(lot).items()}
    for name in ("buyer", "stranger"):
        assert seen[name].data == {"lotTrace": None}, name
    assert seen["anonymous"].errors
    trace = (seen["packer"].data or {})["lotTrace"]
    nodes = {node["uri"] or node["kind"]: node for node in trace["nodes"]}
    start = nodes[lot_uri(lot)]
    assert (start["name"], start["isStart"], start["quantity"], start["unit"]) == (lot.number, True, 120, "")
    assert start["lot"]["number"] == lot.number
    assert nodes[PALLET]["steps"][-1]["receivers"] == ["Werfkade Voorbeeld"]
    assert sorted(edge["kind"] for edge in trace["edges"]) == ["INPUT", "OUTPUT", "PACKED"]
    inspected = (seen["operator"].data or {})["lotTrace"]
    assert {node["uri"] for node in inspected["nodes"]} == {node["uri"] for node in trace["nodes"]}


def test_direction_and_depth(execute: Execute, lot: Lot) -> None:
    def ask(**more: Any) -> Any:
        return execute(TRACE, {"lot": to_global_id("Lot", lot.pk), **more}, actor=lot_owner)

    lot_owner = manager(lot)
    assert len(ask(direction="UP").data["lotTrace"]["nodes"]) == 3
    assert len(ask(direction="DOWN").data["lotTrace"]["nodes"]) == 2
    for depth in (0, 41, -1):
        assert ask(depth=depth).errors, f"depth {depth}"


def test_the_books_of_a_lot(execute: Execute, lot: Lot) -> None:
    key = {"lot": to_global_id("Lot", lot.pk)}
    for name, actor in people(lot).items():
        answer = execute(BALANCE, key, actor=actor)
        if name in ("packer", "operator"):
            (process,) = (answer.data or {})["lotBalance"]["processes"]
            assert process["gaps"] == ["NOT_CONVERTIBLE"], name
        else:
            assert not (answer.data or {}).get("lotBalance"), name


def test_only_managers_say_how_much_material_is_in_a_product(execute: Execute, lot: Lot) -> None:
    given = {"kind": "JOINERY", "materialPerPiece": "0.02", "materialUnit": "MTQ"}
    values = {"variant": to_global_id("ProductVariant", lot.variant_id), "input": given}
    for name, actor in people(lot).items():
        answer = execute(YIELD, values, actor=actor)
        assert answer.errors or (answer.data or {})["productVariantYieldSet"]["errors"], name
    assert not YieldSetting.objects.exists()
    boss = manager(lot)
    for field, value in (("most", "0"), ("most", "1E+17"), ("materialUnit", "XBX"), ("materialPerPiece", "-1")):
        answer = execute(YIELD, {**values, "input": {**given, "basis": "đo", field: value}}, actor=boss)
        assert (answer.data or {})["productVariantYieldSet"]["errors"][0]["field"] == f"input.{field}", value
    assert execute(YIELD, values, actor=boss).errors is None
    balance = execute(BALANCE, {"lot": to_global_id("Lot", lot.pk)}, actor=boss).data or {}
    (process,) = balance["lotBalance"]["processes"]
    assert (float(process["allowed"]), float(process["found"]), process["isTooMuch"]) == (1.7, 2.4, True)


def test_an_alarm_is_explained_by_a_manager(execute: Execute, lot: Lot) -> None:
    alarm = BalanceAlarm.objects.create(
        seller_id=lot.seller_id, kind="MADE_ABOVE_MATERIAL", subject="process:1", lot=lot, allowed=1, found=2
    )
    values = {"id": to_global_id("BalanceAlarm", alarm.pk), "reason": "Phôi mỏng"}
    own = {"seller": to_global_id("Seller", lot.seller_id)}
    for name, actor in people(lot).items():
        answer = execute(EXPLAIN, values, actor=actor)
        assert answer.errors or (answer.data or {})["balanceAlarmAcknowledge"]["errors"], name
        listed = execute(ALARMS, own, actor=actor).data or {}
        assert bool(listed.get("balanceAlarms")) == (name == "packer"), name
    assert BalanceAlarm.objects.get().reason == ""
    boss = manager(lot)
    assert (execute(EXPLAIN, {**values, "reason": " "}, actor=boss).data or {})["balanceAlarmAcknowledge"]["errors"]
    assert execute(EXPLAIN, values, actor=boss).errors is None
    assert BalanceAlarm.objects.get().reason == "Phôi mỏng"


def test_only_managers_call_goods_back(execute: Execute, lot: Lot) -> None:
    for name, actor in people(lot).items():
        answer = execute(OPEN, {"input": recall_input(lot)}, actor=actor)
        assert answer.errors or (answer.data or {})["recallOpen"]["errors"], name
    assert not Recall.objects.exists()
    boss = manager(lot)
    wrong = {
        "input.lots": recall_input(lot, make_lot(make_variant())),
        "input.texts": recall_input(lot, sourceLanguage="EN"),
    }
    for field, values in wrong.items():
        errors = (execute(OPEN, {"input": values}, actor=boss).data or {})["recallOpen"]["errors"]
        assert errors[0]["field"] == field
    assert not Recall.objects.exists()


def test_a_recall_from_beginning_to_end(execute: Execute, lot: Lot) -> None:
    recall = opened(lot, execute)
    key = {"id": to_global_id("Recall", recall.pk)}
    receiver = {"id": to_global_id("RecallReceiver", RecallReceiver.objects.get().pk), "back": "3"}
    for name, actor in people(lot).items():
        for document, values in ((NOTIFY, key), (FIND, key), (CLOSE, key), (ANSWER, receiver)):
            answer = execute(document, values, actor=actor)
            assert answer.errors or next(iter((answer.data or {}).values()))["errors"], f"{name}: {document[:40]}"
        read = (execute(RECALL, key, actor=actor).data or {}).get("recall")
        assert bool(read) == (name in ("packer", "operator")), name
    assert not OutgoingLetter.objects.exists()
    boss = manager(lot)
    assert (execute(NOTIFY, key, actor=boss).data or {})["recallNotify"]["letters"] == 1
    assert execute(ANSWER, receiver, actor=boss).errors is None
    too_many = (execute(ANSWER, {**receiver, "back": "21"}, actor=boss).data or {})["recallAnswerRecord"]
    assert too_many["errors"][0]["field"] == "quantityBack"
    shown = (execute(RECALL, key, actor=boss, language="vi").data or {})["recall"]
    assert shown["text"]["reason"] == "Chân ghế có thể gãy."
    assert [(row["name"], row["email"], float(row["quantity"]), row["state"]) for row in shown["receivers"]] == [
        ("Werfkade Voorbeeld", "inkoop@werfkade.example", 20, ReceiverState.ANSWERED)
    ]
    assert (execute(CLOSE, key, actor=boss).data or {})["recallClose"]["recall"] == {"isOpen": False}
    for document in (NOTIFY, FIND, CLOSE):
        assert next(iter((execute(document, key, actor=boss).data or {}).values()))["errors"], document[:40]


def test_receivers_of_partners_have_no_names(execute: Execute, lot: Lot) -> None:
    recall = opened(lot, execute)
    RecallReceiver.objects.update(is_shown=False)
    shown = (execute(RECALL, {"id": to_global_id("Recall", recall.pk)}, actor=manager(lot)).data or {})["recall"]
    assert [(row["name"], row["email"]) for row in shown["receivers"]] == [(None, None)]


def test_lists_of_recalls(execute: Execute, lot: Lot) -> None:
    opened(lot, execute)
    own = {"seller": to_global_id("Seller", lot.seller_id)}
    for name, actor in people(lot).items():
        listed, everywhere = execute(RECALLS, own, actor=actor), execute(RECALLS, {}, actor=actor)
        assert bool((listed.data or {}).get("recalls")) == (name == "packer"), name
        assert bool((everywhere.data or {}).get("recalls")) == (name == "operator"), name


def test_everybody_may_know_that_a_lot_is_called_back(execute: Execute, lot: Lot) -> None:
    code = make_code(lot).code
    ask = "query ($code: String!) { trace(code: $code) { lot { recall { hazard hazardDisplay text { reason } } } } }"
    assert (execute(ask, {"code": code}).data or {})["trace"]["lot"]["recall"] is None
    opened(lot, execute)
    told = (execute(ask, {"code": code}).data or {})["trace"]["lot"]["recall"]
    assert (told["hazard"], told["text"]["reason"]) == ("INJURY", "Chân ghế có thể gãy.")
