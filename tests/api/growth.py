"""More of everything, beside what there is and inside it: for showing that more rows need no more statements."""

from datetime import time, timedelta
from decimal import Decimal
from typing import Any

from catalog.favorites.keep import keep_favorite
from catalog.pricing.set_price import set_price
from catalog.products.bulk_import.preview import preview_import
from catalog.products.related.choose import Choice, choose_related
from catalog.products.update import update_product
from catalog.reviews.report_abuse import report_review
from catalog.search.index_products import rebuild_index
from catalog.traceability.identity.uris import lot_uri
from i18n.money import Money
from i18n.translate import set_translation
from marketplace.accounts.user import User
from marketplace.content.drafts import save_draft
from marketplace.content.menus import add_item, create_menu
from marketplace.content.page import Page
from marketplace.content.pages import create_page, update_page
from marketplace.expo.booths import assign_booth
from marketplace.expo.editions.hours import HoursAudience
from marketplace.expo.editions.set_hours import Hours, set_opening_hours
from marketplace.expo.exhibitors import show_product
from marketplace.expo.imports.preview import preview_exhibitors
from marketplace.expo.imports.sources import create_source
from marketplace.expo.models import Expo
from marketplace.expo.news.write import NewsDraft, write_news
from marketplace.expo.plan.features import FeatureDraft, create_feature
from marketplace.expo.plan.rectangle import Rectangle
from marketplace.sellers.models import Seller
from orders.fulfillment.ship import Dispatch, ship_seller_order
from orders.lifecycle.cancel import cancel_seller_order
from orders.payments.owe_refund import owe_refund
from orders.payments.refund import Refund, RefundReason
from tests.api.aftermath import more_aftermath
from tests.api.catalogue import grow_catalogue
from tests.api.fair_business import more_business
from tests.api.fair_leads import more_leads
from tests.api.fair_meetings import more_meetings
from tests.api.fair_visits import more_visits
from tests.api.post import more_post
from tests.api.talk import more_talk
from tests.api.world import World, workbook
from tests.api.world.on_its_way import more_on_its_way
from tests.api.world.trade import more_screened
from tests.factories.accounts import make_address, make_session
from tests.factories.catalog import make_category, make_media, make_product
from tests.factories.channels import make_channel
from tests.factories.customs import make_edition
from tests.factories.declarations import make_bill, make_material
from tests.factories.epcis import make_capture_job, make_event
from tests.factories.expo import make_booth, make_exhibitor, make_expo, make_hall
from tests.factories.indicators import make_snapshot
from tests.factories.labels import make_company_prefix, make_item_identifier, make_label_run, make_series
from tests.factories.lot_materials import make_lot_materials
from tests.factories.money import make_commission_rule
from tests.factories.money_out import more_money_out
from tests.factories.orders import SELLER, make_chair, make_order, make_packed_order, make_paid_order
from tests.factories.push import make_device
from tests.factories.recalls import make_balance_alarm, make_recalled
from tests.factories.reputation import make_certificate, make_invitation, make_review
from tests.factories.sellers import make_member, make_seller
from tests.factories.shoppers import make_shoppers
from tests.factories.trace_entry import make_lot_import, make_material_batch, make_proposal
from tests.factories.traceability import (
    give_gtin,
    make_code,
    make_link_target,
    make_lot,
    make_party,
    make_place,
    make_step,
    make_submission,
)


