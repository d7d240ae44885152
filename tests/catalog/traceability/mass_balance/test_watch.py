"""Figures that cannot be true raise an alarm; figures that agree again settle it."""

from decimal import Decimal
from typing import Any

import pytest

from catalog.traceability.identity.uris import lot_uri, seller_uri
from catalog.traceability.lot import Lot
from catalog.traceability.mass_balance.acknowledge import (
    AlarmSettled,
    BadYield,
    YieldData,
    acknowledge_alarm,
    set_yield,
)
from catalog.traceability.mass_balance.alarm import AlarmKind, BalanceAlarm
from catalog.traceability.mass_balance.events import BalanceAlarmRaised
from catalog.traceability.mass_balance.letter import mail_alarm
from catalog.traceability.mass_balance.process_balance import Gap, ProcessBalance
from catalog.traceability.mass_balance.processes import balances_of_processes
from catalog.traceability.mass_balance.watch import watch_events, watch_sold
from catalog.traceability.mass_balance.yields import YieldKind, general_yields
from catalog.traceability.recall import receivers
from catalog.traceability.recall.receivers import Receipt
from marketplace.accounts.mail.outgoing_letter import OutgoingLetter
from tests.factories.epcis_world import Told, observed, shipped, transformed, write
from tests.factories.sellers import make_member, make_seller
from tests.factories.traceability import make_lot

pytestmark = pytest.mark.django_db
BOARDS = "urn:uuid:6b1f0000-0000-4000-8000-000000000001"


@pytest.fixture
def lot() -> Lot:
    """Chairs that say they hold 0.012 m³ of wood each."""
    lot = make_lot(quantity=500)
    data = YieldData(kind=YieldKind.JOINERY, material_per_piece=Decimal("0.012"), material_uom="MTQ")
    set_yield(variant=lot.variant, data=data, by=None)
    return lot


def told(lot: Lot, *events: Told) -> list[int]:
    for event in events:
        event.seller_id = lot.seller_id
    write(events)
    keys = [event.row.pk for event in events if event.row]
    watch_events(keys, seller_id=lot.seller_id)
    return keys


def balance(lot: Lot, *events: Told) -> ProcessBalance:
    (found,) = balances_of_processes(told(lot, *events), seller_id=lot.seller_id).values()
    return found


def making(lot: Lot, chairs: Any, **rest: Any) -> Told:
    return transformed([(BOARDS, 6, "MTQ")], [(lot_uri(lot), chairs)], **rest)


def test_the_worked_example(lot: Lot) -> None:
    found = balance(lot, making(lot, 425))
    assert (found.material, found.allowed, found.found) == (Decimal(6), Decimal("5.10"), Decimal("5.100"))
    assert not BalanceAlarm.objects.exists()


def test_one_chair_more_raises_the_alarm_and_a_correction_settles_it(lot: Lot) -> None:
    event = making(lot, 426, event_id="urn:uuid:e1", hour=1)
    told(lot, event)
    alarm = BalanceAlarm.objects.get()
    assert (alarm.kind, alarm.lot, alarm.uom) == (AlarmKind.MADE_ABOVE_MATERIAL, lot, "MTQ")
    assert (alarm.allowed, alarm.found) == (Decimal("5.1"), Decimal("5.112"))
    watch_events([event.row.pk] if event.row else [], seller_id=lot.seller_id)
    assert BalanceAlarm.objects.count() == 1, "heard twice, raised once"
    told(lot, making(lot, 426, event_id="urn:uuid:e1", hour=1, is_error=True))
    alarm.refresh_from_db()
    assert alarm.settled_at is not None
    with pytest.raises(AlarmSettled):
        acknowledge_alarm(alarm=alarm, reason="…", by=None)


def test_parts_of_one_long_process_are_added_up(lot: Lot) -> None:
    shared = {"transformation_id": "urn:uuid:t1"}
    first = transformed([(BOARDS, 4, "MTQ")], [], **shared, hour=1)
    second = transformed([(BOARDS, 2, "MTQ")], [(lot_uri(lot), 400)], **shared, hour=2)
    found = balance(lot, first, second)
    assert (found.material, found.is_too_much) == (Decimal(6), False)
    stranger = make_seller()
    write([transformed([], [(lot_uri(lot), 9999)], **shared, hour=3, seller_id=stranger.pk)])
    keys = [event.row.pk for event in (first, second) if event.row]
    watch_events(keys, seller_id=lot.seller_id)
    assert not BalanceAlarm.objects.exists(), "another's event under the same identifier counts for nothing"


