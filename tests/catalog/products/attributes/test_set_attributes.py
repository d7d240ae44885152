"""What may be said of a product, by type of attribute, and what saying it leads to."""

import datetime
from decimal import Decimal
from io import BytesIO
from typing import Any

import pytest
from django.core.files.storage import default_storage
from django.db import IntegrityError, transaction
from pypdf import PdfWriter
from pypdf.generic import DictionaryObject, NameObject, TextStringObject

from catalog.models import Product, ProductApproval, ProductAttributeValue, VariantAttributeValue
from catalog.products.attributes.answer import Answer, GivenFile
from catalog.products.attributes.set_attributes import set_attributes
from catalog.products.attributes.translate_answer import translate_answer
from catalog.products.categories import suggest_attributes
from catalog.products.review import submit_product
from catalog.products.translate_structure import translate_structure
from catalog.refusal import Refused
from i18n.translate import translations_of
from marketplace.events.models import OutboxMessage
from tests.factories.attributes import make_attribute, make_product_type, value_of
from tests.factories.catalog import make_category, make_image, make_product, make_variant

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def media_folder(tmp_path: Any, settings: Any) -> None:
    settings.MEDIA_ROOT = tmp_path


def said(product: Product) -> list[tuple[str, Any]]:
    rows = ProductAttributeValue.objects.filter(product=product).select_related("attribute", "value")
    return [(row.attribute.slug, row.value.slug if row.value else row.content) for row in rows.order_by("pk")]


def pdf(*, script: bool = False) -> bytes:
    writer, out = PdfWriter(), BytesIO()
    writer.add_blank_page(100, 100)
    if script:
        action = {NameObject("/S"): NameObject("/JavaScript"), NameObject("/JS"): TextStringObject("app.alert(1)")}
        writer.root_object[NameObject("/OpenAction")] = DictionaryObject(action)
    writer.write(out)
    return out.getvalue()


def product_with(*attributes: Any, **overrides: Any) -> Product:
    return make_product(product_type=make_product_type(*attributes), **overrides)


def test_each_type_keeps_its_own_kind_of_value() -> None:
    wood = make_attribute("DROPDOWN", ("Oak", "Acacia"), slug="wood")
    rooms = make_attribute("MULTISELECT", ("Kitchen", "Bedroom", "Hall"), slug="rooms")
    width = make_attribute("NUMERIC", slug="width", unit="CM")
    folds = make_attribute("BOOLEAN", slug="folds")
    made = make_attribute("DATE", slug="made")
    care = make_attribute("PLAIN_TEXT", slug="care")
    story = make_attribute("RICH_TEXT", slug="story")
    product = product_with(wood, rooms, width, folds, made, care, story)
    set_attributes(
        target=product,
        answers=[
            Answer("wood", values=("acacia",)),
            Answer("rooms", values=("hall", "kitchen")),
            Answer("width", number=Decimal("1.2"), unit="M"),
            Answer("folds", boolean=False),
            Answer("made", date=datetime.date(2026, 3, 1)),
            Answer("care", text=" Lau khô\n"),
            Answer("story", text="<p onclick=x>Gỗ</p><script>alert(1)</script>"),
        ],
    )
    assert said(product) == [
        ("wood", "acacia"),
        ("rooms", "hall"),
        ("rooms", "kitchen"),
        ("width", Decimal("120.0000")),
        ("folds", False),
        ("made", datetime.date(2026, 3, 1)),
        ("care", "Lau khô"),
        ("story", "<p>Gỗ</p>"),
    ]


