"""Importing a taxonomy: what is created, that a second time changes nothing, and what is refused with its row."""

import json
from pathlib import Path
from time import monotonic
from typing import Any

import pytest

from catalog.models import Attribute, AttributeValue, Category, CategoryAttribute
from catalog.products.attributes.answer import Answer
from catalog.products.attributes.set_attributes import set_attributes
from catalog.products.taxonomy.import_taxonomy import import_taxonomy
from catalog.products.taxonomy.json_stream import objects
from catalog.products.taxonomy.record import Kind, UnreadableFile, handle
from i18n.translate import set_translation
from i18n.translation import Translation
from marketplace.events.models import OutboxMessage
from tests.factories.catalog import make_category, make_product

pytestmark = pytest.mark.django_db
SHARED = Path(__file__).parents[4].parent / "shared" / "data" / "taxonomy"
TABLES = ("taxonomy.csv", "taxonomy_attributes.csv", "taxonomy_values.csv", "taxonomy_category_attributes.csv")

CATEGORIES = """id,parent_id,level,en,vi,zh,de
fu-1-1,fu-1,3,Dining Chairs,Ghế ăn,餐椅,Esszimmerstühle
fu,,1,Furniture,Nội thất,家具,Möbel
fu-1,fu,2,Chairs,Ghế,椅子,Stühle
"""
ATTRIBUTES = """attribute,en,description_en,vi,zh,de,used_by_categories,values
wood/type,Wood type,What it is made of,Loại gỗ,木材,Holzart,2,wood/type__oak wood/type__a+
color,Color,,Màu,颜色,Farbe,1,color__red
"""
VALUES = """value,en,vi,zh,de
wood/type__oak,Oak,Sồi,橡木,Eiche
wood/type__a+,A+,A+,A+,A+
color__red,Red,Đỏ,红色,Rot
"""
LINKS = """category_id,attribute
fu,color
fu-1,wood/type
fu-1,color
"""


@pytest.fixture
def tables(tmp_path: Path) -> list[Path]:
    paths = [tmp_path / name for name in TABLES]
    for path, text in zip(paths, (CATEGORIES, ATTRIBUTES, VALUES, LINKS), strict=True):
        path.write_text(text, encoding="utf-8")
    return paths


def names(subject: str) -> set[tuple[str, str]]:
    return set(Translation.objects.filter(subject=subject, field="name").values_list("language", "text"))


def test_tables_become_a_tree_with_attributes_values_and_names(tables: list[Path]) -> None:
    report = import_taxonomy(tables)
    tree = dict(Category.objects.values_list("external_reference", "parent__external_reference"))
    assert tree == {"fu": None, "fu-1": "fu", "fu-1-1": "fu-1"}, "a child may come before its parent"
    assert dict(Category.objects.values_list("slug", "level")) == {"furniture": 0, "chairs": 1, "dining-chairs": 2}
    values = AttributeValue.objects.values_list("attribute__external_reference", "external_reference", "slug", "name")
    assert list(values.order_by("pk")) == [
        ("wood-type", "wood-type__oak", "oak", "Oak"),
        ("wood-type", "wood-type__a-plus", "a-plus", "A+"),
        ("color", "color__red", "red", "Red"),
    ]
    assert Attribute.objects.get(slug="wood-type").description == "What it is made of"
    links = CategoryAttribute.objects.order_by("category_id", "sort_order")
    assert set(links.values_list("category__external_reference", "attribute__slug", "sort_order")) == {
        ("fu", "color", 0),
        ("fu-1", "wood-type", 0),
        ("fu-1", "color", 1),
    }
    in_vietnamese = {("vi", "Nội thất"), ("vi", "Ghế"), ("vi", "Ghế ăn")}
    assert names("catalog.Category") == in_vietnamese | {("zh-Hans", "家具"), ("zh-Hans", "椅子"), ("zh-Hans", "餐椅")}
    assert report.skipped == {"de"}
    assert (report.counts[Kind.CATEGORY]["created"], report.counts[Kind.VALUE]["created"]) == (3, 3)


def test_a_second_time_changes_nothing_and_says_so(tables: list[Path]) -> None:
    first = list(import_taxonomy(tables).lines())
    make_product(category=Category.objects.get(slug="chairs"))
    rows = list(Translation.objects.order_by("pk").values_list("pk", "text", "updated_at"))
    OutboxMessage.objects.all().delete()
    again = import_taxonomy(tables)
    assert not again.changed
    assert "nothing changed" in list(again.lines())
    assert not OutboxMessage.objects.exists()
    assert list(Translation.objects.order_by("pk").values_list("pk", "text", "updated_at")) == rows
    assert first[0] == "categories: 3 created, 0 updated, 0 unchanged, 0 refused"


