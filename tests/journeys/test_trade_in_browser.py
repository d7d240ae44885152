"""One whole trade through the pages, in a real Chromium: the same story as through the API, by people this time."""

from pathlib import Path
from typing import Any

import pytest

from marketplace.channels.defaults import create_default_channels
from tests.cast import assemble
from tests.factories.accounts import PASSWORD
from tests.factories.orders import make_exchange_rate
from tests.journeys import buyer_pages as buyer
from tests.journeys import fair_pages as fairs
from tests.journeys import maker_pages as maker
from tests.journeys import staff_pages as staff
from tests.journeys.client import ApiClient
from tests.journeys.conftest import NewVisitor
from tests.journeys.makers import new_seller, offer, one_product

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
BOWL_DESK = "/vi/seller/son-mai-mau"


@pytest.fixture
def bowl(site: str) -> Any:
    """The second maker's, who came through the API: a lacquer bowl that waits for its approval."""
    create_default_channels()
    assemble()
    make_exchange_rate()
    operator = ApiClient(language="vi")
    operator.sign_in("operator@example.org", PASSWORD)
    owner, seller = new_seller(operator, "son@example.org", "Sơn Mài Mẫu", "LACQUER", "3702000013")
    product = one_product(owner, seller)
    offer(owner, seller, product, dutch="Lakwerk kom", english="Lacquer bowl", price="34.50")
    return product


@pytest.mark.services  # long; the same trade goes through the API in every run
def test_the_whole_trade_by_hand(bowl: Any, visitor: NewVisitor, tmp_path: Path) -> None:
    carpenter, operator = visitor(language="vi"), visitor(language="vi")
    maker.sign_in(operator, "operator@example.org")
    maker.open_account(carpenter)
    maker.apply_to_sell(carpenter, wrong="3702000001", right="3702000006")
    staff.approve_seller(operator, "Xưởng Mộc Mẫu")
    maker.import_products(carpenter, tmp_path)
    maker.offer_table(carpenter)
    shop = visitor(language="nl")
    assert buyer.search(shop, "houten tafel") == [], "nothing shows before it is approved"
    staff.approve_products(operator, "Bàn ăn gỗ keo", "Tô sơn mài")

    assert buyer.search(shop, "ban go") == ["Houten tafel van acacia"]
    buyer.look_at(shop, "houten tafel")
    buyer.read_safety(shop)
    buyer.read_costs(shop)
    buyer.put_into_basket(shop, 2)
    buyer.look_at(shop, "lakwerk kom")
    buyer.put_into_basket(shop, 3)
    buyer.fill_in_address(shop)
    buyer.choose_deliveries(shop, "Xưởng Mộc Mẫu", "Sơn Mài Mẫu")
    buyer.order(shop, gateway="bank_transfer")
    buyer.fetch_proforma(shop)
    staff.mark_as_paid(operator, buyer.order_number(shop), reference=buyer.payment_reference(shop))

    buyer.pay_by_test_card(visitor(language="nl"), "lakwerk kom")

    code = maker.trace_lot(carpenter)
    lacquerer = visitor(language="vi")
    maker.sign_in(lacquerer, "son@example.org")
    maker.send_parcel(carpenter, maker.DESK, tracking="VB123456785NL", slip="VB123456789NL", code=code)
    maker.send_parcel(lacquerer, BOWL_DESK, tracking="VB987654326NL")
    buyer.has_arrived(shop, tracking=["VB123456785NL", "VB987654326NL"])
    reader = visitor(language="nl")
    buyer.scan(reader, code.replace("-", ""))

    officer = visitor(language="vi")
    maker.sign_in(officer, "expo@example.org")
    fair = fairs.plan_fair(officer)
    fairs.import_exhibitors(officer, fair, tmp_path)
    fairs.settle_exhibitors(officer, fair, exhibit="Bàn ăn gỗ keo")
    fairs.publish(officer, fair, reader)
    fairs.visit(reader, product="Houten tafel van acacia")
