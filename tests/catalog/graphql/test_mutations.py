"""Every mutation of the catalogue: who may call it, that a refusal changes nothing, and what it does."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from io import BytesIO
from typing import Any

import pytest
from django.apps import apps
from django.core.files.uploadedfile import SimpleUploadedFile

from catalog.models import Product, ProductApproval, ProductImport, ProductMedia, ProductVariant, Stock, Warehouse
from catalog.pricing.price import prices_for
from catalog.products.bulk_import.correction import BadCorrectionLink, open_correction
from catalog.products.bulk_import.preview import preview_import
from catalog.stock.allocate import allocate
from i18n.translation import Translation
from marketplace.channels.models import Channel
from marketplace.events.models import OutboxMessage
from marketplace.graphql import to_global_id
from tests.cast import Cast, House
from tests.catalog.graphql.conftest import Ask
from tests.factories.catalog import (
    make_answerable,
    make_category,
    make_image,
    make_media,
    make_product,
    make_stock,
    make_variant,
)
from tests.factories.channels import make_channel


@dataclass
class World:
    """What the woodworks' people work on."""

    house: House
    product: Product
    variant: ProductVariant
    media: ProductMedia
    warehouse: Warehouse
    sheet: ProductImport
    vn: Channel
    eu: Channel

    def id(self, row: Any) -> str:
        return to_global_id(type(row).__name__, row.pk)


@pytest.fixture
def world(cast: Cast) -> World:
    vn, eu = make_channel("vn"), make_channel("eu")
    product = make_product(seller=cast.woodworks.seller, approval=ProductApproval.DRAFT, name="Ghế gỗ", hs_code="")
    variant = make_variant(product, sku="GHE-1")
    stock = make_stock(variant, 10)
    sheet = preview_import(
        seller=cast.woodworks.seller,
        file_name="hàng.csv",
        content="SKU,Name,Price\nN-1,Bàn,1000\nN-2,,x\n".encode(),
        by=None,
    )
    return World(cast.woodworks, product, variant, make_media(product), stock.warehouse, sheet, vn, eu)


def upload(content: bytes, name: str = "a.bin") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


