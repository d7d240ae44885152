"""A small world for the whole API: the cast, two houses with goods, orders, shipments, lots, imports and a fair."""

import io
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.apps import apps
from django.db.models import Model
from django.utils import timezone
from openpyxl import Workbook

from catalog.favorites.keep import keep_favorite
from catalog.models import Warehouse
from catalog.products.bulk_import.preview import preview_import
from catalog.products.review import reject_product
from catalog.reviews.report_abuse import report_review
from catalog.search.index_products import rebuild_index
from i18n.exchange.export import export_translations
from i18n.exchange.preview_import import preview_import as preview_translations
from i18n.glossary.terms import TermFields, create_term
from i18n.money import Money
from i18n.today import today_here
from i18n.units.sources import Narrowing
from marketplace.accounts.models import User
from marketplace.accounts.tokens.access import make_access_token
from marketplace.content.menus import add_item, create_menu
from marketplace.content.pages import create_page
from marketplace.events.models import OutboxMessage
from marketplace.expo.booths import assign_booth
from marketplace.expo.exhibitors import show_product
from marketplace.expo.imports.preview import preview_exhibitors
from marketplace.expo.models import Expo
from marketplace.graphql import to_global_id
from marketplace.sellers.invitation_token import make_token
from marketplace.sellers.member import MemberRole
from marketplace.sellers.models import Seller, SellerMember
from marketplace.sellers.reinstate import reinstate_seller
from marketplace.sellers.seller import SellerStatus
from marketplace.sellers.suspend import suspend_seller
from orders.checkout.checkout_delivery import CheckoutDelivery
from orders.fulfillment.ship import Dispatch, ship_seller_order
from orders.lifecycle.cancel import cancel_seller_order
from orders.payments.mark_as_paid import mark_as_paid
from orders.payments.refund import Refund, RefundStatus
from orders.payments.send_refund import settle_refund
from orders.payouts.accounts.payout_account import PayoutAccount
from tests.api.aftermath import make_aftermath, own_aftermath
from tests.api.catalogue import describe, make_collections, make_house_rows, make_structure, suggest
from tests.api.post import make_post
from tests.api.talk import make_talk
from tests.cast import Cast, House, assemble
from tests.factories.accounts import make_address, make_user
from tests.factories.catalog import make_category, make_media, make_product
from tests.factories.channels import make_channel
from tests.factories.expo import make_booth, make_exhibitor, make_expo, make_hall
from tests.factories.money import make_commission_rule
from tests.factories.money_out import make_money_out
from tests.factories.orders import (
    SELLER,
    make_chair,
    make_checkout,
    make_order,
    make_packed_order,
    make_paid_order,
    make_ready_checkout,
)
from tests.factories.reputation import make_certificate, make_invitation, make_review
from tests.factories.sellers import make_seller
from tests.factories.traceability import make_code, make_lot, make_step

