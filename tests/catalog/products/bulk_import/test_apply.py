import csv
import io
import time
from collections import Counter
from decimal import Decimal
from typing import Any

import pytest
from openpyxl import load_workbook

from catalog.models import (
    Product,
    ProductApprovalChange,
    ProductImport,
    ProductImportRow,
    ProductVariant,
    Stock,
    VariantChannelListing,
)
from catalog.products.bulk_import.apply import ApplyMode, apply_import
from catalog.products.bulk_import.correct import correct_import
from catalog.products.bulk_import.correction_workbook import correction_workbook
from catalog.products.bulk_import.preview import preview_import
from catalog.products.review import ProductApproval
from catalog.refusal import Refused
from catalog.stock.allocate import allocate
from i18n.translate import set_translation
from marketplace.events.models import OutboxMessage
from marketplace.settings.base import CHECKOUT_ROOT
from tests.factories.catalog import make_category
from tests.factories.channels import make_channel
from tests.factories.sellers import make_seller

pytestmark = pytest.mark.django_db
SAMPLE = CHECKOUT_ROOT.parent / "shared" / "data" / "products" / "vn_products_sample.csv"
HEADER = "SKU,Tên sản phẩm,Mô tả,Giá,Số lượng,Khối lượng (kg),Danh mục,Chất liệu\n"
GOOD = HEADER + 'G-1,Ghế gỗ,"Ghế\nhai dòng",1.250.000 đ,10,"4,5",Bàn ghế,Gỗ sồi\nG-2,Bàn,,250k,,,,\n'


@pytest.fixture(autouse=True)
def home() -> None:
    make_channel("vn")
    category = make_category(slug="furniture", name="Furniture")
    set_translation(subject="catalog.Category", object_id=category.pk, language="vi", texts={"name": "Bàn ghế"})


def _preview(text: str, **more: Any) -> ProductImport:
    seller = more.pop("seller", None) or make_seller()
    return preview_import(seller=seller, file_name="hàng.csv", content=text.encode(), by=None, **more)


def _errors(product_import: ProductImport) -> list[tuple[int, str, str]]:
    errors = ((row.number, error) for row in product_import.rows.all() for error in row.errors)
    return [(number, error["column"], error["code"]) for number, error in errors if not error.get("note")]


def _counts() -> tuple[int, ...]:
    return tuple(
        m.objects.count() for m in (Product, ProductVariant, VariantChannelListing, Stock, ProductApprovalChange)
    )


def test_a_preview_changes_nothing_and_an_application_writes_drafts() -> None:
    preview = _preview(GOOD)
    assert (preview.total, preview.accepted, preview.refused) == (2, 2, 0)
    assert _counts() == (0, 0, 0, 0, 0)

    applied = apply_import(product_import=preview, mode=ApplyMode.ALL_OR_NOTHING, by=None)

    assert (applied.created, applied.updated, applied.skipped) == (2, 0, 0)
    chair, table = ProductVariant.objects.order_by("sku")
    assert (chair.product.name, chair.product.slug, chair.product.approval) == ("Ghế gỗ", "ghe-go", "DRAFT")
    assert chair.product.description == "<p>Ghế<br>hai dòng</p>"
    assert chair.product.category is not None
    assert (chair.product.category.slug, chair.product.material, chair.gross_weight_g) == ("furniture", "Gỗ sồi", 4500)
    assert [listing.price.amount for listing in VariantChannelListing.objects.order_by("variant__sku")] == [
        1250000,
        250000,
    ]
    assert Stock.objects.get().quantity == 10
    assert OutboxMessage.objects.get(name="ProductsChanged").payload == {
        "product_ids": [chair.product_id, table.product_id]
    }


def test_a_second_application_and_a_second_import_change_nothing() -> None:
    seller = make_seller()
    preview = _preview(GOOD, seller=seller)
    apply_import(product_import=preview, mode=ApplyMode.GOOD_ROWS, by=None)
    before, versions = _counts(), list(Product.objects.values_list("search_version", flat=True))

    again = apply_import(product_import=preview, mode=ApplyMode.GOOD_ROWS, by=None)
    second = _preview(GOOD, seller=seller)
    assert set(second.rows.values_list("action", flat=True)) == {"UNCHANGED"}
    once_more = apply_import(product_import=second, mode=ApplyMode.GOOD_ROWS, by=None)

    assert (again.created, again.updated, once_more.created, once_more.updated) == (0, 0, 0, 0)
    assert _counts() == before
    assert list(Product.objects.values_list("search_version", flat=True)) == versions