Variables = Callable[[World], dict[str, Any]]
SELLER_MUTATIONS: dict[str, tuple[str, Variables]] = {
    "productCreate": (
        "mutation($input: ProductCreateInput!) { r: productCreate(input: $input) { product { name } %s } }",
        lambda w: {"input": {"seller": w.id(w.house.seller), "name": "Bàn mới"}},
    ),
    "productUpdate": (
        'mutation($id: ID!) { r: productUpdate(id: $id, input: {name: "Ghế khác"}) { product { name } %s } }',
        lambda w: {"id": w.id(w.product)},
    ),
    "productDelete": (
        "mutation($id: ID!) { r: productDelete(id: $id) { product { name } %s } }",
        lambda w: {"id": w.id(w.product)},
    ),
    "productTranslate": (
        'mutation($id: ID!) { r: productTranslate(id: $id, languageCode: EN, input: {name: "Chair"}) { %s } }',
        lambda w: {"id": w.id(w.product)},
    ),
    "productSubmit": (
        "mutation($id: ID!) { r: productSubmit(id: $id) { product { approval } %s } }",
        lambda w: {"id": w.id(w.product)},
    ),
    "productVariantCreate": (
        'mutation($p: ID!) { r: productVariantCreate(input: {product: $p, sku: "GHE-2"}) '
        "{ productVariant { sku } %s } }",
        lambda w: {"p": w.id(w.product)},
    ),
    "productVariantUpdate": (
        "mutation($id: ID!) { r: productVariantUpdate(id: $id, input: {moq: 4}) { productVariant { moq } %s } }",
        lambda w: {"id": w.id(w.variant)},
    ),
    "productVariantDelete": (
        "mutation($id: ID!) { r: productVariantDelete(id: $id) { productVariant { sku } %s } }",
        lambda w: {"id": w.id(w.variant)},
    ),
    "productChannelListingUpdate": (
        "mutation($id: ID!, $c: ID!) { r: productChannelListingUpdate(id: $id, input: {updateChannels: "
        "[{channelId: $c, isPublished: false}], removeChannels: [$c]}) { product { slug } %s } }",
        lambda w: {"id": w.id(w.product), "c": w.id(w.vn)},
    ),
    "productVariantChannelListingUpdate": (
        "mutation($id: ID!, $c: ID!) { r: productVariantChannelListingUpdate(id: $id, input: "
        "[{channelId: $c, price: 1000, tiers: [{minimumQuantity: 5, price: 900}]}]) { variant { sku } %s } }",
        lambda w: {"id": w.id(w.variant), "c": w.id(w.vn)},
    ),
    "productMediaCreate": (
        'mutation($p: ID!, $f: Upload!) { r: productMediaCreate(input: {product: $p, image: $f, alt: "x"}) '
        "{ media { alt } %s } }",
        lambda w: {"p": w.id(w.product), "f": upload(make_image())},
    ),
    "productMediaUpdate": (
        'mutation($id: ID!) { r: productMediaUpdate(id: $id, alt: "Mặt sau") { media { alt } %s } }',
        lambda w: {"id": w.id(w.media)},
    ),
    "productMediaTranslate": (
        'mutation($id: ID!) { r: productMediaTranslate(id: $id, languageCode: EN, alt: "Back") { media { alt } %s } }',
        lambda w: {"id": w.id(w.media)},
    ),
    "productMediaDelete": (
        "mutation($id: ID!) { r: productMediaDelete(id: $id) { product { slug } %s } }",
        lambda w: {"id": w.id(w.media)},
    ),
    "productMediaReorder": (
        "mutation($p: ID!, $m: [ID!]!) { r: productMediaReorder(productId: $p, mediaIds: $m) { product { slug } %s } }",
        lambda w: {"p": w.id(w.product), "m": [w.id(w.media)]},
    ),
    "productVariantStocksUpdate": (
        "mutation($id: ID!, $w: ID!) { r: productVariantStocksUpdate(variantId: $id, "
        "stocks: [{warehouse: $w, quantity: 7}]) { productVariant { sku } %s } }",
        lambda w: {"id": w.id(w.variant), "w": w.id(w.warehouse)},
    ),
    "warehouseCreate": (
        'mutation($s: ID!) { r: warehouseCreate(input: {seller: $s, name: "Kho Dĩ An"}) { warehouse { name } %s } }',
        lambda w: {"s": w.id(w.house.seller)},
    ),
    "productImportPreview": (
        "mutation($s: ID!, $f: Upload!) { r: productImportPreview(seller: $s, file: $f) { import { total } %s } }",
        lambda w: {"s": w.id(w.house.seller), "f": upload(b"SKU,Name\nX,Y\n")},
    ),
    "productImportCorrect": (
        "mutation($id: ID!) { r: productImportCorrect(id: $id, rows: [{number: 3, values: "
        '[{column: "Name", value: "Tủ"}, {column: "price", value: "5"}]}]) { import { accepted } %s } }',
        lambda w: {"id": w.id(w.sheet)},
    ),
    "productImportApply": (
        "mutation($id: ID!) { r: productImportApply(id: $id, mode: GOOD_ROWS) { created import { status } %s } }",
        lambda w: {"id": w.id(w.sheet)},
    ),
}
ERRORS = "errors { field code message }"


def everything() -> dict[str, list[Any]]:
    """Every row of the catalogue, the outbox and the translations."""
    models = [*apps.get_app_config("catalog").get_models(), OutboxMessage, Translation]
    return {model.__name__: list(model._default_manager.order_by("pk").values()) for model in models}


@pytest.mark.parametrize("name", SELLER_MUTATIONS)
@pytest.mark.parametrize("stranger", ["anonymous", "buyer", "other seller", "staff"])
def test_strangers_learn_nothing_and_change_nothing(
    ask: Ask, cast: Cast, world: World, name: str, stranger: str
) -> None:
    document, variables = SELLER_MUTATIONS[name]
    by = {"buyer": cast.buyer, "other seller": cast.pottery.owner, "staff": cast.operator}.get(stranger)
    before = everything()
    result = ask(document % ERRORS, by=by, errors=True, **variables(world))
    if by is None:
        assert result.errors[0]["extensions"]["code"] == "UNAUTHENTICATED"
    else:
        assert [error["code"] for error in result.data["r"]["errors"]] == ["NOT_FOUND"]
    assert everything() == before


@pytest.mark.parametrize("name", SELLER_MUTATIONS)
def test_packers_are_refused_and_change_nothing(ask: Ask, world: World, name: str) -> None:
    document, variables = SELLER_MUTATIONS[name]
    before = everything()
    result = ask(document % ERRORS, by=world.house.packer, errors=True, **variables(world))
    assert result.errors[0]["extensions"]["code"] == "PERMISSION_DENIED"
    assert everything() == before