GLOBAL_IDS = {
    "Address": "accounts.Address", "User": "accounts.User", "Channel": "channels.Channel",
    "Seller": "sellers.Seller", "SellerMember": "sellers.SellerMember", "Category": "catalog.Category",
    "Product": "catalog.Product", "ProductVariant": "catalog.ProductVariant", "ProductType": "catalog.ProductType",
    "ProductMedia": "catalog.ProductMedia", "ProductImport": "catalog.ProductImport",
    "StockImport": "catalog.StockImport", "Webhook": "marketplace.Webhook",
    "WebhookDelivery": "marketplace.WebhookDelivery",
    "Warehouse": "catalog.Warehouse", "Stock": "catalog.Stock", "Lot": "catalog.Lot",
    "Certificate": "catalog.Certificate", "ProductReview": "catalog.Review",
    "ReviewInvitation": "catalog.ReviewInvitation",
    "TraceStep": "catalog.TraceStep", "Checkout": "orders.Checkout", "CheckoutLine": "orders.CheckoutLine",
    "Payout": "orders.Payout", "PayoutFile": "orders.PayoutFile", "PayoutSchedule": "orders.PayoutSchedule",
    "SellerBankAccount": "orders.SellerBankAccount", "LedgerDifference": "orders.Difference",
    "Quote": "orders.Quote", "QuoteRequest": "orders.QuoteRequest", "QuoteRequestLine": "orders.QuoteRequestLine",
    "QuoteLine": "orders.QuoteLine", "BuyerTerms": "orders.BuyerTerms", "Conversation": "orders.Conversation",
    "Message": "orders.Message", "MessageReport": "orders.MessageReport",
    "CommissionRule": "orders.CommissionRule", "Refund": "orders.Refund", "Instalment": "orders.Instalment",
    "BankEntry": "orders.BankEntry", "BankStatement": "orders.BankStatement", "Payment": "orders.Payment",
    "OutgoingLetter": "accounts.OutgoingLetter",
    "Order": "orders.Order", "OrderLine": "orders.OrderLine", "SellerOrder": "orders.SellerOrder",
    "ReturnRequest": "orders.ReturnRequest", "Dispute": "orders.Dispute", "DisputeMessage": "orders.DisputeMessage",
    "Voucher": "orders.Voucher", "VoucherCode": "orders.VoucherCode", "VoucherChannelListing": "orders.VoucherListing",
    "Fulfillment": "orders.Fulfillment", "Shipment": "logistics.Shipment", "ShipmentDocument": "logistics.Document",
    "Expo": "expo.Expo", "Hall": "expo.Hall", "Booth": "expo.Booth", "Exhibitor": "expo.Exhibitor",
    "Exhibit": "expo.Exhibit", "ExhibitorImport": "expo.ExhibitorImport",
    "GlossaryTerm": "i18n.GlossaryTerm", "TranslationImport": "i18n.TranslationImport",
    "MachineTranslationRequest": "i18n.MachineTranslationRequest",
    "Attribute": "catalog.Attribute", "AttributeValue": "catalog.AttributeValue",
    "Collection": "catalog.Collection", "Takedown": "catalog.Takedown", "ExportFile": "catalog.ProductExport",
    "Page": "marketplace.Page", "Menu": "marketplace.Menu", "MenuItem": "marketplace.MenuItem",
    "TransactionItem": "orders.Payment",
    "SellerInvitation": "sellers.SellerInvitation", "ResponsiblePerson": "sellers.ResponsiblePerson",
}  # fmt: skip
"""Every type of the API with a global id, and the table of its rows."""


@dataclass
class World:
    cast: Cast
    people: dict[str, User]
    """By what they are: buyer, owner, manager, packer, stranger_owner, operator, expo_officer, other_buyer."""
    tokens: dict[str, str | None]
    """Access tokens by the same names, and nobody's."""
    facts: dict[str, Any]
    """Single rows that tests name."""
    own: dict[str, list[str]]
    """By type, ids of rows that the buyer or the owner has, or that wait for staff."""
    texts: dict[str, list[str]] = field(default_factory=dict)
    """Values that fit an argument by its name, beside ids."""


def ids_of(type_name: str) -> list[str]:
    """The global ids of all rows of a type."""
    model = apps.get_model(GLOBAL_IDS[type_name])
    attribute = "public_id" if type_name == "User" else "pk"
    keys = model._default_manager.order_by("pk").values_list(attribute, flat=True)
    return [to_global_id(type_name, key) for key in keys]


def gid(type_name: str, row: Model) -> str:
    return to_global_id(type_name, row.pk)


