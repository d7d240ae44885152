"""A desk with work on it: orders in every state, products in every state, an import with a wrong row, a traced lot."""

from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Any

from catalog.models import Product, ProductApproval, ProductImport, ProductVariant, StockImport, StockPolicy
from catalog.pricing.set_price import set_price
from catalog.products.bulk_import.preview import preview_import
from catalog.products.review import reject_product
from catalog.products.translate import translate_product
from catalog.stock.stock_import.preview import preview_stock_import
from catalog.traceability.identity.party import TraceParty
from catalog.traceability.identity.place import TracePlace
from catalog.traceability.identity.uris import lot_uri
from catalog.traceability.lot import Lot
from catalog.traceability.lot_import.lot_import import LotImport
from catalog.traceability.recall.recall import Recall
from logistics.carriers.accounts.carrier_account import CarrierAccount
from marketplace.graphql import to_global_id
from marketplace.webhooks.webhook import Webhook
from orders.disputes.dispute import Dispute
from orders.fulfillment.fulfillment import Fulfillment
from orders.fulfillment.ship import Dispatch, ship_seller_order
from orders.invoicing.tax_invoice import TaxInvoice
from orders.lifecycle.order import Order
from orders.lifecycle.seller_order import SellerOrder
from orders.messages.conversation import Conversation
from orders.quotes.quote import Quote
from orders.returns.return_request import ReturnRequest
from orders.vouchers.voucher import Voucher
from tests.cast import Cast, assemble
from tests.factories.aftermath import make_delivered_order, make_dispute, make_return
from tests.factories.carriers import make_carrier_account
from tests.factories.catalog import make_media, make_product, make_stock, make_variant
from tests.factories.channels import make_channel
from tests.factories.epcis_world import packed, transformed, write
from tests.factories.money_out import make_tax_invoice
from tests.factories.orders import SELLER, make_chair, make_order, make_packed_order, make_paid_order
from tests.factories.own_delivery import make_own_delivery
from tests.factories.quotes import make_chair_quote, make_conversation, make_counter, make_message, make_offer
from tests.factories.recalls import make_balance_alarm, make_recalled
from tests.factories.shoppers import make_shoppers
from tests.factories.trace_entry import make_lot_import
from tests.factories.traceability import make_code, make_lot, make_party, make_place, make_step
from tests.factories.vouchers import make_voucher
from tests.factories.webhooks import make_delivery, make_webhook
from tests.frontend.seller_desk.around import Around, make_around

SHEET = (
    "Mã SKU,Tên sản phẩm,Giá bán (VND),Số lượng,Khối lượng (kg),Ghi chú nội bộ\n"
    "GHE-01,Ghế ăn gỗ sồi,1.850.000,24,4.5,kệ 3\n"
    "BAN-02,Bàn ăn gỗ tràm,không rõ,3,18,kệ 1\n"
    "TU-03,Tủ đầu giường,2.400.000,7,12,\n"
)