@pytest.mark.parametrize(
    ("input_type", "fields", "answer", "code"),
    [
        ("DROPDOWN", {}, {"values": ("oak", "pine")}, "INVALID"),
        ("DROPDOWN", {}, {"values": ("glass",)}, "NOT_FOUND"),
        ("MULTISELECT", {}, {"values": ("oak", "glass")}, "NOT_FOUND"),
        ("NUMERIC", {"unit": "CM"}, {"number": Decimal(3), "unit": "KG"}, "INVALID"),
        ("NUMERIC", {}, {"number": Decimal(3), "unit": "KG"}, "INVALID"),
        ("NUMERIC", {"lowest": Decimal(5)}, {"number": Decimal(3)}, "INVALID"),
        ("NUMERIC", {"highest": Decimal(5)}, {"number": Decimal(6)}, "INVALID"),
        ("NUMERIC", {}, {"number": Decimal("NaN")}, "INVALID"),
        ("NUMERIC", {}, {"number": Decimal("Infinity")}, "INVALID"),
        ("NUMERIC", {}, {"number": Decimal("1e30")}, "INVALID"),
        ("NUMERIC", {}, {"number": Decimal("0.00001")}, "INVALID"),
        ("DATE", {}, {"date": datetime.date(1492, 1, 1)}, "INVALID"),
        ("PLAIN_TEXT", {}, {"text": "x" * 501}, "INVALID"),
        ("FILE", {}, {"file": GivenFile(b"MZ\x90 not a picture", "chart.pdf")}, "INVALID"),
        ("FILE", {}, {"file": GivenFile(b"%PDF-1.7 broken", "chart.pdf")}, "INVALID"),
        ("FILE", {}, {"file": GivenFile(pdf(script=True), "chart.pdf")}, "INVALID"),
    ],
)
def test_what_does_not_fit_is_refused_with_its_place(
    input_type: str, fields: dict[str, Any], answer: dict[str, Any], code: str
) -> None:
    values = ("Oak", "Pine") if input_type in ("DROPDOWN", "MULTISELECT") else ()
    first = make_attribute("BOOLEAN", slug="first")
    product = product_with(first, make_attribute(input_type, values, slug="second", **fields))
    with pytest.raises(Refused) as refusal:
        set_attributes(target=product, answers=[Answer("first", boolean=True), Answer("second", **answer)])
    assert [(p.field, p.code, p.index) for p in refusal.value.problems] == [("attributes", code, 1)]
    assert said(product) == []


def test_values_are_found_by_their_names_in_any_language() -> None:
    wood = make_attribute("MULTISELECT", ("Oak", "Acacia"), slug="wood")
    translate_structure(row=value_of(wood, "oak"), language="vi", texts={"name": "Gỗ sồi"})
    product = product_with(wood)
    set_attributes(target=product, answers=[Answer("wood", values=("go soi", "ACACIA"))])
    assert said(product) == [("wood", "oak"), ("wood", "acacia")]


def test_an_empty_answer_takes_away_unless_it_is_required() -> None:
    wood = make_attribute("DROPDOWN", ("Oak",), slug="wood", value_required=True)
    room = make_attribute("DROPDOWN", ("Hall",), slug="room")
    product = product_with(wood, room)
    set_attributes(target=product, answers=[Answer("wood", values=("oak",)), Answer("room", values=("hall",))])
    set_attributes(target=product, answers=[Answer("room")])
    assert said(product) == [("wood", "oak")]
    with pytest.raises(Refused) as refusal:
        set_attributes(target=product, answers=[Answer("wood")])
    assert refusal.value.problems[0].code == "REQUIRED"
    assert said(product) == [("wood", "oak")]


def test_only_what_type_or_category_ask_may_be_said() -> None:
    asked, suggested, _other = (make_attribute("BOOLEAN", slug=slug) for slug in ("asked", "suggested", "other"))
    category = make_category()
    suggest_attributes(category=category, attributes=[suggested])
    product = product_with(asked, category=category)
    set_attributes(target=product, answers=[Answer("asked", boolean=True), Answer("suggested", boolean=True)])
    with pytest.raises(Refused) as refusal:
        set_attributes(target=product, answers=[Answer("other", boolean=True)])
    assert refusal.value.problems[0].code == "NOT_FOUND"
    Product.objects.filter(pk=product.pk).update(category=None)
    product.refresh_from_db()
    set_attributes(target=product, answers=[Answer("suggested")])
    assert said(product) == [("asked", True)], "what was said can be taken away after the category has changed"


def test_variants_answer_what_tells_them_apart() -> None:
    color = make_attribute("DROPDOWN", ("Red", "Blue"), slug="color")
    size, care = make_attribute("DROPDOWN", ("L",), slug="size", is_variant=True), make_attribute(slug="care")
    category = make_category()
    suggest_attributes(category=category, attributes=[size, care])
    variant = make_variant(make_product(product_type=make_product_type(variant=(color,)), category=category))
    set_attributes(target=variant, answers=[Answer("color", values=("red",)), Answer("size", values=("l",))])
    rows = VariantAttributeValue.objects.filter(variant=variant)
    assert set(rows.values_list("attribute__slug", "value__slug")) == {("color", "red"), ("size", "l")}
    for target, slug in ((variant, "care"), (variant.product, "color")):
        with pytest.raises(Refused):
            set_attributes(target=target, answers=[Answer(slug)])