def test_only_what_differs_is_updated_and_empty_cells_stay() -> None:
    seller = make_seller()
    apply_import(product_import=_preview(GOOD, seller=seller), mode=ApplyMode.GOOD_ROWS, by=None)
    Product.objects.update(approval=ProductApproval.APPROVED)

    changed = _preview("SKU,Name,Price,Material\nG-1,Ghế gỗ,999000,\nG-2,Bàn mới,,Tre\n", seller=seller)
    assert list(changed.rows.values_list("action", flat=True)) == ["UPDATE", "UPDATE"]
    applied = apply_import(product_import=changed, mode=ApplyMode.ALL_OR_NOTHING, by=None)

    assert (applied.created, applied.updated) == (0, 2)
    chair, table = ProductVariant.objects.order_by("sku").select_related("product")
    assert (chair.product.material, chair.product.approval) == ("Gỗ sồi", "APPROVED")
    assert (table.product.name, table.product.material, table.product.approval) == ("Bàn mới", "Tre", "PENDING")
    assert [row.price_amount for row in VariantChannelListing.objects.order_by("variant__sku")] == [999000, 250000]


def test_the_same_sku_of_another_seller_is_another_product() -> None:
    apply_import(product_import=_preview(GOOD), mode=ApplyMode.GOOD_ROWS, by=None)
    applied = apply_import(product_import=_preview(GOOD), mode=ApplyMode.GOOD_ROWS, by=None)
    assert applied.created == 2
    assert Product.objects.count() == 4


BAD = HEADER + (
    "B-1,,,1000,,,,\n"
    ",Ghế,,1000,,,,\n"
    "B-3,Ghế,,Liên hệ,-3,nặng,Không có,\n"
    "B-4,Ghế,,1000,,,,\n"
    "B-4,Ghế lại,,1000,,,,\n"
    f"B-6,{'x' * 251},,0,,,,\n"
)


def test_every_row_says_all_that_is_wrong_with_it() -> None:
    assert _errors(_preview(BAD)) == [
        (2, "name", "REQUIRED"),
        (3, "sku", "REQUIRED"),
        (4, "price", "INVALID"),
        (4, "quantity", "INVALID"),
        (4, "weight", "INVALID"),
        (4, "category", "NOT_FOUND"),
        (6, "sku", "DUPLICATE"),
        (7, "name", "INVALID"),
    ]


def test_all_or_nothing_and_good_rows() -> None:
    preview = _preview(BAD)
    with pytest.raises(Refused) as refused:
        apply_import(product_import=preview, mode=ApplyMode.ALL_OR_NOTHING, by=None)
    assert refused.value.problems[0].code == "HAS_ERRORS"
    assert _counts() == (0, 0, 0, 0, 0)
    applied = apply_import(product_import=preview, mode=ApplyMode.GOOD_ROWS, by=None)
    assert (applied.created, applied.skipped) == (1, 5)
    assert ProductVariant.objects.get().sku == "B-4"


def test_rows_are_corrected_by_header_or_field() -> None:
    preview = _preview(BAD)
    corrected = correct_import(
        product_import=preview,
        corrections={
            2: {"Tên sản phẩm": "Ghế"},
            4: {"price": "5000", "quantity": "3", "weight": "2 kg", "category": ""},
        },
    )
    assert corrected.accepted == 3
    for corrections in ({99: {"name": "x"}}, {2: {"không có": "x"}}):
        with pytest.raises(Refused):
            correct_import(product_import=preview, corrections=corrections)
    apply_import(product_import=preview, mode=ApplyMode.GOOD_ROWS, by=None)
    with pytest.raises(Refused):
        correct_import(product_import=preview, corrections={2: {"name": "x"}})


def test_the_correction_file_comes_back_mended() -> None:
    seller = make_seller()
    formula = HEADER + "C-1,=cmd|'/c calc'!A1,,Liên hệ,,,,\n"
    workbook = correction_workbook(_preview(formula, seller=seller), language="vi")
    sheet = load_workbook(io.BytesIO(workbook)).active
    assert sheet is not None
    assert [cell.value for cell in sheet[1]][:2] == ["SKU", "Tên sản phẩm"]
    assert (sheet["B2"].value, sheet["B2"].data_type, sheet["B2"].quotePrefix) == ("=cmd|'/c calc'!A1", "s", True)
    assert "Giá" in str(sheet["I2"].value)

    sheet["D2"] = 5000
    out = io.BytesIO()
    sheet.parent.save(out)  # type: ignore[union-attr]  # a sheet that was loaded has a workbook
    mended = preview_import(seller=seller, file_name="sửa.xlsx", content=out.getvalue(), by=None)
    assert (mended.total, mended.accepted) == (1, 1)


