"""Each desk's main way, by the people who work there: a dispute decided, news of a fair, a lead at a stand."""

from decimal import Decimal

import pytest
from django.utils import timezone

from marketplace.expo.models import FairNews, Lead
from marketplace.graphql import to_global_id
from orders.disputes.dispute import Dispute
from orders.disputes.settle import escalate_dispute
from orders.lifecycle.order import Order
from tests.factories.accounts import make_expo_officer, make_operator
from tests.factories.leads import badge_code, make_fair_visitor
from tests.factories.orders import BUYER
from tests.frontend.exhibitor_desk.world import make_desk
from tests.frontend.world import World
from tests.journeys import buyer_pages as buyer
from tests.journeys.conftest import NewVisitor
from tests.journeys.maker_pages import sign_in
from tests.journeys.steps import work_in_the_background
from tests.journeys.web.conftest import keep_screen

pytestmark = [pytest.mark.browser, pytest.mark.services, pytest.mark.django_db(transaction=True)]


def test_an_operator_decides_a_dispute_in_english(world: World, visitor: NewVisitor) -> None:
    dispute = Dispute.objects.get()
    escalate_dispute(dispute_id=dispute.pk, said=None, by=BUYER, now=timezone.now())
    operator = visitor(language="en")
    sign_in(operator, make_operator().email)
    operator.open("/en/operator/disputes")
    operator.follow(operator.page.locator("main table a, main .card a").first)
    operator.submit("decide", amount="12.50", text="Half of the damage is the carrier's.")
    keep_screen(operator.page, "operator-decided")
    dispute.refresh_from_db()
    assert dispute.refunded_amount == Decimal("12.50") and dispute.status == "DECIDED"
    assert "Half of the damage is the carrier's." in operator.text()


def test_a_buyer_narrows_the_list_orders_and_follows_the_parcel_in_dutch(world: World, visitor: NewVisitor) -> None:
    shop = visitor(language="nl")
    page = shop.open(f"{buyer.SHOP}products")
    page.get_by_label(shop.says("In stock now")).check()
    page.wait_for_url("**in_stock=1**")
    shop.follow(page.locator(".product-card .name a").first)
    buyer.put_into_basket(shop, 4)
    buyer.fill_in_address(shop)
    buyer.choose_deliveries(shop, world.seller.name)
    buyer.order(shop, gateway="bank_transfer")
    assert Order.objects.get(email=buyer.EMAIL).number == buyer.order_number(shop)
    page = shop.open(f"/nl/{world.addresses['tracking']}")
    assert page.locator("main .timeline li, main ol li").count() >= 1
    keep_screen(page, "buyer-tracking")


def test_fair_staff_write_news_in_vietnamese_and_release_it(site: str, visitor: NewVisitor) -> None:
    expo = make_desk().exhibitor.expo
    officer = visitor(language="vi")
    sign_in(officer, make_expo_officer().email)
    officer.open(f"/vi/expo-desk/{expo.slug}/news")
    officer.submit("create", title="Giờ mở cửa", body="Hội chợ mở cửa lúc 8 giờ.")
    officer.page.locator("details:has([value=release]) > summary").click()
    officer.submit("release")
    work_in_the_background()
    keep_screen(officer.page, "expo-news")
    news = FairNews.objects.get(expo=expo, title="Giờ mở cửa")
    assert news.title == "Giờ mở cửa" and news.released_at is not None


def test_an_exhibitor_keeps_a_lead_in_japanese(site: str, visitor: NewVisitor) -> None:
    desk = make_desk()
    visitor_met = make_fair_visitor(desk.exhibitor.expo, name="田中 例子", country="JP")
    code = badge_code(visitor_met)
    stand = visitor(language="ja")
    sign_in(stand, desk.manager.email)
    leads = f"/ja/exhibitor-desk/{desk.exhibitor.expo.slug}/{to_global_id('Exhibitor', desk.exhibitor.pk)}/leads"
    page = stand.open(f"{leads}/scan")
    page.wait_for_selector("[data-ready]")
    page.locator("[name=code]").fill(code)
    page.locator("[name=note]").fill("漆器の椀を百個。")
    page.locator("#entry button[type=submit]").click()
    page.locator("#said a").wait_for()
    assert Lead.objects.get(visitor=visitor_met).note == "漆器の椀を百個。"
    stand.open(leads)
    assert "田中 例子" in stand.text()
    keep_screen(page, "exhibitor-leads")
