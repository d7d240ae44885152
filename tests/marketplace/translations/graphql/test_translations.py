"""Translating through the API: what is seen, what is stored, and by whom."""

from typing import Any

import pytest

from i18n.subjects import subject_of
from i18n.translate import set_translation
from i18n.translation import Translation, text_hash
from marketplace.graphql import to_global_id
from marketplace.schema import schema
from tests.api.tables import changed, stored
from tests.cast import Cast, assemble
from tests.factories.catalog import make_category, make_media, make_product, make_sellable_variant
from tests.marketplace.accounts import api

pytestmark = pytest.mark.django_db

COVERAGE = """query ($seller: ID) { translationCoverage(seller: $seller) {
  language { code } kind total translated machine human reviewed stale missing } }"""
UNITS = """query ($seller: ID, $states: [TranslationState!], $product: ID, $search: String, $first: Int,
  $after: String) {
  translationUnits(seller: $seller, languageCode: EN, states: $states, product: $product, search: $search,
    first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor }
    edges { node { id kind field recordName productId sourceText text state source translatedBy longest markup
      sourceHash targetHash sourceLanguage { code } } } } }"""
UPDATE = """mutation ($seller: ID, $texts: [TranslationTextInput!]!) {
  translationsUpdate(seller: $seller, languageCode: EN, texts: $texts) { count
    results { index changed unit { text state } errors { code message } warnings { code message } }
    errors { field code message index } } }"""
REVIEW = """mutation ($seller: ID, $texts: [TranslationReviewInput!]!) {
  translationReview(seller: $seller, languageCode: EN, texts: $texts) { count
    results { index changed unit { state } errors { code } } errors { field code } } }"""


def call(document: str, variables: dict[str, Any] | None = None, **options: Any) -> Any:
    return api.call(document, variables, schema=lambda: schema, **options)


def ask(document: str, variables: dict[str, Any] | None = None, **options: Any) -> Any:
    result = call(document, variables, **options)
    assert not result.errors, result.errors
    return result.data


def seller_id(house: Any) -> str:
    return to_global_id("Seller", house.seller.pk)


def unit(product: Any, field: str, kind: str = "catalog.Product") -> str:
    return to_global_id("TranslationUnit", f"{kind}/{product.pk}/{field}")


@pytest.fixture
def cast() -> Cast:
    return assemble()


@pytest.fixture
def chair(cast: Cast) -> Any:
    return make_product(seller=cast.woodworks.seller, name="Ghế Sen", description="Gỗ sồi.", material="Gỗ sồi")


def nodes(cast: Cast, **variables: Any) -> list[dict[str, Any]]:
    found = ask(UNITS, {"seller": seller_id(cast.woodworks), **variables}, actor=cast.woodworks.manager)
    return [edge["node"] for edge in found["translationUnits"]["edges"]]


def test_coverage_counts_by_language_and_kind(cast: Cast, chair: Any) -> None:
    make_media(chair, alt="Nhìn từ trước")
    set_translation(subject="catalog.Product", object_id=chair.pk, language="en", texts={"name": "Lotus chair"})
    machine = {"description": "Oak.", "material": "Oak"}
    set_translation(subject="catalog.Product", object_id=chair.pk, language="en", texts=machine, source="MACHINE")
    chair.material = "Gỗ tràm"
    chair.save()
    rows = ask(COVERAGE, {"seller": seller_id(cast.woodworks)}, actor=cast.woodworks.manager)["translationCoverage"]
    by = {(row["language"]["code"], row["kind"]): row for row in rows}
    counts = ("total", "translated", "machine", "human", "stale", "missing")
    assert [by["EN", "catalog.Product"][name] for name in counts] == [3, 2, 1, 1, 1, 0]
    assert [by["NL", "catalog.Product"][name] for name in counts] == [3, 0, 0, 0, 0, 3]
    assert by["EN", "catalog.ProductMedia"]["missing"] == 1
    assert ("VI", "catalog.Product") not in by
    assert ("EN", "sellers.Seller") not in by
    owners = ask(COVERAGE, {"seller": seller_id(cast.woodworks)}, actor=cast.woodworks.owner)["translationCoverage"]
    assert ("EN", "sellers.Seller") in {(row["language"]["code"], row["kind"]) for row in owners}