def make_world() -> World:
    """Everything the API can be asked about exists at least once, in the states that matter."""
    cast = assemble()
    channel = make_channel("eu")
    other_buyer = make_user(email="other.buyer@example.org", totp_seed="begun")
    other_buyer.saved_addresses.create(address=make_address(first_name="Geheim", street_address_1="Elders 9"))
    facts: dict[str, Any] = {"channel": channel, **make_structure()}
    facts["address"] = cast.buyer.default_shipping_address
    facts |= _goods(cast.woodworks, facts, "moc")
    facts |= {f"other_{name}": row for name, row in _goods(cast.pottery, facts, "gom").items()}
    facts |= make_collections(channel, facts["product"], facts["other_product"])
    facts |= _sellers_of_all_states()
    facts |= _orders(facts["variant"], facts["other_variant"], cast.buyer, other_buyer)
    facts |= _money(facts, cast, cast.buyer)
    facts |= make_aftermath(facts, cast.buyer, other_buyer)
    facts |= make_money_out(cast)
    facts |= make_post(facts["unpaid_order"], facts["variant"], cast.operator)
    facts |= _fair(cast, facts)
    facts |= _content()
    facts |= _imports(cast, facts)
    facts |= _reputation(facts, cast.buyer, other_buyer)
    facts |= make_talk(cast.woodworks, facts["variant"], cast.buyer, other_buyer, facts["other_variant"])
    _decisions(cast, facts)
    people = {
        "buyer": cast.buyer,
        "other_buyer": other_buyer,
        "owner": cast.woodworks.owner,
        "manager": cast.woodworks.manager,
        "packer": cast.woodworks.packer,
        "stranger_owner": cast.pottery.owner,
        "operator": cast.operator,
        "expo_officer": cast.expo_officer,
    }
    tokens: dict[str, str | None] = {name: make_access_token(user) for name, user in people.items()}
    rebuild_index()
    OutboxMessage.objects.update(delivered_at=timezone.now())
    return World(cast, people, {"nobody": None, **tokens}, facts, _own(facts), _texts(facts, people))


def _content() -> dict[str, Any]:
    """A page that is shown, one that isn't, and a menu that leads to both."""
    shown = create_page(title="Delivery", content="<p>How.</p>", is_published=True)
    hidden = create_page(title="Bản nháp")
    menu = create_menu(name="Footer", slug="footer")
    items = [add_item(menu=menu, name=page.title, page=page) for page in (shown, hidden)]
    return {"page": shown, "hidden_page": hidden, "menu": menu, "menu_item": items[0]}


def _goods(house: House, facts: dict[str, Any], name: str) -> dict[str, Any]:
    seller: Seller = house.seller
    category = make_category()
    suggest(category, facts["attribute"])
    kind = {"category": category, "product_type": facts["product_type"]}
    product = make_product(seller=seller, slug=f"ghe-{name}", **kind)
    media = make_media(product)
    variant = make_chair(facts["channel"], product=product, sku=f"GHE-{name}")
    describe(product, variant)
    draft = make_product(seller=seller, slug=f"nhap-{name}", approval="DRAFT")
    pending = make_product(seller=seller, slug=f"cho-{name}", approval="PENDING")
    lot = make_lot(variant)
    step = make_step(lot)
    code = make_code(lot)
    return {"seller": seller, "product": product, "media": media, "variant": variant, "draft": draft,
            "pending": pending, "lot": lot, "step": step, "code": code,
            **make_house_rows(house, name)}  # fmt: skip


def _reputation(facts: dict[str, Any], buyer: User, other_buyer: User) -> dict[str, Any]:
    """What others say of the goods: attested, kept, said, reported, and not said yet."""
    product, other = facts["product"], facts["other_product"]
    certificate, other_certificate = make_certificate(product), make_certificate(other)
    for user, kept in ((buyer, product), (other_buyer, other)):
        keep_favorite(user=user, product=kept)
    review = make_review(product, user=buyer)
    report_review(review=review, reporter=other_buyer, reason="FALSE")
    return {
        "certificate": certificate,
        "other_certificate": other_certificate,
        "review": review,
        "waiting_review": make_review(other, user=other_buyer, approved=False),
        "review_right": make_invitation(product, user=buyer),
        "other_review_right": make_invitation(other, user=other_buyer),
        "guest_review_right": make_invitation(product),
    }


