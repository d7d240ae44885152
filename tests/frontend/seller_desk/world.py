"""A desk with work on it: orders in every state, products in every state, an import with a wrong row, a traced lot."""

from dataclasses import dataclass
from decimal import Decimal

from catalog.models import Product, ProductApproval, ProductImport, ProductVariant
from catalog.pricing.set_price import set_price
from catalog.products.bulk_import.preview import preview_import
from catalog.products.review import reject_product
from catalog.products.translate import translate_product
from catalog.traceability.lot import Lot
from marketplace.graphql import to_global_id
from orders.fulfillment.ship import Dispatch, ship_seller_order
from orders.lifecycle.order import Order
from orders.lifecycle.seller_order import SellerOrder
from tests.cast import Cast, assemble
from tests.factories.catalog import make_media, make_product, make_stock, make_variant
from tests.factories.channels import make_channel
from tests.factories.orders import SELLER, make_chair, make_order, make_packed_order, make_paid_order
from tests.factories.traceability import make_code, make_lot, make_step

SHEET = (
    "Mã SKU,Tên sản phẩm,Giá bán (VND),Số lượng,Khối lượng (kg),Ghi chú nội bộ\n"
    "GHE-01,Ghế ăn gỗ sồi,1.850.000,24,4.5,kệ 3\n"
    "BAN-02,Bàn ăn gỗ tràm,không rõ,3,18,kệ 1\n"
    "TU-03,Tủ đầu giường,2.400.000,7,12,\n"
)


@dataclass(frozen=True)
class Desk:
    cast: Cast
    chair: ProductVariant
    draft: Product
    rejected: Product
    foreign: Product
    unpaid: SellerOrder
    paid: SellerOrder
    packed: SellerOrder
    shipped: SellerOrder
    sheet: ProductImport
    lot: Lot

    @property
    def product(self) -> Product:
        return self.chair.product

    def ids(self) -> dict[str, str]:
        """The parts of addresses."""
        return {
            "product": to_global_id("Product", self.product.pk),
            "variant": to_global_id("ProductVariant", self.chair.pk),
            "order": to_global_id("SellerOrder", self.packed.pk),
            "sheet": to_global_id("ProductImport", self.sheet.pk),
            "lot": to_global_id("Lot", self.lot.pk),
        }

    def paths(self) -> dict[str, str]:
        """Every page of the desk below ``/<language>/seller/moc-vi-du/``, by what it is."""
        ids = self.ids()
        product, lot = f"products/{ids['product']}", f"lots/{ids['lot']}"
        return {
            "today": "",
            "orders": "orders",
            "order": f"orders/{ids['order']}",
            "products": "products",
            "new product": "products/new",
            "texts": product,
            "variants": f"{product}/variants",
            "new variant": f"{product}/variants/new",
            "variant": f"{product}/variants/{ids['variant']}",
            "prices": f"{product}/prices",
            "pictures": f"{product}/pictures",
            "translations": f"{product}/translations",
            "approval": f"{product}/approval",
            "imports": "imports",
            "import": f"imports/{ids['sheet']}",
            "lots": "lots",
            "new lot": "lots/new",
            "lot": lot,
            "codes": f"{lot}/codes",
            "lot translations": f"{lot}/translations",
            "profile": "profile",
            "profile translations": "profile/translations",
            "team": "team",
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
    draft = make_product(seller=seller, name="Bàn trà gỗ tràm", approval=ProductApproval.DRAFT, hs_code="")
    rejected = make_product(seller=seller, name="Kệ sách", approval=ProductApproval.PENDING)
    reject_product(product=rejected, by=cast.operator, reason="Ảnh chưa rõ: xin chụp lại mặt trước.")
    make_stock(make_variant(make_product(seller=seller, name="Tủ giày")), quantity=2)
    lot = make_lot(chair)
    make_step(lot)
    make_code(lot)
    return Desk(
        cast=cast,
        chair=chair,
        draft=draft,
        rejected=rejected,
        foreign=make_chair(market, seller=cast.pottery.seller).product,
        unpaid=_part(make_order((chair, 2))),
        paid=_part(make_paid_order((chair, 3))),
        packed=_part(make_packed_order((chair, 4))),
        shipped=_shipped(chair),
        sheet=preview_import(seller=seller, file_name="bang-gia.csv", content=SHEET.encode(), by=None),
        lot=lot,
    )


def _part(order: Order) -> SellerOrder:
    return SellerOrder.objects.get(order=order)


def _shipped(chair: ProductVariant) -> SellerOrder:
    part = _part(make_packed_order((chair, 1)))
    ship_seller_order(
        seller_order_id=part.pk, dispatch=Dispatch(carrier="Sample Lines", tracking_number="SMPL1234567"), by=SELLER
    )
    part.refresh_from_db()
    return part