def test_a_products_own_coverage(cast: Cast, chair: Any) -> None:
    document = "query ($id: ID!) { product(id: $id) { translationCoverage { language { code } kind missing } } }"
    variables = {"id": to_global_id("Product", chair.pk)}
    rows = ask(document, variables, actor=cast.woodworks.packer)["product"]["translationCoverage"]
    assert {"language": {"code": "NL"}, "kind": "catalog.Product", "missing": 3} in rows
    assert ask(document, variables, actor=cast.pottery.owner)["product"] is None
    make_sellable_variant(product=chair)
    assert call(document, variables, actor=cast.pottery.owner).errors[0]["extensions"]["code"] == "PERMISSION_DENIED"


def test_units_stand_side_by_side_and_page_steadily(cast: Cast, chair: Any) -> None:
    other = make_product(seller=cast.woodworks.seller, name="Bàn trà", description="", material="")
    make_product(seller=cast.pottery.seller, name="Bình gốm")
    set_translation(
        subject="catalog.Product", object_id=chair.pk, language="en", texts={"name": "Lotus chair"},
        translator=f"user:{cast.woodworks.owner.pk}",
    )  # fmt: skip
    found = nodes(cast)
    assert [(node["recordName"], node["field"], node["state"]) for node in found] == [
        ("Ghế Sen", "name", "HUMAN"), ("Ghế Sen", "description", "MISSING"), ("Ghế Sen", "material", "MISSING"),
        ("Bàn trà", "name", "MISSING"),
    ]  # fmt: skip
    assert found[0]["translatedBy"] == cast.woodworks.owner.full_name
    assert found[0]["productId"] == to_global_id("Product", chair.pk)
    assert found[0]["sourceHash"] == text_hash("Ghế Sen") and found[0]["targetHash"] == text_hash("Lotus chair")
    assert found[1]["markup"] == "HTML" and found[1]["sourceText"] == "<p>Gỗ sồi.</p>"
    assert [node["recordName"] for node in nodes(cast, search="bàn")] in ([], ["Bàn trà"])
    assert [node["recordName"] for node in nodes(cast, search="Bàn")] == ["Bàn trà"]
    assert len(nodes(cast, product=to_global_id("Product", chair.pk))) == 3
    assert nodes(cast, product=to_global_id("Product", other.pk))[0]["text"] == ""
    variables = {"seller": seller_id(cast.woodworks), "states": ["MISSING"], "first": 2}
    first = ask(UNITS, variables, actor=cast.woodworks.manager)["translationUnits"]
    assert first["totalCount"] == 3 and first["pageInfo"]["hasNextPage"]
    assert [edge["node"]["field"] for edge in first["edges"]] == ["description", "material"]
    set_translation(subject="catalog.Product", object_id=chair.pk, language="en", texts={"description": "Oak."})
    rest = ask(UNITS, {**variables, "after": first["pageInfo"]["endCursor"]}, actor=cast.woodworks.manager)
    assert [edge["node"]["recordName"] for edge in rest["translationUnits"]["edges"]] == ["Bàn trà"]


@pytest.mark.parametrize(
    "cursor", ["x", "", "WzEsMl0=", "WzEsMiwieCIsInkiXQ==", "WzAsOTIyMzM3MjAzNjg1NDc3NTgwOCwiMSIsMF0="]
)
def test_bad_cursors_are_refused(cast: Cast, chair: Any, cursor: str) -> None:
    result = call(UNITS, {"seller": seller_id(cast.woodworks), "after": cursor}, actor=cast.woodworks.manager)
    assert not cursor or result.errors[0]["extensions"]["code"] == "BAD_CURSOR"