def _decisions(cast: Cast, facts: dict[str, Any]) -> None:
    """Staff have decided on goods and on the house, which their histories tell."""
    reject_product(product=make_product(seller=facts["seller"], approval="PENDING"), by=cast.operator, reason="Mờ")
    suspend_seller(seller=facts["seller"], by=cast.operator, reason="Thiếu giấy tờ")
    facts["seller"] = reinstate_seller(seller=facts["seller"], by=cast.operator, reason="Đã đủ")


def _sellers_of_all_states() -> dict[str, Any]:
    return {f"{status.lower()}_seller": make_seller(status=status, slug=f"nha-{status.lower()}")
            for status in (SellerStatus.APPLIED, SellerStatus.REJECTED, SellerStatus.SUSPENDED)}  # fmt: skip


def _orders(variant: Any, other: Any, buyer: User, other_buyer: User) -> dict[str, Any]:
    order = make_paid_order((variant, 1), (other, 2), user=buyer)
    checkout = make_ready_checkout((variant, 1), (other, 1))
    return {
        "order": order,
        "unpaid_order": make_order((variant, 1), user=buyer),
        "guest_order": make_order((variant, 1), email="guest@example.org"),
        "packed_order": make_packed_order((variant, 2), user=buyer),
        "other_order": make_paid_order((other, 1), user=other_buyer, email="other.buyer@example.org"),
        "shipment": _shipped(variant, buyer),
        "checkout": checkout,
        "own_checkout": make_ready_checkout((variant, 1), user=buyer),
        "foreign_checkout": make_checkout((variant, 1), user=other_buyer),
    }


def _money(facts: dict[str, Any], cast: Cast, buyer: User) -> dict[str, Any]:
    """Rules of commission, money that goes back, and credit."""
    rules = {
        "payout_account": PayoutAccount.objects.create(
            seller=facts["seller"], provider="stripe", reference="acct_of_the_world", country="NL", missing=["iban"]
        ),
        "rule": make_commission_rule(seller=facts["seller"], percent=Decimal(5)),
        "coming_rule": make_commission_rule(effective_from=date(2999, 1, 1)),
    }
    order = make_paid_order((facts["variant"], 1), user=buyer)
    (part,) = order.seller_orders.all()
    cancel_seller_order(seller_order_id=part.pk, by=SELLER, reason="Hết hàng")
    refund = Refund.objects.get(seller_order=part)
    settle_refund(refund.pk, RefundStatus.FAILED, code="BANK_CLOSED")
    overpaid = make_order((facts["variant"], 1), user=buyer)
    more = overpaid.total.gross + Money(Decimal(10), overpaid.currency)
    mark_as_paid(order_id=overpaid.pk, reference="STMT-9", by=cast.operator, amount=more)
    return {**rules, "refund": refund, "refunded_order": order, "overpaid_order": overpaid}


def _shipped(variant: Any, buyer: User) -> Any:
    (part,) = make_packed_order((variant, 1), user=buyer).seller_orders.all()
    dispatch = Dispatch(carrier="Sample Lines", tracking_number="SMPL1")
    return ship_seller_order(seller_order_id=part.pk, dispatch=dispatch, by=SELLER).shipment


def _fair(cast: Cast, facts: dict[str, Any]) -> dict[str, Any]:
    expo = make_expo(slug="hoi-cho")
    hall = make_hall(expo)
    booth = make_booth(hall)
    exhibitor = make_exhibitor(expo, seller=cast.woodworks.seller, email="stand@example.org", tax_code="3700000001")
    assign_booth(booth=booth, exhibitor=exhibitor)
    exhibit = show_product(exhibitor=exhibitor, product=facts["product"])
    hidden: Expo = make_expo(slug="kin", is_published=False)
    hidden_exhibitor = make_exhibitor(hidden, email="kin@example.org")
    assign_booth(booth=make_booth(make_hall(hidden)), exhibitor=hidden_exhibitor)
    return {"expo": expo, "hall": hall, "booth": booth, "free_booth": make_booth(hall, "A02", 10),
            "exhibitor": exhibitor, "exhibit": exhibit,
            "hidden_expo": hidden, "hidden_exhibitor": hidden_exhibitor}  # fmt: skip


