"""Working on products: the list, texts, variants, stock, prices, pictures, translations, approval."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from catalog.models import Product, ProductMedia, ProductVariant, Stock, VariantChannelListing, Warehouse
from i18n.translate import translations_of
from marketplace.graphql import to_global_id
from tests.factories.catalog import make_category, make_image, make_product, make_variant
from tests.frontend.seller_desk.conftest import Person
from tests.frontend.seller_desk.world import Desk

TEXTS = {"name": "Ghế đẩu", "description": "Ghế thấp.\n\nGỗ sồi.", "material": "Gỗ sồi", "hsCode": "9401.69",
         "originCountry": "VN", "sourceLanguage": "vi"}  # fmt: skip


def at(product: Product, page: str = "") -> str:
    return f"products/{to_global_id('Product', product.pk)}{page}"


def variant_path(variant: ProductVariant) -> str:
    return at(variant.product, f"/variants/{to_global_id('ProductVariant', variant.pk)}")


def test_the_list_says_what_decides_whether_it_sells(desk: Desk, owner: Person) -> None:
    desk.fill()
    html = owner.see("products?q=GHE-SOI")
    for words in ("Ghế ăn gỗ sồi lưng mây", "GHE-SOI-01", "2 of 7", "EU"):
        assert words in html
    assert "Kệ sách" not in html
    assert "Kệ sách" in owner.see("products?approval=REJECTED")
    assert "No product fits" in owner.see("products?q=xe+đạp")


def test_pages_of_a_long_list_lead_to_each_other(desk: Desk, owner: Person) -> None:
    for _number in range(26):
        make_product(seller=desk.cast.woodworks.seller)
    html = owner.see("products")
    assert html.count('name="ids"') == 25
    following = html.split('rel="next" href="', 1)[1].split('"', 1)[0].replace("&amp;", "&")
    assert owner.get(following).content.decode().count('name="ids"') == 2


def test_many_products_are_submitted_at_once_and_each_refusal_is_named(desk: Desk, owner: Person) -> None:
    make_variant(desk.draft)
    ids = [to_global_id("Product", product.pk) for product in (desk.draft, desk.rejected)]
    answer = owner.send("products", "submit_chosen", ids=ids)
    html = answer.content.decode()
    assert answer.status_code == 422
    assert "1 product is done" in html
    assert "Kệ sách</a>: Add at least one variant" in html
    desk.draft.refresh_from_db()
    assert desk.draft.approval == "PENDING"
    assert "Tick at least one" in owner.refused("products", "submit_chosen")


def test_a_product_is_created_as_a_draft_with_its_first_variant(desk: Desk, owner: Person) -> None:
    category = make_category()
    chosen = to_global_id("Category", category.pk)
    assert category.name in owner.see("products/new")
    where = owner.done("products/new", "create", **TEXTS, category=chosen, sku="GD-01")
    product = Product.objects.get(name="Ghế đẩu")
    assert where.endswith(f"{at(product)}/variants")
    assert (product.seller, product.approval) == (desk.cast.woodworks.seller, "DRAFT")
    assert (product.hs_code, product.category) == ("940169", category)
    assert product.variants.get().sku == "GD-01"


def test_a_taken_sku_keeps_the_draft_and_says_so(desk: Desk, owner: Person) -> None:
    where = owner.done("products/new", "create", **TEXTS, sku="GHE-SOI-01")
    assert "not its SKU" in owner.get(where).content.decode()
    assert not Product.objects.get(name="Ghế đẩu").variants.exists()


def test_a_wrong_product_comes_back_filled(desk: Desk, owner: Person) -> None:
    html = owner.refused("products/new", "create", **{**TEXTS, "hsCode": "94"})
    assert 'id="f-create-hsCode-error">An HS code has 6 to 12 digits' in html
    assert "Ghế thấp." in html
    assert not Product.objects.filter(name="Ghế đẩu").exists()
    assert "This field is needed" in owner.refused("products/new", "create", **{**TEXTS, "name": " "})


def test_texts_are_changed_and_refused(desk: Desk, owner: Person) -> None:
    assert owner.done(at(desk.product), "save", **TEXTS)
    desk.product.refresh_from_db()
    assert (desk.product.name, desk.product.approval) == ("Ghế đẩu", "PENDING")
    html = owner.refused(at(desk.product), "save", **{**TEXTS, "hsCode": "abc"})
    assert 'value="abc"' in html
    assert "Ghế thấp.\n\nGỗ sồi." in owner.see(at(desk.product))


def test_a_variant_is_added_in_kilograms_and_centimetres(desk: Desk, owner: Person) -> None:
    fields = {"sku": "BT-01", "name": "Óc chó", "grossWeightG": "18,25", "lengthMm": "120", "widthMm": "60.5",
              "heightMm": "45", "moq": "2", "orderMultiple": "2", "leadTimeDays": "14"}  # fmt: skip
    assert owner.done(at(desk.draft, "/variants/new"), "save", **fields)
    variant = desk.draft.variants.get()
    assert (variant.gross_weight_g, variant.length_mm, variant.width_mm) == (18250, 1200, 605)
    assert (variant.moq, variant.order_multiple, variant.lead_time_days) == (2, 2, 14)
    html = owner.see(variant_path(variant))
    assert 'value="18.25"' in html
    assert 'value="60.5"' in html


def test_a_variant_is_changed_and_keeps_what_the_form_does_not_bring(desk: Desk, owner: Person) -> None:
    assert owner.done(variant_path(desk.chair), "save", sku="GHE-SOI-01", name="Dầu", grossWeightG="5", moq="", gtin="")
    desk.chair.refresh_from_db()
    assert (desk.chair.name, desk.chair.gross_weight_g, desk.chair.net_weight_g) == ("Dầu", 5000, 4000)
    assert desk.chair.moq == 1
    assert owner.done(variant_path(desk.chair), "save", sku="GHE-SOI-01", netWeightG="")
    desk.chair.refresh_from_db()
    assert (desk.chair.name, desk.chair.gross_weight_g, desk.chair.net_weight_g) == ("Dầu", 5000, None)


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("gtin", "4006381333932", "check digit"),
        ("moq", "x", "Write a whole number"),
        ("lengthMm", "9999999999", "This number is too large"),
        ("sku", "", "This field is needed"),
        ("leadTimeDays", "9000", "between 0 and 730"),
    ],
)
def test_a_wrong_variant_comes_back_filled(desk: Desk, owner: Person, field: str, value: str, words: str) -> None:
    html = owner.refused(variant_path(desk.chair), "save", **{"sku": "GHE-02", "name": "Dầu", field: value})
    assert words in html
    assert 'value="Dầu"' in html
    desk.chair.refresh_from_db()
    assert desk.chair.sku == "GHE-SOI-01"


def test_a_variant_is_deleted_unless_a_market_needs_it(desk: Desk, owner: Person) -> None:
    spare = make_variant(desk.product)
    assert owner.done(variant_path(spare), "delete")
    spare.refresh_from_db()
    assert spare.archived_at is not None
    assert "price in this market" in owner.refused(variant_path(desk.chair), "delete")


def test_stock_is_counted_and_what_is_right_is_kept(desk: Desk, owner: Person) -> None:
    assert desk.packed.lines.get().quantity == 4
    stock = Stock.objects.get(variant=desk.chair)
    other = make_variant(desk.product)
    warehouse = to_global_id("Warehouse", stock.warehouse_id)
    names = {v: f"stock-{to_global_id('ProductVariant', v.pk)}-{warehouse}" for v in (desk.chair, other)}
    html = owner.refused(at(desk.product, "/variants"), "save_stock", **{names[desk.chair]: "1", names[other]: "7"})
    assert html.count('class="cell-error"') == 1
    assert "Everything else is saved" in html
    assert Stock.objects.get(variant=other).quantity == 7
    assert owner.done(at(desk.product, "/variants"), "save_stock", **{names[desk.chair]: "12", names[other]: "7"})
    stock.refresh_from_db()
    assert stock.quantity == 12


def test_a_warehouse_is_added(desk: Desk, owner: Person) -> None:
    assert owner.done(at(desk.product, "/variants"), "add_warehouse", warehouse="Kho Dĩ An")
    assert Warehouse.objects.filter(seller=desk.cast.woodworks.seller, name="Kho Dĩ An").exists()
    assert "This field is needed" in owner.refused(at(desk.product, "/variants"), "add_warehouse", warehouse="")


def prices(desk: Desk, market: str, **fields: str) -> dict[str, str]:
    key = f"{market}-{to_global_id('ProductVariant', desk.chair.pk)}"
    return {"market": market, **{f"{name.replace('_', '-', 1)}".replace("KEY", key): v for name, v in fields.items()}}


def listing(desk: Desk, market: str) -> VariantChannelListing:
    return VariantChannelListing.objects.get(variant=desk.chair, channel__slug=market)


def test_prices_are_written_as_people_write_them(desk: Desk, owner: Person) -> None:
    page = at(desk.product, "/prices")
    fields = prices(desk, "vn", price_KEY="1.950.000", **{"from_KEY-1": "10", "tier_KEY-1": "1,800,000"})
    assert owner.done(page, "save_prices", **fields)
    assert listing(desk, "vn").price_amount == 1950000
    tier = listing(desk, "vn").tiers.get()
    assert (tier.minimum_quantity, int(tier.price_amount)) == (10, 1800000)
    html = owner.see(page)
    assert 'value="1950000"' in html
    assert 'value="120"' in html


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"price_KEY": "1.250"}, "Write an amount"),
        ({"price_KEY": "-5"}, "Write an amount"),
        ({"price_KEY": "0"}, "above zero"),
        ({"price_KEY": "12.505"}, "Write an amount"),
        ({"price_KEY": "100", "from_KEY-1": "10", "tier_KEY-1": "130"}, "Quantities must rise and prices fall"),
        ({"price_KEY": "100", "from_KEY-1": "10"}, "This field is needed"),
        ({"price_KEY": "100", "from_KEY-1": "x", "tier_KEY-1": "90"}, "Write a whole number"),
        ({"price_KEY": ""}, "price in this market"),
    ],
)
def test_a_wrong_price_comes_back_at_its_input(desk: Desk, owner: Person, fields: dict[str, str], words: str) -> None:
    html = owner.refused(at(desk.product, "/prices"), "save_prices", **prices(desk, "eu", **fields))
    assert words in html
    assert 'aria-invalid="true"' in html
    assert listing(desk, "eu").price_amount == 120
    assert listing(desk, "eu").tiers.count() == 2


def test_a_market_refuses_what_lacks_something_and_says_where_to_mend_it(desk: Desk, owner: Person) -> None:
    page = at(desk.draft, "/prices")
    make_variant(desk.draft)
    html = owner.refused(page, "publish", market="us")
    assert "Goods that cross a border need an HS code" in html
    assert f'href="{owner.base}{at(desk.draft)}"' in html
    assert owner.done(at(desk.product, "/prices"), "publish", market="vn")
    assert owner.done(at(desk.product, "/prices"), "unpublish", market="vn")
    assert owner.send(page, "publish", market="mars").status_code == 404


def picture(content: bytes | None = None) -> SimpleUploadedFile:
    return SimpleUploadedFile("a.png", content or make_image(80, 60), content_type="image/png")


def test_pictures_are_added_described_ordered_and_removed(desk: Desk, owner: Person) -> None:
    page = at(desk.product, "/pictures")
    assert owner.done(page, "add", image=picture(), alt="Lưng ghế")
    first, second = ProductMedia.objects.filter(product=desk.product).order_by("sort_order")
    chosen = to_global_id("ProductMedia", second.pk)
    assert owner.done(page, "describe", media=chosen, **{f"alt-{chosen}": "Lưng ghế mây"})
    assert owner.done(page, "to_front", media=chosen)
    assert ProductMedia.objects.filter(product=desk.product).order_by("sort_order").first() == second
    second.refresh_from_db()
    assert second.alt == "Lưng ghế mây"
    assert owner.done(page, "remove", media=to_global_id("ProductMedia", first.pk))
    assert ProductMedia.objects.filter(product=desk.product).count() == 1


def test_what_is_no_picture_is_refused_beside_its_field(desk: Desk, owner: Person) -> None:
    html = owner.refused(at(desk.product, "/pictures"), "add", image=picture(b"no picture"), alt="Lưng ghế")
    assert 'id="f-add-image-error"' in html
    assert 'value="Lưng ghế"' in html
    assert "Choose a file" in owner.refused(at(desk.product, "/pictures"), "add", alt="Lưng ghế")
    assert ProductMedia.objects.filter(product=desk.product).count() == 1


def test_a_translation_is_saved_for_its_language_with_the_words_of_pictures(desk: Desk, owner: Person) -> None:
    page = at(desk.product, "/translations?language=ja")
    media = to_global_id("ProductMedia", desk.product.media.get().pk)
    texts = {"name": "オークの椅子", "description": "", "material": "オーク", f"alt-{media}": "正面"}
    assert owner.done(page, "save", **texts).endswith("?language=ja")
    stored = translations_of("catalog.Product", [desk.product.pk], ["ja"], ["name"])
    assert stored[str(desk.product.pk)]
    html = owner.see(page)
    assert 'value="オークの椅子"' in html
    assert 'value="正面"' in html
    assert 'value="Oak dining chair with cane back"' in owner.see(at(desk.product, "/translations?language=en"))


def test_a_translation_that_is_too_long_comes_back(desk: Desk, owner: Person) -> None:
    page = at(desk.product, "/translations?language=nl")
    html = owner.refused(page, "save", name="x" * 400, description="Eiken stoel", material="")
    assert 'id="f-save-name-error"' in html
    assert "Eiken stoel" in html


def test_a_draft_is_submitted_and_a_rejected_one_shows_why(desk: Desk, owner: Person) -> None:
    page = at(desk.draft, "/approval")
    assert "Add at least one variant" in owner.refused(page, "submit")
    make_variant(desk.draft)
    assert owner.done(page, "submit")
    desk.draft.refresh_from_db()
    assert desk.draft.approval == "PENDING"
    assert "moved on" in owner.refused(page, "submit")
    assert "xin chụp lại mặt trước" in owner.see(at(desk.rejected, "/approval"))


def test_a_product_is_deleted_for_good(desk: Desk, owner: Person) -> None:
    assert owner.done(at(desk.draft, "/approval"), "delete").endswith("/products")
    assert owner.get(owner.base + at(desk.draft)).status_code == 404


@pytest.mark.parametrize("name", ["texts", "variant", "variants", "prices", "pictures", "translations", "approval"])
def test_nothing_of_it_is_changed_by_another_seller(desk: Desk, name: str) -> None:
    stranger, path = Person(desk.cast.pottery.owner, "/en/seller/gom-thu-nghiem/"), desk.paths()[name]
    before: Any = Product.objects.filter(pk=desk.product.pk).values().get()
    sent = {
        "texts": ("save", TEXTS),
        "variant": ("save", {"sku": "X"}),
        "variants": ("save_stock", {}),
        "prices": ("unpublish", {"market": "eu"}),
        "pictures": ("remove", {"media": to_global_id("ProductMedia", desk.product.media.get().pk)}),
        "translations": ("save", {"name": "Chair"}),
        "approval": ("delete", {}),
    }
    action, fields = sent[name]
    assert stranger.send(path, action, **fields).status_code in {403, 404}
    assert Product.objects.filter(pk=desk.product.pk).values().get() == before
    assert desk.product.media.count() == 1
    assert desk.product.channel_listings.filter(is_published=True).count() == 1
