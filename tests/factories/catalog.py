"""Products, prices, pictures and stock for tests, made through the verbs people use wherever one exists."""

from decimal import Decimal
from io import BytesIO
from itertools import count
from typing import Any

from PIL import Image

from catalog.models import Category, Product, ProductApproval, ProductMedia, ProductVariant, Stock, Warehouse
from catalog.pricing.set_price import set_price
from catalog.products.create import create_product
from catalog.products.pictures import add_media
from catalog.products.publish import publish_product
from catalog.products.variants import create_variant
from catalog.stock.move import Why, move_stock
from catalog.stock.movement import MovementKind
from marketplace.channels.models import Channel
from marketplace.sellers.models import Seller
from tests.factories.channels import make_channel
from tests.factories.sellers import make_responsible_person, make_seller

_number = count(1)


def make_category(**overrides: Any) -> Category:
    number = next(_number)
    return Category.objects.create(**{"slug": f"category-{number}", "name": f"Category {number}", **overrides})


def make_product(**overrides: Any) -> Product:
    """An approved product of an approved seller, without variants; ``approval`` and ``seller`` may be given."""
    approval = overrides.pop("approval", ProductApproval.APPROVED)
    slug = overrides.pop("slug", None)
    seller: Seller = overrides.pop("seller", None) or make_seller()
    fields: dict[str, Any] = {
        "name": f"Ghế gỗ ví dụ {next(_number)}",
        "description": "Ghế gỗ sồi, làm tại xưởng.",
        "material": "Gỗ sồi",
        "hs_code": "940169",
        **overrides,
    }
    product = create_product(seller=seller, by=None, **fields)
    product.approval = approval
    product.slug = slug or product.slug
    product.save(update_fields=["approval", "slug"])
    return product


def make_variant(product: Product | None = None, **overrides: Any) -> ProductVariant:
    """A variant that weighs 4.5 kg packed."""
    fields: dict[str, Any] = {"sku": f"SKU-{next(_number)}", "net_weight_g": 4000, "gross_weight_g": 4500, **overrides}
    return create_variant(product=product or make_product(), **fields)


def make_stock(variant: ProductVariant, quantity: int = 100, warehouse: Warehouse | None = None) -> Stock:
    """``quantity`` pieces in a warehouse of the variant's seller."""
    if warehouse is None:
        warehouse, _ = Warehouse.objects.get_or_create(seller=variant.seller, name="Kho chính")
    stock = Stock.objects.create(variant=variant, warehouse=warehouse)
    move_stock([(stock, quantity)], why=Why(MovementKind.OPENING))
    return stock


def make_sellable_variant(
    channel: Channel | None = None,
    *,
    price: Decimal | int = 1_080_000,
    tiers: list[tuple[int, Decimal]] | None = None,
    stock: int = 100,
    product: Product | None = None,
    **overrides: Any,
) -> ProductVariant:
    """A variant that may be ordered in the channel (vn): priced, stocked, and its product published there."""
    channel = channel or make_channel("vn")
    variant = make_variant(product or make_product(source_language=channel.languages[0]), **overrides)
    make_answerable(variant.product, channel)
    set_price(variant=variant, channel=channel, price=Decimal(price), tiers=tiers)
    if stock:
        make_stock(variant, stock)
    publish_product(product=variant.product, channel=channel)
    return variant


def make_answerable(product: Product, channel: Channel) -> None:
    """What the European Union asks besides: somebody there who answers for the goods, and a word about warnings."""
    if "NL" in channel.countries:
        if not product.seller.responsible_people.filter(is_default=True).exists():
            make_responsible_person(product.seller, is_default=True)
        Product.objects.filter(pk=product.pk).update(needs_no_warnings=True)
        product.needs_no_warnings = True


def make_image(width: int = 40, height: int = 30, image_format: str = "PNG", **save_options: Any) -> bytes:
    """A real picture file."""
    out = BytesIO()
    Image.new("RGB", (width, height), (178, 58, 36)).save(out, image_format, **save_options)
    return out.getvalue()


def make_media(product: Product, **overrides: Any) -> ProductMedia:
    """A picture, added the way sellers add one, without a new review."""
    approval = product.approval
    media = add_media(**{"product": product, "image": make_image(), "alt": "Ghế nhìn từ trước", **overrides})
    Product.objects.filter(pk=product.pk).update(approval=approval)
    product.refresh_from_db()
    return media