def _imports(cast: Cast, facts: dict[str, Any]) -> dict[str, Any]:
    products = workbook(
        ("SKU", "Tên sản phẩm", "Giá", "Số lượng"), ("IMP-1", "Ghế mẫu", 120000, 5), ("IMP-2", "", "x", -1)
    )
    exhibitors = workbook(("Tên doanh nghiệp", "Email"), ("Công ty Mẫu", "mau@example.org"), ("", "khong phai"))
    return {
        "product_import": preview_import(
            seller=cast.woodworks.seller, file_name="hang.xlsx", content=products, by=cast.woodworks.owner
        ),
        "other_product_import": preview_import(
            seller=cast.pottery.seller, file_name="gom.xlsx", content=products, by=cast.pottery.owner
        ),
        "exhibitor_import": preview_exhibitors(expo=facts["expo"], content=exhibitors, file_name="ds.xlsx"),
        **_translating(cast.woodworks, "translation_import", "term"),
        **_translating(cast.pottery, "other_translation_import", "other_term"),
    }


def _translating(house: House, name_of_import: str, name_of_term: str) -> dict[str, Any]:
    owner_id = house.seller.pk
    file = export_translations(
        narrowing=Narrowing(owner_id=owner_id), source_language="vi", language="nl", file_format="XLSX", reader="en"
    )
    batch = preview_translations(
        owner_id=owner_id, file_name="back.xlsx", content=file.content, by=f"user:{house.owner.pk}",
        roles=frozenset({"MANAGER", "OWNER"}),
    )  # fmt: skip
    return {
        name_of_import: batch,
        name_of_term: create_term(owner_id=owner_id, fields=TermFields("vi", "Mây tre", "KEEP")),
    }