def test_what_changed_is_updated_and_only_its_products_are_indexed_again(tables: list[Path]) -> None:
    import_taxonomy(tables)
    inside = make_product(category=Category.objects.get(slug="dining-chairs"))
    make_product(category=make_category())
    said = make_product(category=Category.objects.get(slug="furniture"))
    set_attributes(target=said, answers=[Answer("color", values=("red",))])
    OutboxMessage.objects.all().delete()
    tables[0].write_text(CATEGORIES.replace("Ghế,", "Ghế ngồi,"), encoding="utf-8")
    report = import_taxonomy(tables)
    assert (report.products, report.texts["stored"]) == (1, 1)
    [message] = OutboxMessage.objects.filter(name="ProductsChanged")
    assert message.payload == {"product_ids": [inside.pk]}
    tables[2].write_text(VALUES.replace("Red", "Crimson"), encoding="utf-8")
    report = import_taxonomy(tables)
    assert report.counts[Kind.VALUE]["updated"] == 1
    assert AttributeValue.objects.get(external_reference="color__red").name == "Crimson"
    assert [m.payload for m in OutboxMessage.objects.filter(name="ProductsChanged")][1:] == [{"product_ids": [said.pk]}]


def test_a_moved_category_takes_what_people_put_below_it_along(tables: list[Path]) -> None:
    import_taxonomy(tables)
    own = make_category(name="Own", parent=Category.objects.get(slug="dining-chairs"))
    tables[0].write_text(CATEGORIES.replace("fu-1-1,fu-1,", "fu-1-1,fu,"), encoding="utf-8")
    assert import_taxonomy(tables).counts[Kind.CATEGORY]["updated"] == 1
    own.refresh_from_db()
    assert (own.level, Category.objects.get(slug="dining-chairs").level) == (2, 1)


def test_people_keep_their_words_their_categories_and_their_suggestions(tables: list[Path]) -> None:
    mine = make_category(slug="chairs", name="Chairs")
    import_taxonomy(tables)
    theirs = Category.objects.get(external_reference="fu-1")
    assert (theirs.slug, theirs.pk != mine.pk) == ("chairs-fu-1", True), "never merged by name"
    set_translation(subject="catalog.Category", object_id=theirs.pk, language="vi", texts={"name": "Ghế các loại"})
    extra = Attribute.objects.create(slug="extra", name="Extra")
    CategoryAttribute.objects.create(category=theirs, attribute=extra, sort_order=0)
    report = import_taxonomy(tables)
    assert report.texts["kept"] == 1
    assert ("vi", "Ghế các loại") in names("catalog.Category")
    ordered = CategoryAttribute.objects.filter(category=theirs).order_by("sort_order")
    assert list(ordered.values_list("attribute__slug", flat=True)) == ["wood-type", "color", "extra"]


def test_what_cannot_be_is_refused_with_its_row_and_the_rest_is_imported(tables: list[Path]) -> None:
    deep = "".join(f"d-{n},{f'd-{n - 1}' if n else ''},{n},Deep {n},,,\n" for n in range(10))
    cycle = "x,y,1,X,,,\ny,x,1,Y,,,\n"
    tables[0].write_text(CATEGORIES + deep + cycle + "lost,nowhere,2,Lost,,,\nnameless,fu,2,,,,\n", encoding="utf-8")
    tables[3].write_text(LINKS + "fu,unheard-of\n", encoding="utf-8")
    report = import_taxonomy(tables)
    assert [(row.file, row.row, row.reference) for row in report.refused] == [
        ("taxonomy.csv", 13, "d-8"),
        ("taxonomy.csv", 14, "d-9"),
        ("taxonomy.csv", 15, "x"),
        ("taxonomy.csv", 16, "y"),
        ("taxonomy.csv", 17, "lost"),
        ("taxonomy.csv", 18, "nameless"),
        ("taxonomy_category_attributes.csv", 5, "unheard-of"),
    ]
    assert Category.objects.count() == 3 + 8


def distribution(folder: Path) -> dict[str, Path]:
    """The distribution's files in two languages, as they are published."""
    gid = "gid://shopify/Taxonomy"
    made = {}
    wood = {"id": f"{gid}Attribute/1", "handle": "wood-type", "extended_attributes": []}
    for language, name, value in (("en", "Wood type", "Oak"), ("vi", "Loại gỗ", "Sồi")):
        path = folder / language
        path.mkdir()
        attribute = {**wood, "name": name, "description": "What it is made of"}
        attribute["values"] = [{"id": f"{gid}Value/1", "name": value, "handle": "wood-type__oak"}]
        other = {"name": f"{name} 2", "handle": "seat-wood-type"}
        attribute["extended_attributes"] = [other]
        text = json.dumps({"version": "2026-11", "attributes": [attribute]}, ensure_ascii=language == "en")
        made[f"{language}/attributes"] = path / "attributes.json"
        made[f"{language}/attributes"].write_text(text, encoding="utf-8")
    asked = [{"id": f"{gid}Attribute/1", "name": "Wood type", "handle": "wood-type", "extended": False}]
    root = {"id": f"{gid}Category/fu", "level": 0, "name": "Furniture", "parent_id": None, "attributes": []}
    chairs = {"id": f"{gid}Category/fu-1", "level": 1, "name": "Chairs", "parent_id": root["id"], "attributes": asked}
    verticals = [{"name": "Furniture", "prefix": "fu", "categories": [root, chairs]}]
    made["en/categories"] = folder / "en" / "categories.json"
    made["en/categories"].write_text(json.dumps({"version": "2026-11", "verticals": verticals}, indent=2))
    made["vi/categories"] = folder / "vi" / "categories.txt"
    lines = [f"{gid}Category/fu   : Nội thất", f"{gid}Category/fu-1 : Nội thất > Ghế"]
    made["vi/categories"].write_text("# Format: {GID} : {Ancestor} > {Name}\n\n" + "\n".join(lines), encoding="utf-8")
    return made