@pytest.mark.parametrize("name", SELLER_MUTATIONS)
@pytest.mark.parametrize("role", ["manager", "owner"])
def test_managers_and_owners_may(ask: Ask, world: World, name: str, role: str) -> None:
    document, variables = SELLER_MUTATIONS[name]
    before = everything()
    data = ask(document % ERRORS, by=getattr(world.house, role), **variables(world))
    assert data["r"]["errors"] == []
    assert everything() != before


REVIEWS = {
    "productApprove": 'mutation($id: ID!) { r: productApprove(id: $id, note: "Tốt") { product { approval } %s } }',
    "productReject": 'mutation($id: ID!) { r: productReject(id: $id, reason: "Mờ") { product { approval } %s } }',
}


@pytest.mark.parametrize("name", REVIEWS)
@pytest.mark.parametrize("caller", ["anonymous", "buyer", "other seller", "owner", "expo", "operator"])
def test_only_staff_review(ask: Ask, cast: Cast, world: World, name: str, caller: str) -> None:
    Product.objects.update(approval=ProductApproval.PENDING)
    people = {
        "buyer": cast.buyer, "other seller": cast.pottery.owner, "owner": cast.woodworks.owner,
        "expo": cast.expo_officer, "operator": cast.operator,
    }  # fmt: skip
    before = everything()
    result = ask(REVIEWS[name] % ERRORS, by=people.get(caller), errors=True, id=world.id(world.product))
    if caller == "operator":
        approval = {"productApprove": "APPROVED", "productReject": "REJECTED"}[name]
        assert result.data["r"] == {"product": {"approval": approval}, "errors": []}
        again = ask(REVIEWS["productApprove"] % ERRORS, by=cast.operator, language="vi", id=world.id(world.product))
        assert [(e["field"], e["code"]) for e in again["r"]["errors"]] == [("id", "WRONG_STATE")]
        return
    code = "UNAUTHENTICATED" if caller == "anonymous" else "PERMISSION_DENIED"
    assert result.errors[0]["extensions"]["code"] == code
    assert everything() == before


def test_a_refused_publication_lists_everything_and_changes_nothing(ask: Ask, world: World) -> None:
    document = """mutation($id: ID!, $vn: ID!, $eu: ID!) {
      r: productChannelListingUpdate(id: $id, input: {updateChannels: [
        {channelId: $vn, isPublished: true}, {channelId: $eu, isPublished: true}]}) {
        product { channelListings { channel { slug } isPublished } } errors { field code channel message } } }"""
    price = """mutation($id: ID!, $c: ID!, $price: Decimal) {
      r: productVariantChannelListingUpdate(id: $id, input: [{channelId: $c, price: $price}]) { errors { code } } }"""
    keys = {"id": world.id(world.product), "vn": world.id(world.vn), "eu": world.id(world.eu)}
    owner = world.house.owner
    ask(price, by=owner, id=world.id(world.variant), c=world.id(world.vn), price=1000)

    refused = ask(document, by=owner, **keys)["r"]
    assert refused["product"] is None
    assert [(e["field"], e["code"], e["channel"]) for e in refused["errors"]] == [
        ("price", "PRICE", "eu"), ("hsCode", "HS_CODE", "eu"),
        ("responsiblePerson", "RESPONSIBLE_PERSON", "eu"), ("warnings", "WARNINGS", "eu"),
    ]  # fmt: skip
    assert not world.product.channel_listings.exists()

    ask(price, by=owner, id=world.id(world.variant), c=world.id(world.eu), price="45.50")
    Product.objects.update(hs_code="940169")
    make_answerable(world.product, world.eu)
    published = ask(document, by=owner, **keys)["r"]
    assert published["errors"] == []
    assert [listing["isPublished"] for listing in published["product"]["channelListings"]] == [True, True]

    kept = ask(price, by=owner, id=world.id(world.variant), c=world.id(world.eu), price=None)["r"]
    assert [error["code"] for error in kept["errors"]] == ["PRICE"]
    assert prices_for(variants=[world.variant], channel=world.eu)[world.variant.pk].unit.amount == Decimal("45.50")