def test_many_texts_at_once_each_on_its_own(cast: Cast, chair: Any) -> None:
    stranger = make_product(seller=cast.pottery.seller)
    texts = [
        {"id": unit(chair, "name"), "text": " Sen  chair ", "sourceHash": text_hash("Ghế Sen"), "targetHash": ""},
        {"id": unit(chair, "material"), "text": "x" * 251},
        {"id": unit(chair, "description"), "text": "Oak", "sourceHash": text_hash("something else")},
        {"id": unit(stranger, "name"), "text": "Mine now"},
    ]
    chair.refresh_from_db()
    before = chair.search_version
    payload = ask(UPDATE, {"seller": seller_id(cast.woodworks), "texts": texts}, actor=cast.woodworks.manager)
    payload = payload["translationsUpdate"]
    assert payload["errors"] == [] and payload["count"] == 1
    outcome = [(row["changed"], [error["code"] for error in row["errors"]]) for row in payload["results"]]
    assert outcome == [(True, []), (False, ["TOO_LONG"]), (False, ["SOURCE_CHANGED"]), (False, ["NOT_FOUND"])]
    assert payload["results"][0]["unit"] == {"text": "Sen chair", "state": "HUMAN"}
    assert payload["results"][3]["unit"] is None
    [row] = Translation.objects.all()
    assert (row.text, row.translator, row.source_hash) == (
        "Sen chair", f"user:{cast.woodworks.manager.pk}", text_hash("Ghế Sen"),
    )  # fmt: skip
    chair.refresh_from_db()
    assert chair.search_version == before + 1, "search has to see the new text"


def test_what_somebody_else_wrote_meanwhile_is_not_written_over(cast: Cast, chair: Any) -> None:
    set_translation(subject="catalog.Product", object_id=chair.pk, language="en", texts={"name": "Lotus chair"})
    text = {"id": unit(chair, "name"), "text": "Water lily chair", "targetHash": ""}
    variables = {"seller": seller_id(cast.woodworks), "texts": [text]}
    [row] = ask(UPDATE, variables, actor=cast.woodworks.manager)["translationsUpdate"]["results"]
    assert row["errors"][0]["code"] == "TARGET_CHANGED" and row["unit"]["text"] == "Lotus chair"


def test_the_shop_profile_is_the_owners(cast: Cast) -> None:
    seller = cast.woodworks.seller
    text = {"id": unit(seller, "tagline", "sellers.Seller"), "text": "Wood from Bình Dương"}
    variables = {"seller": seller_id(cast.woodworks), "texts": [text]}
    [refused] = ask(UPDATE, variables, actor=cast.woodworks.manager)["translationsUpdate"]["results"]
    assert refused["errors"][0]["code"] == "PERMISSION_DENIED" and not Translation.objects.exists()
    [done] = ask(UPDATE, variables, actor=cast.woodworks.owner)["translationsUpdate"]["results"]
    assert done["changed"]


def test_review_makes_reviewed_and_an_outdated_text_right_again(cast: Cast, chair: Any) -> None:
    machine = {"name": "Lotus chair"}
    set_translation(subject="catalog.Product", object_id=chair.pk, language="en", texts=machine, source="MACHINE")
    variables = {"seller": seller_id(cast.woodworks), "texts": [{"id": unit(chair, "name")}]}
    [row] = ask(REVIEW, variables, actor=cast.woodworks.manager)["translationReview"]["results"]
    assert row == {"index": 0, "changed": True, "unit": {"state": "REVIEWED"}, "errors": []}
    chair.name = "Ghế Sen mới"
    chair.save()
    assert nodes(cast, states=["STALE"])[0]["state"] == "STALE"
    old = [{"id": unit(chair, "name"), "sourceHash": text_hash("Ghế Sen")}]
    [row] = ask(REVIEW, {**variables, "texts": old}, actor=cast.woodworks.manager)["translationReview"]["results"]
    assert row["errors"] == [{"code": "SOURCE_CHANGED"}]
    [row] = ask(REVIEW, variables, actor=cast.woodworks.manager)["translationReview"]["results"]
    assert row["unit"] == {"state": "REVIEWED"}
    [row] = ask(REVIEW, {**variables, "texts": [{"id": unit(chair, "material")}]}, actor=cast.woodworks.owner)[
        "translationReview"
    ]["results"]
    assert row["errors"] == [{"code": "MISSING"}]