def test_the_distribution_files_say_the_same(tmp_path: Path) -> None:
    files = distribution(tmp_path)
    report = import_taxonomy(list(reversed(files.values())))
    assert report.refused == []
    assert names("catalog.Category") == {("vi", "Nội thất"), ("vi", "Ghế")}
    assert names("catalog.Attribute") == {("vi", "Loại gỗ"), ("vi", "Loại gỗ 2")}
    assert set(Attribute.objects.values_list("slug", "description")) == {
        ("wood-type", "What it is made of"),
        ("seat-wood-type", ""),
    }
    offered = set(AttributeValue.objects.values_list("attribute__slug", "slug"))
    assert offered == {("wood-type", "oak"), ("seat-wood-type", "oak")}, "an extended attribute shares the values"
    assert CategoryAttribute.objects.get().category.external_reference == "fu-1"
    assert not import_taxonomy(list(files.values())).changed


def test_a_foreign_language_alone_creates_nothing(tmp_path: Path) -> None:
    files = distribution(tmp_path)
    report = import_taxonomy([files["vi/categories"], files["vi/attributes"]])
    assert (Category.objects.count(), Attribute.objects.count()) == (0, 0)
    assert report.counts[Kind.CATEGORY]["refused"] == 2


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("list.csv", "sku,name\n1,Chair\n"),
        ("attributes.txt", "gid://shopify/TaxonomyAttribute/1 : Wood type\n"),
        ("notes.txt", "hello"),
        ("en/taxonomy.json", '{"attributes": [{"handle": "x", "values": ['),
        ("latin.csv", "id,parent_id,en\nfu,,M\xf6bel\n".encode("latin-1")),
    ],
)
def test_a_file_that_is_none_is_refused_by_name(tmp_path: Path, name: str, text: str | bytes) -> None:
    path = tmp_path / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(UnreadableFile) as unreadable:
        import_taxonomy([path])
    assert unreadable.value.path.name == path.name
    with pytest.raises(UnreadableFile):
        import_taxonomy([tmp_path / "missing.csv"])


def test_objects_are_read_across_the_edges_of_chunks(tmp_path: Path, monkeypatch: Any) -> None:
    path = tmp_path / "many.json"
    rows = [{"handle": f"é{number}", "values": [{"a": "]} ,"}]} for number in range(50)]
    path.write_text(json.dumps({"x": 1, "values_list": [], "attributes": rows, "y": {}}), encoding="utf-8")
    for size in (1, 7, 4096):
        monkeypatch.setattr("catalog.products.taxonomy.json_stream.CHUNK", size)
        assert list(objects(path, "attributes")) == rows


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("audio_codecs/formats_supported__aac++", "audio-codecs-formats-supported__aac-plus-plus"),
        ("paper-size__-hashtag-10", "paper-size__hashtag-10"),
        ("paper_size__#10", "paper-size__hashtag-10"),
    ],
)
def test_both_ways_of_writing_a_handle_are_one(given: str, expected: str) -> None:
    assert handle(given) == expected


@pytest.mark.skipif(not SHARED.is_dir(), reason="only on machines that have the whole taxonomy beside the checkout")
@pytest.mark.services  # long, and equal on every database
def test_the_whole_taxonomy_comes_in_and_comes_again() -> None:
    paths = [SHARED / name for name in TABLES]
    start = monotonic()
    report = import_taxonomy(paths)
    first = monotonic() - start
    created = {kind: report.counts[kind]["created"] for kind in Kind}
    assert created == {Kind.CATEGORY: 5810, Kind.ATTRIBUTE: 1097, Kind.VALUE: 14980, Kind.SUGGESTION: 21174}
    assert (report.refused, report.skipped) == ([], {"de", "fr"})
    assert Translation.objects.filter(subject="catalog.Category").count() == 5810 * 6
    assert Category.objects.filter(level=7).count() == 50
    start = monotonic()
    assert not import_taxonomy(paths).changed
    second = monotonic() - start
    assert (first < 60, second < 20) == (True, True), f"{first:.0f} s, then {second:.0f} s"
