"""The demo's lots are numbered with GS1's examples, balance or say why not, were recalled once, and are sealed."""

from decimal import Decimal

import pytest

from catalog.products.product import Product
from catalog.traceability.epcis.event import EpcisEvent
from catalog.traceability.identity.company_prefix import prefix_of
from catalog.traceability.identity.prefix_digits import gtin_has_prefix
from catalog.traceability.identity.speaker import seller_speaking_for
from catalog.traceability.identity.uris import lot_uri
from catalog.traceability.links.target import DigitalLinkTarget
from catalog.traceability.lot import Lot
from catalog.traceability.mass_balance.alarm import BalanceAlarm
from catalog.traceability.materials.due_diligence import DueDiligenceStatement
from catalog.traceability.materials.lot_material import LotMaterial
from catalog.traceability.proof.day import DailyRoot
from catalog.traceability.recall.recall import Recall
from marketplace.demo.inspections import answer_for_wood, explain_books, seal_first_day
from marketplace.demo.lots import trace_lots
from marketplace.demo.numbering import number_goods
from marketplace.demo.people import People
from marketplace.demo.recalls import recall_once
from marketplace.demo.sellers import SettledSeller
from marketplace.demo.world import read, read_all
from tests.factories.accounts import make_user
from tests.factories.catalog import make_product, make_variant
from tests.factories.sellers import make_member

EXAMPLES = "952"


@pytest.fixture
def lots() -> dict[str, Lot]:
    """The demo's own, of goods that are like the demo's."""
    sellers, products = {}, dict[str, Product]()
    for data in read_all("sellers"):
        for entry in (one for one in data["products"] if "gtin" in one["variants"][0]):
            product = make_product()
            make_variant(product, gtin=entry["variants"][0]["gtin"])
            products[entry["key"]] = product
            sellers[data["key"]] = SettledSeller(product.seller, make_member(product.seller), None, data)  # type: ignore[arg-type]  # lots need no warehouse
    staff = make_user()
    assert number_goods(sellers, People(staff, staff, staff, staff)) == len(sellers)
    return trace_lots(products)


@pytest.mark.django_db
def test_goods_bear_numbers_of_examples_and_their_makers_speak_for_them(lots: dict[str, Lot]) -> None:
    assert set(lots) == {data["product"] for data in read("chains.toml")["chains"]}
    for lot in lots.values():
        prefix, gtin = prefix_of(lot.seller_id), lot.variant.gtin
        assert prefix is not None
        assert prefix.is_verified
        assert prefix.prefix.startswith(EXAMPLES)
        assert gtin_has_prefix(gtin, prefix.prefix), gtin
        assert (sum(int(digit) * (1, 3)[at % 2] for at, digit in enumerate(gtin)) % 10) == 0, gtin
        assert lot_uri(lot) == f"https://id.gs1.org/01/0{gtin}/10/{lot.number}"
        assert seller_speaking_for(lot_uri(lot)) == lot.seller
        assert EpcisEvent.objects.filter(things__uri=lot_uri(lot)).count() >= 3, "steps name the lot by its number"
    assert DigitalLinkTarget.objects.in_use().get().title == "Hướng dẫn lắp ráp bàn ăn"


@pytest.mark.django_db
def test_wood_is_answered_for_and_days_are_sealed(lots: dict[str, Lot]) -> None:
    answer_for_wood(lots)
    material = LotMaterial.objects.get()
    assert (material.lot, material.country, material.volume_m3) == (lots["ban-an-go-keo"], "VN", Decimal("8.4"))
    assert [plot.name for plot in material.plots.all()] == ["Lô rừng keo số 7"]
    assert DueDiligenceStatement.objects.get().lot == material.lot
    assert explain_books(lots) == 1
    alarm = BalanceAlarm.objects.get(lot=material.lot)
    assert alarm.acknowledged_at
    assert alarm.reason
    assert alarm.found > alarm.allowed
    assert recall_once(lots) == 0, "nobody bought anything yet"
    assert not Recall.objects.get().is_open
    assert seal_first_day() == 1
    assert DailyRoot.objects.get().size == EpcisEvent.objects.count()