def test_files_are_told_by_content_and_go_with_their_row(django_capture_on_commit_callbacks: Any) -> None:
    product = product_with(make_attribute("FILE", slug="chart"))
    set_attributes(target=product, answers=[Answer("chart", file=GivenFile(make_image(), "bảng.exe"))])
    row = ProductAttributeValue.objects.get(product=product)
    picture = row.file
    assert (row.content_type, row.file_name, picture.endswith(".webp")) == ("image/webp", "bảng.exe", True)
    with django_capture_on_commit_callbacks(execute=True):
        set_attributes(target=product, answers=[Answer("chart", file=GivenFile(pdf(), "chart.pdf"))])
    row.refresh_from_db()
    assert (row.content_type, default_storage.exists(picture)) == ("application/pdf", False)
    set_attributes(target=product, answers=[Answer("chart", keep_file=True)])
    assert ProductAttributeValue.objects.get(product=product).file == row.file
    with django_capture_on_commit_callbacks(execute=True):
        set_attributes(target=product, answers=[Answer("chart")])
    assert not default_storage.exists(row.file)


def test_own_words_lead_back_into_review_and_choices_do_not() -> None:
    wood, care = make_attribute("DROPDOWN", ("Oak",), slug="wood"), make_attribute("PLAIN_TEXT", slug="care")
    product = product_with(wood, care, approval=ProductApproval.APPROVED)
    before = OutboxMessage.objects.count()
    set_attributes(target=product, answers=[Answer("wood", values=("oak",))])
    product.refresh_from_db()
    assert (product.approval, OutboxMessage.objects.count() > before) == ("APPROVED", True)
    version = product.search_version
    set_attributes(target=product, answers=[Answer("wood", values=("oak",))])
    product.refresh_from_db()
    assert product.search_version == version, "saying the same again changes nothing"
    set_attributes(target=product, answers=[Answer("care", text="Lau khô")])
    product.refresh_from_db()
    assert product.approval == "PENDING"


def test_a_changed_text_keeps_its_translations_and_a_removed_one_takes_them_along() -> None:
    care = make_attribute("PLAIN_TEXT", slug="care")
    product = product_with(care)
    set_attributes(target=product, answers=[Answer("care", text="Lau khô")])
    row = ProductAttributeValue.objects.get(product=product)
    translate_answer(target=product, attribute=care, language="en", text="Wipe dry")
    set_attributes(target=product, answers=[Answer("care", text="Lau thật khô")])
    assert [t.text for t in translations_of("catalog.ProductAttributeValue", [row.pk])[str(row.pk)]] == ["Wipe dry"]
    set_attributes(target=product, answers=[Answer("care")])
    assert translations_of("catalog.ProductAttributeValue", [row.pk])[str(row.pk)] == []


def test_the_database_itself_keeps_answers_single() -> None:
    wood = make_attribute("DROPDOWN", ("Oak", "Pine"), slug="wood")
    product = product_with(wood)
    set_attributes(target=product, answers=[Answer("wood", values=("oak",))])
    for fields in (
        {"value": value_of(wood, "pine"), "place": 0},
        {"value": value_of(wood, "oak"), "place": 1},
        {"number": 3, "text": "three", "place": 2},
        {"place": 3},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            ProductAttributeValue.objects.create(product=product, attribute=wood, **fields)


def test_what_the_type_requires_is_there_before_anybody_reviews() -> None:
    wood = make_attribute("DROPDOWN", ("Oak",), slug="wood", name="Wood", value_required=True)
    size = make_attribute("DROPDOWN", ("L",), slug="size", name="Size", value_required=True)
    product = make_product(product_type=make_product_type(wood, variant=(size,)), approval=ProductApproval.DRAFT)
    variants = [make_variant(product), make_variant(product)]
    set_attributes(target=variants[0], answers=[Answer("size", values=("l",))])
    with pytest.raises(Refused) as refusal:
        submit_product(product=product, by=None)
    assert [problem.params for problem in refusal.value.problems] == [{"name": "Wood"}, {"name": "Size"}]
    set_attributes(target=variants[1], answers=[Answer("size", values=("l",))])
    set_attributes(target=product, answers=[Answer("wood", values=("oak",))])
    assert submit_product(product=product, by=None).approval == "PENDING"