def test_refusals_name_field_and_reason_in_the_callers_language(ask: Ask, world: World) -> None:
    document = """mutation($id: ID!, $input: ProductInput!) { r: productUpdate(id: $id, input: $input) {
      errors { field code message } } }"""
    wrong = {"name": " ", "hsCode": "12", "originCountry": "XYZ"}
    errors = ask(document, by=world.house.manager, id=world.id(world.product), input=wrong)["r"]["errors"]
    assert [(error["field"], error["code"]) for error in errors] == [
        ("name", "REQUIRED"), ("hsCode", "INVALID"), ("originCountry", "INVALID"),
    ]  # fmt: skip
    assert errors[1]["message"] == "An HS code has 6 to 12 digits."
    category = make_category()
    for given, field in (({"category": to_global_id("Category", 10**9)}, "category"), ({"category": "x"}, "category")):
        error = ask(document, by=world.house.manager, id=world.id(world.product), input=given)["r"]["errors"][0]
        assert error["field"] == field
    ask(
        document,
        by=world.house.manager,
        id=world.id(world.product),
        input={"category": to_global_id("Category", category.pk)},
    )
    ask(document, by=world.house.manager, id=world.id(world.product), input={"material": "Tre"})
    world.product.refresh_from_db()
    assert (world.product.category, world.product.material) == (category, "Tre")
    ask(document, by=world.house.manager, id=world.id(world.product), input={"category": None, "material": None})
    world.product.refresh_from_db()
    assert (world.product.category, world.product.material) == (None, "")


def test_another_sellers_warehouse_and_too_low_a_count(ask: Ask, cast: Cast, world: World) -> None:
    document = """mutation($id: ID!, $w: ID!, $q: Int!) { r: productVariantStocksUpdate(variantId: $id,
      stocks: [{warehouse: $w, quantity: $q}]) { errors { field code } } }"""
    foreign = Warehouse.objects.create(seller=cast.pottery.seller, name="Kho gốm")
    allocate(wants=[(1, world.variant.pk, 4)])
    for warehouse, quantity, expected in (
        (foreign, 5, ("warehouse", "NOT_FOUND")),
        (world.warehouse, 3, ("quantity", "BELOW_ALLOCATED")),
        (world.warehouse, -1, ("quantity", "INVALID")),
    ):
        data = ask(document, by=cast.woodworks.owner, id=world.id(world.variant), w=world.id(warehouse), q=quantity)
        assert [(error["field"], error["code"]) for error in data["r"]["errors"]] == [expected]
    assert Stock.objects.get().quantity == 10


@pytest.mark.parametrize("content", [b"", b"<svg/>", b"\x00" * 100, make_image(40, 30)[:60]])
def test_a_bad_picture_is_an_error_of_its_field(ask: Ask, world: World, content: bytes) -> None:
    document, variables = SELLER_MUTATIONS["productMediaCreate"]
    data = ask(document % ERRORS, by=world.house.owner, **{**variables(world), "f": upload(content)})
    assert [(error["field"], error["code"]) for error in data["r"]["errors"]] == [("image", "INVALID")]
    assert ProductMedia.objects.count() == 1


IMPORT = """mutation($s: ID!, $f: Upload!, $m: [ImportColumnInput!]) {
  r: productImportPreview(seller: $s, file: $f, mapping: $m, sourceLanguage: VI) { errors { field code message }
    import { id fileName status total accepted refused correctionFileUrl columns { header field }
      errors { row column code message }
      rows(first: 5, onlyRefused: true) { number accepted action
        values { column value } errors { code column } } } } }"""