def grow(world: World, number: int) -> None:
    """One more of everything; ``number`` tells it from the others."""
    facts = world.facts
    seller: Seller = facts["seller"]
    make_member(seller, "PACKER")
    make_member(make_seller(), user=world.people["owner"])
    world.people["buyer"].saved_addresses.create(address=make_address())
    chair = _goods(facts["channel"], seller, number)
    _inside(facts, chair, number)
    _orders(chair, facts, world.people["buyer"])
    _money(facts, chair, world.people)
    more_post(chair, world.people["operator"], number)
    _fair(facts, chair, number)
    more_meetings(facts, number)
    more_leads(facts, number)
    more_visits(facts, number)
    more_business(facts, world.people["owner"], number)
    _reputation(facts, chair.product, world.people)
    more_talk(facts, chair, world.people["buyer"], world.people["owner"])
    more_aftermath(facts, chair, world.people["buyer"], number)
    more_money_out(seller, world.people["operator"], number)
    make_edition(by=world.people["operator"])
    make_snapshot()
    make_device(world.people["buyer"], session=make_session(world.people["buyer"]))
    make_snapshot("fair-visitors", scope=f"fair-{number}")
    more_on_its_way(facts["shipment"], number)
    more_screened(number)
    make_bill(facts["product"], materials=[make_material(name=f"Gỗ {each}") for each in range(number + 2)])
    update_product(product=facts["draft"], by=world.people["owner"], hs_code=f"9401{60 + number}")
    _content(facts, number)
    grow_catalogue(facts, chair.product, number)
    preview_import(seller=seller, file_name="x.xlsx", content=_products(number), by=world.people["owner"])


def after_growth() -> None:
    rebuild_index()


def _goods(channel: Any, seller: Seller, number: int) -> Any:
    category = make_category(parent=None)
    product = make_product(seller=seller, category=make_category(parent=category))
    make_media(product)
    set_translation(subject="catalog.Product", object_id=product.pk, language="en", texts={"name": f"Chair {number}"})
    chair = make_chair(channel, product=product)
    make_chair(channel, product=product)
    make_product(seller=seller, approval="PENDING")
    return chair


def _money(facts: dict[str, Any], chair: Any, people: dict[str, User]) -> None:
    """More goes back, more is kept, more rules count, inside an order and beside it."""
    make_commission_rule(seller=facts["seller"])
    order = make_paid_order((chair, 1), (facts["variant"], 1), user=people["buyer"])
    for part in order.seller_orders.all():
        cancel_seller_order(seller_order_id=part.pk, by=SELLER, reason="")
    for part in facts["order"].seller_orders.select_related("order"):
        key = f"goodwill-{Refund.objects.count()}"
        owe_refund(part, Money(Decimal(1), part.currency), key=key, reason=RefundReason.GOODWILL)


def _content(facts: dict[str, Any], number: int) -> None:
    """More pages and menus, and more in the menu there is, also below what stands in it."""
    page = create_page(title=f"Page {number}", is_published=True)
    set_translation(subject="content.Page", object_id=page.pk, language="nl", texts={"title": f"Pagina {number}"})
    Page.objects.update(seller=facts["seller"], image=f"products/{number}/2048.webp")
    update_page(page=facts["page"], lead=f"Lead {number}")
    save_draft(page=facts["page"], language=("nl", "it")[number % 2], texts={"title": f"Titel {number}"}, by=None)
    other = create_menu(name=f"Menu {number}")
    for menu, parent in ((other, None), (facts["menu"], None), (facts["menu"], facts["menu_item"])):
        add_item(menu=menu, parent=parent, name=page.title, page=page)
        add_item(menu=menu, parent=parent, name="Wood", category=facts["product"].category)
        entry = add_item(menu=menu, parent=parent, name="Gifts", collection=facts["collection"])
        add_item(menu=menu, parent=entry, name="Fairs", url="/en/eu/fairs")


