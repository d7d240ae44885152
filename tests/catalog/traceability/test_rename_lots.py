"""A lot keeps its history when it is given a GTIN, or another number, after events named it."""

from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal

import pytest

from catalog.events import ProductChanged, ProductsChanged
from catalog.products.variants import update_variant
from catalog.traceability.create_lot import LotNumberTaken, create_lot, update_lot
from catalog.traceability.epcis.event import EpcisEvent
from catalog.traceability.epcis.rights.readable import readable_events
from catalog.traceability.epcis.rights.viewer import Viewer
from catalog.traceability.graph.trace import Direction, trace_graph
from catalog.traceability.gs1.digital_link import read_digital_link
from catalog.traceability.identity.lot_name import LotName, names_of
from catalog.traceability.identity.speaker import seller_speaking_for
from catalog.traceability.identity.uris import lot_uri
from catalog.traceability.labels.label_run import LabelSubject, LabelSymbol
from catalog.traceability.labels.start_run import WantedLabels, start_label_run
from catalog.traceability.linked_stages import linked_stages
from catalog.traceability.links.level import levels_of
from catalog.traceability.lot import Lot
from catalog.traceability.mass_balance.alarm import AlarmKind, BalanceAlarm
from catalog.traceability.mass_balance.lot_balance import lot_balance
from catalog.traceability.mass_balance.watch import watch_events
from catalog.traceability.own_vocabulary import RENAMING
from catalog.traceability.recall.scope import scope_of
from catalog.traceability.rename_lots import rename_lots, rename_on_change, rename_on_changes
from catalog.traceability.step_data import StepInput
from catalog.traceability.step_kind import StepKind
from marketplace.events.models import OutboxMessage
from marketplace.sellers.models import Seller
from marketplace.subscriptions import SUBSCRIPTIONS
from tests.factories.sellers import make_seller
from tests.factories.traceability import lot_data, make_lot, make_party, make_step

pytestmark = pytest.mark.django_db
GTIN, OTHER_GTIN = "8938501000019", "8938501000026"
BOARDS = "urn:uuid:6b1f0000-0000-4000-8000-000000000001"
NAMED = f"https://id.gs1.org/01/0{GTIN}/10/LO-7"


def on(day: int) -> datetime:
    return datetime(2026, 10, day, 3, tzinfo=UTC)


def dispatch(lot: Lot, to: Seller, pieces: int, day: int) -> None:
    party = make_party(lot.seller, name=to.name, account=to)
    make_step(lot, kind=StepKind.SHIPPING, party=party, quantity=Decimal(pieces), occurred_at=on(day))


@dataclass
class World:
    lot: Lot
    buyer: Seller
    first_name: str

    def give(self, gtin: str = GTIN) -> Lot:
        update_variant(variant=self.lot.variant, gtin=gtin)
        rename_on_change(ProductChanged(product_id=self.lot.variant.product_id))
        return self.again()

    def again(self) -> Lot:
        self.lot = Lot.objects.select_related("variant__product__seller", "seller").get(pk=self.lot.pk)
        return self.lot

    def watch(self) -> None:
        events = EpcisEvent.objects.filter(seller=self.lot.seller).values_list("pk", flat=True)
        watch_events(list(events), seller_id=self.lot.seller_id)


@pytest.fixture
def world() -> World:
    """120 chairs without a GTIN were made of boards, packed, and 30 of them sent to a buyer."""
    lot, buyer = make_lot(number="LO-7", quantity=120), make_seller()
    boards = (StepInput(BOARDS, Decimal(6), "MTQ"),)
    make_step(lot, kind=StepKind.COMMISSIONING, inputs=boards, occurred_at=on(1))
    make_step(lot, kind=StepKind.PACKING, occurred_at=on(2))
    dispatch(lot, buyer, 30, 3)
    return World(lot, buyer, f"urn:uuid:{lot.pk}")