def _own(facts: dict[str, Any]) -> dict[str, list[str]]:
    packed, paid = facts["packed_order"].seller_orders.get(), facts["order"].seller_orders.first()
    rows: dict[str, list[Model]] = {
        "Seller": [facts["seller"], facts["applied_seller"], facts["suspended_seller"]],
        "Product": [facts["draft"], facts["product"], facts["pending"]], "ProductVariant": [facts["variant"]],
        "ProductMedia": [facts["media"]], "Lot": [facts["lot"]], "TraceStep": [facts["step"]],
        "Certificate": [facts["certificate"]], "ProductReview": [facts["review"]],
        "ReviewInvitation": [facts["review_right"]], "Expo": [facts["expo"]],
        "Hall": [facts["hall"]], "Booth": [facts["booth"], facts["free_booth"]], "Exhibitor": [facts["exhibitor"]],
        "Exhibit": [facts["exhibit"]], "ExhibitorImport": [facts["exhibitor_import"]],
        "GlossaryTerm": [facts["term"]], "TranslationImport": [facts["translation_import"]],
        "ProductImport": [facts["product_import"]], "Checkout": [facts["own_checkout"]],
        "Order": [facts["order"], facts["unpaid_order"], facts["overpaid_order"]],
        "Payout": [facts["payout"]], "LedgerDifference": [facts["difference"]],
        "Quote": [facts["quote"], facts["countered_quote"], facts["waiting_quote"]],
        "QuoteRequest": [facts["waiting_quote"].request],
        "QuoteRequestLine": [facts["waiting_quote"].request.lines.order_by("pk").first()],
        "QuoteLine": [facts["quote"].versions.get().lines.get()], "BuyerTerms": [facts["terms"]],
        "Conversation": [facts["conversation"], facts["quote_conversation"]],
        "Message": [facts["answer"], facts["message"]], "MessageReport": [facts["message_report"]],
        "BankEntry": [facts["bank_entry"], facts["matched_entry"]], "BankStatement": [facts["bank_statement"]],
        "Payment": [facts["payment"]], "OutgoingLetter": [facts["refused_letter"]],
        "Refund": [facts["refund"]], "CommissionRule": [facts["coming_rule"], facts["rule"]],
        "SellerOrder": [packed, paid],
        "Shipment": [facts["shipment"]], "CheckoutLine": [facts["own_checkout"].lines.get()],
        "OrderLine": [packed.lines.get()], "Address": [facts["address"]],
        "Warehouse": [Warehouse.objects.get(seller=facts["seller"])],
        "Attribute": [facts["attribute"]], "AttributeValue": [facts["attribute_value"]],
        "Collection": [facts["collection"]], "ProductType": [facts["product_type"]],
        "StockImport": [facts["stock_import"]], "Webhook": [facts["webhook"]],
        "WebhookDelivery": [facts["webhook_delivery"]],
        "Takedown": [facts["takedown"]], "ExportFile": [facts["export"]],
        "SellerInvitation": [facts["invitation"]], "ResponsiblePerson": [facts["responsible_person"]],
        "SellerMember": [SellerMember.objects.get(seller=facts["seller"], role=MemberRole.PACKER)],
    }  # fmt: skip
    rows |= own_aftermath(facts)
    found = {type_name: [gid(type_name, row) for row in owned] for type_name, owned in rows.items()}
    return {**found, "TranslationUnit": [unit_id(row) for row in (facts["product"], facts["draft"])]}


def unit_id(product: Model) -> str:
    """The text of a product that is its name."""
    return to_global_id("TranslationUnit", f"catalog.Product/{product.pk}/name")


def _texts(facts: dict[str, Any], people: dict[str, User]) -> dict[str, list[str]]:
    order = facts["order"]
    ids = {f"ids of {type_name}": ids_of(type_name) for type_name in GLOBAL_IDS}
    ids["ids of TranslationUnit"] = [unit_id(facts[name]) for name in ("product", "draft", "pending")]
    return {
        "token": [order.token, facts["guest_order"].token],
        "UUID token": [str(facts[name].pk) for name in ("own_checkout", "checkout", "foreign_checkout")],
        "code": [facts["code"].code],
        "codes": [facts["code"].code, facts["other_code"].code],
        "traceCodes": [facts["code"].code],
        "slug": [
            facts["product"].slug,
            facts["seller"].slug,
            facts["expo"].slug,
            "eu",
            "nha-applied",
            "kin",
            "gifts",
            "bo-kin",
        ],
        "sku": [facts["variant"].sku, "NEW-1"],
        "orderNumber": [facts["unpaid_order"].number],
        "kind": ["SHIPPED", "ORDER_CONFIRMATION"],
        "channel": ["eu", "vn"],
        **ids,
        "ids": [one for all_of_type in ids.values() for one in all_of_type],
        "deliveryMethodId": list(CheckoutDelivery.objects.values_list("method_id", flat=True)),
        "email": [people["buyer"].email, "new@example.org"],
        "validUntil": [(today_here() + timedelta(days=9)).isoformat()],
        "quoteRequestCreate wantedBy": [(today_here() + timedelta(days=90)).isoformat()],
        "buyerTermsSet userEmail": [people["buyer"].email],
        "lotUpdate number": [facts["lot"].number],
        "lotCreate number": ["LO-9"],
        "sellerInvitation token": [make_token(facts["invitation"])],
        "sellerInvitationAccept token": [make_token(facts["invitation"])],
    }


def workbook(*rows: tuple[Any, ...]) -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(list(row))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