def test_the_marketplaces_own_texts_are_for_staff(cast: Cast) -> None:
    category = make_category(name="Chairs", description="")
    texts = [{"id": unit(category, "name", "catalog.Category"), "text": "Chaises"}]
    document = UPDATE.replace("languageCode: EN", "languageCode: IT")
    assert ask(document, {"texts": texts}, actor=cast.operator)["translationsUpdate"]["count"] == 1
    for actor in (cast.woodworks.owner, cast.buyer):
        assert api.outcome(call(document, {"texts": texts}, actor=actor)) == "PERMISSION_DENIED"
    [row] = ask(document, {"texts": texts}, actor=cast.expo_officer)["translationsUpdate"]["results"]
    assert row["errors"][0]["code"] == "PERMISSION_DENIED"
    [row] = ask(UPDATE, {"seller": seller_id(cast.woodworks), "texts": texts}, actor=cast.woodworks.owner)[
        "translationsUpdate"
    ]["results"]
    assert row["errors"][0]["code"] == "NOT_FOUND", "a seller does not write the marketplace's words"
    kinds = {row["kind"] for row in ask(COVERAGE, actor=cast.operator)["translationCoverage"]}
    assert "catalog.Category" in kinds and "catalog.Product" not in kinds


def test_bounds(cast: Cast, chair: Any) -> None:
    def codes(texts: list[dict[str, str]]) -> list[str]:
        result = ask(UPDATE, {"seller": seller_id(cast.woodworks), "texts": texts}, actor=cast.woodworks.owner)
        return [error["code"] for error in result["translationsUpdate"]["errors"]]

    name = {"id": unit(chair, "name"), "text": "x"}
    assert codes([name, name]) == ["INVALID"]
    assert codes(
        [{"id": to_global_id("TranslationUnit", f"catalog.Product/{n}/name"), "text": "x"} for n in range(501)]
    ) == ["INVALID"]
    for bad in ("catalog.Product/1/slug", "nothing/1/name", "catalog.Product//name", "catalog.Product/1"):
        assert codes([{"id": to_global_id("TranslationUnit", bad), "text": "x"}]) == ["NOT_FOUND"]
    for strange in ("x", "-1", "9" * 30, "1.0", "０"):
        given = [{"id": to_global_id("TranslationUnit", f"catalog.Product/{strange}/name"), "text": "x"}]
        result = call(UPDATE, {"seller": seller_id(cast.woodworks), "texts": given}, actor=cast.woodworks.owner)
        assert not result.errors
    assert not Translation.objects.exists()


CALLERS = ["nobody", "buyer", "stranger", "packer", "manager", "operator"]
EXPECTED = {
    "nobody": "UNAUTHENTICATED", "buyer": "NOT_FOUND", "stranger": "NOT_FOUND", "packer": "PERMISSION_DENIED",
    "manager": "done", "operator": "NOT_FOUND",
}  # fmt: skip


@pytest.mark.parametrize("caller", CALLERS)
@pytest.mark.parametrize("document", [UPDATE, REVIEW])
def test_who_may_translate(cast: Cast, chair: Any, document: str, caller: str) -> None:
    set_translation(subject="catalog.Product", object_id=chair.pk, language="en", texts={"name": "Chair"})
    text = {"id": unit(chair, "name")} | ({"text": "Lotus chair"} if document is UPDATE else {})
    people = {
        "nobody": None, "buyer": cast.buyer, "stranger": cast.pottery.owner, "packer": cast.woodworks.packer,
        "manager": cast.woodworks.manager, "operator": cast.operator,
    }  # fmt: skip
    before = stored()
    result = call(document, {"seller": seller_id(cast.woodworks), "texts": [text]}, actor=people[caller])
    assert api.outcome(result) == EXPECTED[caller]
    assert ("i18n_translation" in changed(before, stored())) == (caller == "manager")
    if caller != "manager":
        assert changed(before, stored()) == []


@pytest.mark.parametrize("document", [COVERAGE, UNITS])
def test_nobody_else_reads_the_work(cast: Cast, chair: Any, document: str) -> None:
    for actor in (None, cast.buyer, cast.pottery.owner, cast.woodworks.packer, cast.operator):
        assert call(document, {"seller": seller_id(cast.woodworks)}, actor=actor).errors


def test_every_declared_kind_can_be_counted_and_listed(cast: Cast) -> None:
    """The declarations name columns and paths that there are."""
    for actor, seller in ((cast.woodworks.owner, seller_id(cast.woodworks)), (cast.operator, None)):
        ask(COVERAGE, {"seller": seller}, actor=actor)
        ask(UNITS, {"seller": seller}, actor=actor)
    for kind in ("catalog.Lot", "catalog.TraceStep", "expo.Exhibitor", "catalog.AttributeValue"):
        assert subject_of(kind).fields