def renamings() -> list[EpcisEvent]:
    return list(EpcisEvent.objects.filter(biz_step=RENAMING).order_by("pk"))


def test_a_gtin_given_after_three_steps_leaves_the_history_whole(world: World) -> None:
    before = linked_stages(world.lot)
    lot = world.give()
    assert (lot.uri, lot_uri(lot), names_of(lot)) == (NAMED, NAMED, frozenset({NAMED, world.first_name}))
    (event,) = renamings()
    assert event.seller == lot.seller
    things = event.things.order_by("role").values_list("role", "uri", "quantity")
    assert list(things) == [("INPUT", world.first_name, 120), ("OUTPUT", NAMED, 120)]
    assert linked_stages(lot) == before, "being renamed is no stage, and what was the lot's own still is"
    assert [stage.biz_step for stage in before] == ["creating_class_instance", "packing", "shipping"] or len(
        before
    ) == 3
    wanted = WantedLabels(symbol=LabelSymbol.QR, subject=LabelSubject.LOT, sheet="A4_21", count=1)
    assert start_label_run(lot=lot, wanted=wanted, by=None).pk


def test_told_twice_it_is_one_event(world: World) -> None:
    lot = world.give()
    assert OutboxMessage.objects.filter(name="ProductChanged", payload__product_id=lot.variant.product_id).exists()
    rename_on_change(ProductChanged(product_id=lot.variant.product_id))
    rename_on_changes(ProductsChanged(product_ids=[lot.variant.product_id]))
    assert (len(renamings()), rename_lots(variant_id=lot.variant_id)) == (1, 0)
    assert rename_on_change in SUBSCRIPTIONS[ProductChanged]
    assert rename_on_changes in SUBSCRIPTIONS[ProductsChanged]


def test_the_graph_is_whole_in_both_directions(world: World) -> None:
    lot = world.give()
    make_step(lot, kind=StepKind.STORING, occurred_at=on(5))
    for start in names_of(lot):
        graph = trace_graph(start, viewer=Viewer.of_sellers([lot.seller_id]), names=names_of(lot))
        assert {node.uri for node in graph.nodes if node.uri} == {BOARDS, world.first_name, NAMED}
        steps = {step.biz_step.rpartition("-")[2] for node in graph.nodes for step in node.steps}
        assert {"packing", "shipping", "storing", "renaming"} <= steps
    down = trace_graph(NAMED, viewer=None, direction=Direction.DOWN, names=names_of(lot))
    told = {step.biz_step.rpartition("-")[2] for node in down.nodes for step in node.steps}
    assert "shipping" in told, "what left under the first name left"


def test_books_are_of_the_lot_whatever_it_is_called(world: World) -> None:
    lot = world.give()
    world.watch()
    assert not BalanceAlarm.objects.exists()
    books = lot_balance(lot)
    assert books.thing is not None
    assert (books.thing.uri, books.thing.held, books.thing.gone) == (NAMED, Decimal(120), Decimal(30))
    assert len(books.processes) == 1, "only the making is a process"
    dispatch(lot, make_seller(), 100, 6)
    world.watch()
    alarm = BalanceAlarm.objects.get()
    assert (alarm.kind, alarm.subject, alarm.lot) == (AlarmKind.USED_ABOVE_HELD, NAMED, lot)
    assert (alarm.allowed, alarm.found) == (Decimal(120), Decimal(130)), "100 under this name and 30 under the first"


def test_a_recall_finds_who_got_goods_under_the_first_name(world: World) -> None:
    lot, later = world.give(), make_seller()
    dispatch(lot, later, 5, 6)
    receipts = scope_of([lot], seller_id=lot.seller_id).receipts
    found = {(one.reference, one.thing): one.quantity for one in receipts}
    assert found == {(str(world.buyer.pk), world.first_name): 30, (str(later.pk), NAMED): 5}