def test_an_import_through_the_api(ask: Ask, world: World) -> None:
    owner = world.house.owner
    sheet = "Tên,Mã của tôi,Giá\nBàn,B-1,1.000.000 đ\nGhế,,Liên hệ\n"
    data = ask(
        IMPORT,
        by=owner,
        s=world.id(world.house.seller),
        f=upload(sheet.encode(), "hàng.csv"),
        m=[{"header": "Mã của tôi", "field": "sku"}],
    )["r"]
    preview = data["import"]
    assert data["errors"] == []
    assert (preview["status"], preview["total"], preview["accepted"], preview["refused"]) == ("PREVIEWED", 2, 1, 1)
    assert preview["columns"][1] == {"header": "Mã của tôi", "field": "sku"}
    assert [(e["row"], e["column"], e["code"]) for e in preview["errors"]] == [
        (3, "Mã của tôi", "REQUIRED"), (3, "Giá", "INVALID"),
    ]  # fmt: skip
    assert "“Liên hệ”" in preview["errors"][1]["message"]
    (row,) = preview["rows"]
    assert (row["number"], row["accepted"], row["action"]) == (3, False, None)

    token = preview["correctionFileUrl"].removeprefix("/corrections/")
    name, workbook = open_correction(token)
    assert (name, workbook[:2]) == ("hàng-corrections.xlsx", b"PK")
    for forged in (token[:-2] + "xx", "", "x" * 500):
        with pytest.raises(BadCorrectionLink):
            open_correction(forged)

    apply = """mutation($id: ID!, $mode: ImportMode!) { r: productImportApply(id: $id, mode: $mode) {
      created updated skipped errors { field code } } }"""
    refused = ask(apply, by=owner, id=preview["id"], mode="ALL_OR_NOTHING")["r"]
    assert refused == {
        "created": None,
        "updated": None,
        "skipped": None,
        "errors": [{"field": "mode", "code": "HAS_ERRORS"}],
    }
    assert ask(apply, by=owner, id=preview["id"], mode="GOOD_ROWS")["r"]["created"] == 1
    again = ask(apply, by=owner, id=preview["id"], mode="GOOD_ROWS")["r"]
    assert (again["created"], again["updated"], again["errors"]) == (0, 0, [])


def test_imports_are_read_by_their_sellers_managers_only(ask: Ask, cast: Cast, world: World) -> None:
    document = (
        """query($id: ID!, $s: ID!) { productImport(id: $id) { fileName } productImports(seller: $s) { fileName } }"""
    )
    keys = {"id": world.id(world.sheet), "s": world.id(world.house.seller)}
    own = ask(document, by=world.house.manager, **keys)
    assert own == {"productImport": {"fileName": "hàng.csv"}, "productImports": [{"fileName": "hàng.csv"}]}
    for by in (None, cast.buyer, cast.pottery.owner, world.house.packer):
        assert ask(document, by=by, errors=True, **keys).errors


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"\x89PNG\r\n\x1a\n\x00", BytesIO(b"%PDF-1.4\x00").getvalue()])
def test_a_bad_file_is_an_error_of_its_field(ask: Ask, world: World, content: bytes) -> None:
    data = ask(IMPORT, by=world.house.owner, s=world.id(world.house.seller), f=upload(content))["r"]
    assert data["import"] is None
    assert [(error["field"], error["code"]) for error in data["errors"]] == [("file", "INVALID")]
    assert ProductImport.objects.count() == 1


@pytest.mark.parametrize(
    "document",
    [
        "mutation($id: ID!, $o: ID!, $w: ID!) { r: productVariantChannelListingUpdate(id: $id, input: "
        "[{channelId: $o, price: 1000}, {channelId: $o, price: 2000}]) { %s } }",
        "mutation($id: ID!, $o: ID!, $w: ID!) { r: productVariantStocksUpdate(variantId: $id, stocks: "
        "[{warehouse: $w, quantity: 1}, {warehouse: $w, quantity: 2}]) { %s } }",
    ],
)
def test_naming_the_same_twice_is_refused_instead_of_one_of_them_counting(
    ask: Ask, world: World, document: str
) -> None:
    before = everything()
    variables = {"id": world.id(world.variant), "o": world.id(world.vn), "w": world.id(world.warehouse)}
    used = {name: value for name, value in variables.items() if document.count(f"${name}") > 1}
    declared = document.replace("$o: ID!, ", "") if "o" not in used else document.replace(", $w: ID!", "")
    answer = ask(declared % ERRORS, by=world.house.owner, **used)
    assert [error["code"] for error in answer["r"]["errors"]] == ["INVALID"]
    assert everything() == before


def test_more_than_fifty_at_once_are_refused_instead_of_dropped(ask: Ask, world: World) -> None:
    stocks = [{"warehouse": to_global_id("Warehouse", key), "quantity": 1} for key in range(1000, 1051)]
    document = (
        "mutation($id: ID!, $s: [StockInput!]!) { r: productVariantStocksUpdate(variantId: $id, stocks: $s) { %s } }"
    )
    answer = ask(document % ERRORS, by=world.house.owner, id=world.id(world.variant), s=stocks)
    assert [(error["field"], error["code"]) for error in answer["r"]["errors"]] == [("stocks", "INVALID")]