def test_a_stock_that_orders_hold_is_not_undercut() -> None:
    seller = make_seller()
    apply_import(product_import=_preview(GOOD, seller=seller), mode=ApplyMode.GOOD_ROWS, by=None)
    preview = _preview("SKU,Name,Quantity\nG-1,Ghế gỗ,3\n", seller=seller)
    assert preview.accepted == 1
    allocate(wants=[(1, ProductVariant.objects.get(sku="G-1").pk, 4)])
    applied = apply_import(product_import=preview, mode=ApplyMode.GOOD_ROWS, by=None)
    assert (applied.updated, _errors(preview)) == (0, [(2, "quantity", "BELOW_ALLOCATED")])


def test_a_wrong_mapping_or_language_is_refused() -> None:
    for wrong in ({"mapping": {"SKU": "price_of_tea"}}, {"source_language": "tlh"}):
        with pytest.raises(Refused):
            _preview(GOOD, **wrong)
    assert not ProductImport.objects.exists()
    assert not ProductImportRow.objects.exists()


def test_queries_grow_with_batches_and_not_with_rows(django_assert_max_num_queries: Any) -> None:
    rows = "".join(f"R-{n},Ghế {n},,{1000 + n},{n},,,\n" for n in range(400))
    seller = make_seller()
    with django_assert_max_num_queries(30):
        preview = _preview(HEADER + rows, seller=seller)
    with django_assert_max_num_queries(90):
        assert apply_import(product_import=preview, mode=ApplyMode.ALL_OR_NOTHING, by=None).created == 400


@pytest.mark.skipif(not SAMPLE.exists(), reason="only on a machine that has the sample of real Vietnamese listings")
def test_fifteen_hundred_real_listings_in_a_few_seconds() -> None:
    seller = make_seller()
    started = time.monotonic()
    preview = preview_import(seller=seller, file_name=SAMPLE.name, content=SAMPLE.read_bytes(), by=None)
    applied = apply_import(product_import=preview, mode=ApplyMode.GOOD_ROWS, by=None)
    took = time.monotonic() - started

    assert preview.total == 1500
    assert applied.created == preview.accepted == 1500
    assert took < 60
    first = ProductVariant.objects.select_related("product").get(sku="143921426")
    assert first.product.name.startswith("bóng rổ loại lớn")
    assert first.channel_listings.get().price_amount == Decimal(44850)


@pytest.mark.skipif(not SAMPLE.exists(), reason="only on a machine that has the sample of real Vietnamese listings")
def test_real_listings_and_what_their_writers_do_to_us() -> None:
    """As they come, all 1,500 rows are good; of prices as people type them, what is not one price is refused."""
    with SAMPLE.open(encoding="utf-8", newline="") as file:
        listings = list(csv.DictReader(file))
    ways = ("{:,}đ", "{}.000 VNĐ", "{}", "0", "Liên hệ", "100k - 150k", "{:,} đ/cái")
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(["Mã", "Tên", "Mô tả", "Giá"])
    for place, listing in enumerate(listings):
        price = ways[place % len(ways)].format(int(float(listing["price_vnd"])))
        writer.writerow([listing["source_id"], f"  {listing['name'].upper()}\n🎁 ", listing["description"], price])

    preview = preview_import(seller=make_seller(), file_name="x", content=out.getvalue().encode(), by=None)

    report = Counter((error["code"], bool(error.get("note"))) for row in preview.rows.all() for error in row.errors)
    sevenths = [len(range(place, len(listings), len(ways))) for place in range(len(ways))]
    assert report == {("NO_PRICE", True): sevenths[3], ("INVALID", False): sevenths[4], ("RANGE", False): sevenths[5]}
    assert preview.accepted == preview.total - sevenths[4] - sevenths[5]
    first = apply_import(product_import=preview, mode=ApplyMode.GOOD_ROWS, by=None)
    assert first.created == preview.accepted
    names = Product.objects.values_list("name", flat=True)
    assert all(name == " ".join(name.split()) and name.endswith("🎁") for name in names)
    assert VariantChannelListing.objects.count() == preview.accepted - sevenths[3]