def test_partners_read_on_and_strangers_read_nothing(world: World) -> None:
    lot, later = world.give(), make_seller()
    make_step(lot, kind=StepKind.STORING, occurred_at=on(5))
    everything = set(EpcisEvent.objects.filter(seller=lot.seller).values_list("pk", flat=True))

    def read(seller: Seller) -> set[int]:
        return set(readable_events(Viewer.of_sellers([seller.pk])).values_list("pk", flat=True)) & everything

    assert (read(world.buyer), read(later)) == (everything, set())
    dispatch(lot, later, 5, 6)
    assert read(later) >= everything, "the history from before the GTIN belongs to the goods"
    assert read(make_seller()) == set()


def test_another_seller_with_the_same_name_opens_nothing(world: World) -> None:
    """It gives its own lot the GTIN and number of the other's, and then another number, and names an accomplice."""
    lot, rival, accomplice = world.give(), make_lot(number="LO-7"), make_seller()
    make_step(rival)
    update_variant(variant=rival.variant, gtin=GTIN)
    rename_lots(variant_id=rival.variant_id)
    rival = update_lot(lot=Lot.objects.get(pk=rival.pk), data=lot_data(number="LO-8"))
    dispatch(rival, accomplice, 1, 7)
    viewer = Viewer.of_sellers([rival.seller_id, accomplice.pk])
    assert not readable_events(viewer).filter(seller=lot.seller).exists()
    assert sum(stage.is_own for stage in linked_stages(world.again())) == 3


def test_who_asks_by_a_former_name_is_led_to_the_lot(world: World) -> None:
    lot = world.give()
    lot = update_lot(lot=lot, data=lot_data(number="LO-9", quantity=120))
    lot = world.give(OTHER_GTIN)
    assert lot.uri == f"https://id.gs1.org/01/0{OTHER_GTIN}/10/LO-9"
    former = [NAMED, f"https://id.gs1.org/01/0{GTIN}/10/LO-9"]
    assert LotName.objects.count() == len(renamings()) == 3
    for uri in (*former, lot.uri):
        assert levels_of(read_digital_link(uri))[0].lots == [lot], uri
    for uri in (*former, lot.uri, world.first_name):
        assert seller_speaking_for(uri) == lot.seller, uri
    assert len(linked_stages(lot)) == 3


def test_a_number_of_a_renamed_lot_is_not_given_to_another(world: World) -> None:
    lot = update_lot(lot=world.give(), data=lot_data(number="LO-9", quantity=120))
    other = make_lot(lot.variant, number="LO-10")
    with pytest.raises(LotNumberTaken):
        create_lot(variant=lot.variant, data=lot_data(number="LO-7"))
    with pytest.raises(LotNumberTaken):
        update_lot(lot=other, data=lot_data(number="LO-7"))
    back = update_lot(lot=lot, data=lot_data(number="LO-7", quantity=120))
    assert (back.uri, len(linked_stages(back))) == (NAMED, 3)
    world.watch()
    assert not BalanceAlarm.objects.exists()


def test_a_lot_that_no_event_names_is_just_called_otherwise() -> None:
    lot = make_lot(number="LO-7")
    assert lot.uri == f"urn:uuid:{lot.pk}"
    update_variant(variant=lot.variant, gtin=GTIN)
    assert rename_lots(variant_id=lot.variant_id) == 1
    lot.refresh_from_db()
    assert (lot.uri, LotName.objects.count(), EpcisEvent.objects.count()) == (NAMED, 0, 0)


def test_rows_from_before_names_were_kept(world: World) -> None:
    """They are called as their events call them, and so are steps that are recorded before anything is renamed."""
    Lot.objects.update(uri="")
    update_variant(variant=world.lot.variant, gtin=GTIN)
    make_step(world.again(), kind=StepKind.STORING, occurred_at=on(5))
    assert world.again().uri == world.first_name
    lot = world.give()
    assert (lot.uri, len(renamings()), len(linked_stages(lot))) == (NAMED, 1, 4)