@dataclass
class Desk:
    """The woodworks' desk. Everything but the chair comes into being when it is first asked for."""

    cast: Cast
    chair: ProductVariant

    @cached_property
    def draft(self) -> Product:
        return self._product(name="Bàn trà gỗ tràm", approval=ProductApproval.DRAFT, hs_code="")

    @cached_property
    def rejected(self) -> Product:
        product = self._product(name="Kệ sách", approval=ProductApproval.PENDING)
        return reject_product(product=product, by=self.cast.operator, reason="Ảnh chưa rõ: xin chụp lại mặt trước.")

    @cached_property
    def running_out(self) -> ProductVariant:
        variant = make_variant(self._product(name="Tủ giày"))
        make_stock(variant, quantity=2)
        StockPolicy.objects.create(variant=variant, low_threshold=2)
        return variant

    @cached_property
    def foreign(self) -> Product:
        return make_chair(make_channel("eu"), seller=self.cast.pottery.seller).product

    @cached_property
    def unpaid(self) -> SellerOrder:
        return _part(make_order((self.chair, 2)))

    @cached_property
    def paid(self) -> SellerOrder:
        return _part(make_paid_order((self.chair, 3)))

    @cached_property
    def packed(self) -> SellerOrder:
        return _part(make_packed_order((self.chair, 4)))

    @cached_property
    def shipped(self) -> SellerOrder:
        part = _part(make_packed_order((self.chair, 1)))
        dispatch = Dispatch(carrier="Sample Lines", tracking_number="SMPL1234567")
        ship_seller_order(seller_order_id=part.pk, dispatch=dispatch, by=SELLER)
        part.refresh_from_db()
        return part

    @cached_property
    def sheet(self) -> ProductImport:
        seller = self.cast.woodworks.seller
        return preview_import(seller=seller, file_name="bang-gia.csv", content=SHEET.encode(), by=None)

    @cached_property
    def lot(self) -> Lot:
        lot = make_lot(self.chair)
        make_step(lot)
        make_code(lot)
        return lot

    @cached_property
    def scanned(self) -> dict[str, Any]:
        """What shoppers did with the codes of another lot."""
        return make_shoppers(make_lot(self.chair))

    @cached_property
    def lot_sheet(self) -> LotImport:
        """A file of lots of which one row is wrong."""
        return make_lot_import(self.chair)

    @cached_property
    def quote(self) -> Quote:
        """Offered, countered and offered anew: the buyer's turn."""
        return make_offer(make_counter(make_offer(make_chair_quote(12, chair=self.chair, user=self.cast.buyer))))

    @cached_property
    def conversation(self) -> Conversation:
        talk = make_conversation(self.cast.buyer, self.cast.woodworks.seller, product=self.product)
        make_message(talk)
        return talk

    @cached_property
    def returned(self) -> ReturnRequest:
        """It waits for the seller's decision."""
        return make_return(_part(make_delivered_order((self.chair, 2))), 1)

    @cached_property
    def dispute(self) -> Dispute:
        return make_dispute(_part(make_delivered_order((self.chair, 1))))

    @cached_property
    def around(self) -> Around:
        return make_around(self.product)

    @cached_property
    def voucher(self) -> Voucher:
        return make_voucher("HE-2027", seller=self.cast.woodworks.seller)

    def fill(self) -> "Desk":
        """All of it."""
        for name, value in vars(type(self)).items():
            if isinstance(value, cached_property):
                getattr(self, name)
        return self

    def _product(self, **fields: Any) -> Product:
        return make_product(seller=self.cast.woodworks.seller, **fields)

    @property
    def product(self) -> Product:
        return self.chair.product

    @cached_property
    def counts(self) -> StockImport:
        """A file of counts of which one row is wrong."""
        text = "SKU,Kho,Số lượng\nGHE-SOI-01,Kho chính,12\nKHONG-CO,,1\n"
        seller = self.cast.woodworks.seller
        return preview_stock_import(seller=seller, file_name="kho.csv", content=text.encode(), by=None)

    @cached_property
    def carrier_account(self) -> CarrierAccount:
        return make_carrier_account(seller=self.cast.woodworks.seller)

    @cached_property
    def delivery(self) -> dict[str, Any]:
        """A zone with a method nobody is offered, and a tariff."""
        return make_own_delivery(self.cast.woodworks.seller)

    @cached_property
    def place(self) -> TracePlace:
        return make_place(self.cast.woodworks.seller)

    @cached_property
    def partner(self) -> TraceParty:
        return make_party(self.cast.woodworks.seller)

    @cached_property
    def recalled(self) -> Recall:
        """Of a lot that was made of boards and packed, with figures that do not agree."""
        lot = make_lot(self.chair)
        write(
            [
                transformed([("urn:uuid:boards", 2, "MTQ")], [(lot_uri(lot), 120)], hour=1, seller_id=lot.seller_id),
                packed(
                    "https://id.gs1.org/00/089300000000009999", [(lot_uri(lot), 20)], hour=2, seller_id=lot.seller_id
                ),
            ]
        )
        make_balance_alarm(lot)
        recall: Recall = make_recalled(lot)["recall"]
        return recall

    @cached_property
    def tax_invoice(self) -> TaxInvoice:
        return make_tax_invoice(self.cast.woodworks.seller)

    @cached_property
    def webhook(self) -> Webhook:
        """One whose last call was not taken."""
        webhook = make_webhook(seller=self.cast.woodworks.seller, by=self.cast.woodworks.owner)
        make_delivery(webhook)
        return webhook

    def ids(self) -> dict[str, str]:
        """The parts of addresses."""
        return {
            "product": to_global_id("Product", self.product.pk),
            "variant": to_global_id("ProductVariant", self.chair.pk),
            "order": to_global_id("SellerOrder", self.packed.pk),
            "sheet": to_global_id("ProductImport", self.sheet.pk),
            "lot": to_global_id("Lot", self.lot.pk),
            "recall": to_global_id("Recall", self.recalled.pk),
            "recalled lot": to_global_id("Lot", self.recalled.lots.get().lot_id),
            "counts": to_global_id("StockImport", self.counts.pk),
            "webhook": to_global_id("Webhook", self.webhook.pk),
            "return": to_global_id("ReturnRequest", self.returned.pk),
            "dispute": to_global_id("Dispute", self.dispute.pk),
            "voucher": to_global_id("Voucher", self.voucher.pk),
            "zone": to_global_id("ShippingZone", self.delivery["zone"].pk),
            "method": to_global_id("ShippingMethodType", self.delivery["method"].pk),
            "certificate": self.around.ids()["certificate"],
            "person": self.around.ids()["person"],
        }

    def shipment_id(self) -> str:
        """Of the order that was sent."""
        sent = Fulfillment.objects.filter(seller_order=self.shipped).select_related("shipment").get().shipment
        return to_global_id("Shipment", sent.pk if sent else "")

    def paths(self) -> dict[str, str]:
        """Every page of the desk below ``/<language>/seller/moc-vi-du/``, by what it is."""
        ids = self.ids()
        product, lot = f"products/{ids['product']}", f"lots/{ids['lot']}"
        return {
            "today": "",
            "orders": "orders",
            "order": f"orders/{ids['order']}",
            "carriers of an order": f"orders/{ids['order']}/carriers",
            "packing of an order": f"orders/{ids['order']}/packing",
            "delivery zones": "delivery",
            "new delivery zone": "delivery/new",
            "delivery zone": f"delivery/{ids['zone']}",
            "delivery method": f"delivery/{ids['zone']}/{ids['method']}",
            "own tariffs": "delivery/tariffs",
            "returns": "returns",
            "return": f"returns/{ids['return']}",
            "disputes": "disputes",
            "dispute": f"disputes/{ids['dispute']}",
            "vouchers": "vouchers",
            "new voucher": "vouchers/new",
            "voucher": f"vouchers/{ids['voucher']}",
            "products": "products",
            "new product": "products/new",
            "texts": product,
            "category": f"{product}/category",
            "attributes": f"{product}/attributes",
            "attributes of a variant": f"{product}/attributes/{ids['variant']}",
            "trade": f"{product}/trade",
            "tariff code": f"{product}/code",
            "origin": f"{product}/origin",
            "shipments": "shipments",
            "shipment settings": "shipments/settings",
            "shipment": f"shipments/{self.shipment_id()}",
            "export papers": f"shipments/{self.shipment_id()}/papers",
            "safety": f"{product}/safety",
            "related": f"{product}/related",
            "variants": f"{product}/variants",
            "new variant": f"{product}/variants/new",
            "variant": f"{product}/variants/{ids['variant']}",
            "prices": f"{product}/prices",
            "pictures": f"{product}/pictures",
            "translations": f"{product}/translations",
            "approval": f"{product}/approval",
            "stock": "stock",
            "stock of a variant": f"stock/{ids['variant']}",
            "movements": "stock/movements",
            "stock import": "stock/import",
            "stock file": f"stock/import/{ids['counts']}",
            "warehouses": "stock/warehouses",
            "payouts": "payouts",
            "figures": "figures?period=12",
            "statement": "statement",
            "tax invoices": "tax-invoices",
            "tax invoice": f"tax-invoices/{to_global_id('TaxInvoice', self.tax_invoice.pk)}",
            "carriers": "carriers",
            "carrier to connect": "carriers/viettel_post",
            "carrier": f"carriers/{self.carrier_account.carrier}",
            "webhooks": "webhooks",
            "webhook": f"webhooks/{ids['webhook']}",
            "imports": "imports",
            "import": f"imports/{ids['sheet']}",
            "scans": "scans",
            "lots": "lots",
            "materials": "materials",
            "new material": "materials/new",
            "lots from a file": "lot-import",
            "file of lots": f"lot-import/{to_global_id('LotImport', self.lot_sheet.pk)}",
            "new lot": "lots/new",
            "lot": lot,
            "chain": f"lots/{ids['recalled lot']}/chain",
            "figures to check": "figures-to-check",
            "recalls": "recalls",
            "new recall": "recalls/new",
            "recall": f"recalls/{ids['recall']}",
            "codes": f"{lot}/codes",
            "labels": f"{lot}/labels",
            "identifiers": "identifiers",
            "lot materials": f"{lot}/materials",
            "lot packs": f"{lot}/packs?pack=EUDR",
            "places": "places",
            "new place": "places/new",
            "place": f"places/{to_global_id('TracePlace', self.place.pk)}",
            "partners": "partners",
            "new partner": "partners/new",
            "partner": f"partners/{to_global_id('TraceParty', self.partner.pk)}",
            "lot links": f"{lot}/links",
            "lot portals": f"{lot}/portals",
            "lot proof": f"{lot}/proof",
            "lot translations": f"{lot}/translations",
            "profile": "profile",
            "profile translations": "profile/translations",
            "team": "team",
            "fairs": "fairs",
            "settings": "settings",
            "quotes": "quotes",
            "quote": f"quotes/{to_global_id('Quote', self.quote.pk)}",
            "messages": "messages",
            "conversation": f"messages/{to_global_id('Conversation', self.conversation.pk)}",
            **self.around.paths(),
        }


def make_desk() -> Desk:
    cast = assemble()
    seller, market = cast.woodworks.seller, make_channel("eu")
    product = make_product(seller=seller, name="Ghế ăn gỗ sồi lưng mây", slug="ghe-an")
    make_media(product)
    tiers = [(10, Decimal("110.00")), (50, Decimal("99.00"))]
    chair = make_chair(market, product=product, sku="GHE-SOI-01", tiers=tiers, stock=40, lead_time_days=21)
    set_price(variant=chair, channel=make_channel("vn"), price=Decimal(1850000))
    translate_product(product=product, language="en", texts={"name": "Oak dining chair with cane back"})
    return Desk(cast, chair)


def _part(order: Order) -> SellerOrder:
    return SellerOrder.objects.get(order=order)