def test_what_cannot_be_set_against_each_other_is_said_to_be_so() -> None:
    lot = make_lot()
    cases: list[tuple[list[Any], Gap]] = [
        ([(BOARDS, 6, "MTQ")], Gap.NOT_CONVERTIBLE),
        ([(BOARDS, 6, "XBX")], Gap.NO_MATERIAL),
        ([BOARDS], Gap.NOT_CONVERTIBLE),
        ([], Gap.NO_MATERIAL),
    ]
    lot.variant.net_weight_g = None
    lot.variant.save()
    for number, (inputs, gap) in enumerate(cases):
        found = balance(lot, transformed(inputs, [(lot_uri(lot), 10)], hour=number))
        assert gap in found.gaps, f"{inputs}"
        assert found.allowed is None
    assert not BalanceAlarm.objects.exists()


def test_pieces_are_weighed_by_their_net_weight() -> None:
    lot = make_lot()
    lot.variant.net_weight_g = 2500
    lot.variant.save()
    found = balance(lot, transformed([(BOARDS, 10, "KGM")], [(lot_uri(lot), 5)], hour=1))
    assert (found.allowed, found.found, found.is_too_much) == (Decimal(10), Decimal("12.5"), True)


def test_more_used_or_sold_away_than_was_held(lot: Lot) -> None:
    ship = "urn:uuid:buyer"
    told(lot, observed([(BOARDS, 6, "MTQ")], step="https://ref.gs1.org/cbv/BizStep-receiving", hour=1))
    told(lot, transformed([(BOARDS, 5, "MTQ")], [(lot_uri(lot), 10)], hour=2))
    assert not BalanceAlarm.objects.exists()
    told(lot, shipped([(BOARDS, 1, "MTQ")], seller_uri(lot.seller_id), hour=3))
    told(lot, shipped([(BOARDS, 1, "MTQ")], ship, hour=4))
    assert not BalanceAlarm.objects.exists(), "moving goods to oneself takes nothing away"
    told(lot, shipped([(BOARDS, "0.5", "MTQ")], ship, hour=5))
    alarm = BalanceAlarm.objects.get(kind=AlarmKind.USED_ABOVE_HELD)
    assert (alarm.allowed, alarm.found, alarm.uom) == (Decimal(6), Decimal("6.5"), "MTQ")


def test_more_pieces_sold_than_there_are(lot: Lot, monkeypatch: pytest.MonkeyPatch) -> None:
    class Buyers:
        name = "buyers"
        pieces = Decimal(500)

        def receipts(self, lots: Any) -> list[Receipt]:
            return [Receipt("buyers", "1", lot_uri(lot), lot.pk, self.pieces)] if lot.pk in lots else []

        def contacts(self, references: Any) -> dict[str, Any]:
            return {}

    buyers = Buyers()
    monkeypatch.setitem(receivers._SOURCES, "buyers", buyers)
    watch_sold([lot])
    assert not BalanceAlarm.objects.exists()
    buyers.pieces = Decimal(501)
    watch_sold([lot])
    assert BalanceAlarm.objects.get().kind == AlarmKind.SOLD_ABOVE_MADE


def test_a_reason_holds_for_the_figures_that_it_was_given_for(lot: Lot) -> None:
    told(lot, making(lot, 426, transformation_id="urn:uuid:t1", hour=1))
    acknowledge_alarm(alarm=BalanceAlarm.objects.get(), reason=" Phôi mỏng hơn bản vẽ ", by=None)
    assert BalanceAlarm.objects.get().reason == "Phôi mỏng hơn bản vẽ"
    more = transformed([], [(lot_uri(lot), 10)], transformation_id="urn:uuid:t1", hour=2)
    told(lot, more)
    alarm = BalanceAlarm.objects.get()
    assert (alarm.found, alarm.reason, alarm.acknowledged_at) == (Decimal("5.232"), "", None)


def test_the_owners_are_written_to(lot: Lot) -> None:
    make_member(lot.variant.product.seller)
    told(lot, making(lot, 600))
    alarm = BalanceAlarm.objects.get()
    mail_alarm(BalanceAlarmRaised(alarm_id=str(alarm.pk)))
    letter = OutgoingLetter.objects.get(kind="BALANCE_ALARM")
    assert lot.number in letter.subject
    assert "7,2" in letter.text or "7.2" in letter.text


def test_yields_are_possible_and_have_a_basis(lot: Lot) -> None:
    for general in general_yields().values():
        assert 0 < general.most <= 1, general.kind
        assert general.basis, general.kind
    assert set(general_yields()) == set(YieldKind.values)
    wrong = {
        "kind": YieldData(kind="MAGIC"),
        "most": YieldData(most=Decimal(0), basis="x"),
        "basis": YieldData(most=Decimal("0.5")),
        "material_uom": YieldData(material_per_piece=Decimal(1), material_uom="XBX"),
        "material_per_piece": YieldData(material_per_piece=Decimal(0), material_uom="KGM"),
    }
    for field, data in wrong.items():
        with pytest.raises(BadYield) as refused:
            set_yield(variant=lot.variant, data=data, by=None)
        assert refused.value.field == field