def _inside(facts: dict[str, Any], chair: Any, number: int) -> None:
    product = facts["product"]
    make_media(product)
    another = make_chair(facts["channel"], product=product)
    set_price(variant=facts["variant"], channel=make_channel(f"market-{number}"), price=Decimal(120 + number))
    for lot in (make_lot(give_gtin(chair)), facts["lot"], make_lot(give_gtin(another))):
        make_step(lot)
        make_code(lot)
        make_shoppers(lot)
        make_proposal(lot)
        make_lot_import(lot.variant)
        make_link_target(lot)
        make_submission(lot)
        make_label_run(lot)
        make_item_identifier(lot.variant)
        make_event(lot.seller, quantityList=[{"epcClass": lot_uri(lot)}])
    make_lot_materials(facts["lot"], *(f"Gỗ {each}" for each in range(number + 2)))
    make_capture_job(facts["seller"])
    make_material_batch(facts["seller"])
    make_step(facts["lot"], place_ref=make_place(facts["seller"]), party=make_party(facts["seller"]))
    make_recalled(make_lot(another))
    make_balance_alarm(facts["lot"])
    make_series(facts["seller"], another)
    make_company_prefix(make_seller())


def _reputation(facts: dict[str, Any], product: Any, people: dict[str, User]) -> None:
    for each in (product, facts["product"]):
        make_certificate(each)
        make_certificate(each, covers_all_products=True)
        report_review(review=make_review(each, user=people["buyer"]), reporter=people["operator"], reason="FALSE")
        make_review(each, approved=False)
        make_invitation(each, user=people["buyer"])
    keep_favorite(user=people["buyer"], product=product)
    beside = [choice.related for choice in facts["product"].related_choices.select_related("related")]
    choose_related(product=facts["product"], choices=[Choice(each, both_ways=True) for each in (*beside, product)])
    choose_related(product=product, choices=[Choice(facts["product"])])


def _orders(chair: Any, facts: dict[str, Any], buyer: User) -> None:
    make_order((chair, 1), (facts["other_variant"], 1), user=buyer)
    for part in make_packed_order((chair, 1), (facts["variant"], 1), user=buyer).seller_orders.all():
        ship_seller_order(seller_order_id=part.pk, dispatch=Dispatch(carrier="Sample Lines"), by=SELLER)


def _fair(facts: dict[str, Any], chair: Any, number: int) -> None:
    for expo, x in ((facts["expo"], number * 4), (make_expo(), 0)):
        hall = make_hall(expo, name=f"H{number}")
        exhibitor = make_exhibitor(expo, seller=chair.product.seller)
        assign_booth(booth=make_booth(hall, f"B{number}", x), exhibitor=exhibitor)
        show_product(exhibitor=exhibitor, product=chair.product)
    show_product(exhibitor=facts["exhibitor"], product=chair.product)
    assign_booth(booth=make_booth(facts["hall"], f"C{number}", 4 * number, 20), exhibitor=facts["exhibitor"])
    pillar = Rectangle(Decimal(2 * number), Decimal(38), Decimal(1), Decimal(1))
    create_feature(hall=facts["hall"], draft=FeatureDraft("PILLAR", pillar))
    source = create_source(name=f"Nguồn {number}")
    preview_exhibitors(expo=facts["expo"], content=_exhibitors(number), file_name="x.xlsx", source=source)
    write_news(expo=facts["expo"], draft=NewsDraft(f"Tin {number}", "Cổng A."), by=None)
    set_opening_hours(expo=facts["expo"], hours=_hours(facts["expo"], number))


def _hours(expo: Expo, number: int) -> list[Hours]:
    """Every day of the fair as long as ever, for who meets there, and one day of building up more."""
    fair_days = [expo.starts_on + timedelta(days=each) for each in range((expo.ends_on - expo.starts_on).days + 1)]
    before = [expo.starts_on - timedelta(days=each + 1) for each in range(number)]
    visiting = [Hours(day, time(9), time(17)) for day in fair_days]
    return [*visiting, *(Hours(day, time(8), time(12), HoursAudience.BUILD_UP) for day in before)]


def _products(number: int) -> bytes:
    rows = [(f"N-{number}-{row}", "Ghế", 1000, 1) for row in range(2)]
    return workbook(("SKU", "Tên sản phẩm", "Giá", "Số lượng"), *rows)


def _exhibitors(number: int) -> bytes:
    return workbook(("Tên doanh nghiệp",), (f"Công ty Mẫu {number}",))
