"""Codes, restricted goods and customs rules through the API: who may, and what strangers may send."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from catalog.products.update import update_product
from logistics.customs.rules.edition import CustomsEdition, EditionStatus
from marketplace.accounts.permissions import Permission
from marketplace.graphql import to_global_id
from tests.cast import Cast, assemble
from tests.factories.catalog import make_product, make_sellable_variant
from tests.factories.channels import make_channel
from tests.factories.customs import RULE, make_edition, rules_csv

pytestmark = pytest.mark.django_db
Ask = Callable[..., Any]

CODES = "query ($search: String!, $first: Int) { hsCodes(search: $search, first: $first, languageCode: VI) { code name isSpecific language { code } path { code name } } }"  # noqa: E501
OWN = """query ($product: ID!) { hsCodeSuggestions(product: $product) { hsCode { code } products sharedWords }
  hsCodeChanges(product: $product) { before after by } }"""
ASKS = """query ($product: ID!, $country: CountryCode!, $makers: Boolean) {
  tradeRules(product: $product, country: $country, forMakers: $makers) { code status message legalBasis isChecked } }"""
HOLDS = """query ($country: CountryCode!, $on: Date, $hs: String) {
  customsRules(country: $country, on: $on, kind: [DUTY], hs: $hs) { name rate amount per isChecked edition } }"""
FILES = "{ customsEditions(first: 5) { edges { node { id fileName status rowCount by rows { number text mistakes { column message } } } } } }"  # noqa: E501
PREVIEW = "mutation ($file: Upload!) { customsRulesPreview(file: $file) { edition { id wrongRowCount } errors { field code message } } }"  # noqa: E501
APPLY = "mutation ($id: ID!, $good: Boolean) { customsRulesApply(id: $id, onlyGoodRows: $good) { edition { status sequence appliedBy } errors { field code } } }"  # noqa: E501
DISCARD = "mutation ($id: ID!) { customsRulesDiscard(id: $id) { edition { status } errors { field code } } }"


@pytest.fixture
def cast() -> Cast:
    return assemble()


def code_of(result: Any) -> str:
    return str(result.errors[0]["extensions"]["code"])


def test_anybody_may_search_the_nomenclature(execute: Ask) -> None:
    result = execute(CODES, {"search": "ghế gỗ không bọc nệm", "first": 3})
    assert not result.errors
    best = result.data["hsCodes"][0]
    assert (best["code"], best["isSpecific"], best["language"]["code"]) == ("940169", True, "VI")
    assert [above["code"] for above in best["path"]] == ["94", "9401"]


@pytest.mark.parametrize("first", [0, -1, 51])
def test_searches_are_bounded(execute: Ask, first: int) -> None:
    assert code_of(execute(CODES, {"search": "x", "first": first})) == "INVALID"


@pytest.mark.parametrize("search", ["", "%", "' OR 1=1 --", "𝔤𝔥ế", "a" * 5000, "\u202e", "9" * 400])
def test_nonsense_is_answered(execute: Ask, search: str) -> None:
    assert not execute(CODES, {"search": search}).errors


def test_history_and_suggestions_are_for_the_people_of_the_product(execute: Ask, cast: Cast) -> None:
    product = make_product(seller=cast.woodworks.seller, name="Ghế gỗ", hs_code="")
    update_product(product=product, by=cast.woodworks.owner, hs_code="940169")
    variables = {"product": to_global_id("Product", product.pk)}
    assert code_of(execute(OWN, variables)) == "UNAUTHENTICATED"
    for stranger in (cast.buyer, cast.pottery.owner):
        assert execute(OWN, variables, actor=stranger).data == {"hsCodeSuggestions": [], "hsCodeChanges": []}
    for insider in (cast.woodworks.owner, cast.woodworks.manager, cast.operator):
        seen = execute(OWN, variables, actor=insider).data
        assert seen["hsCodeChanges"] == [{"before": None, "after": "940169", "by": cast.woodworks.owner.full_name}]
        assert seen["hsCodeSuggestions"]


def test_what_a_country_asks_of_a_product(execute: Ask) -> None:
    product = make_sellable_variant(make_channel("eu"), product=make_product(hs_code="940360")).product
    variables = {"product": to_global_id("Product", product.pk), "country": "US"}
    asked = execute(ASKS, variables).data["tradeRules"]
    assert [(rule["code"], rule["status"]) for rule in asked] == [("US_LACEY", "PAPERS")]
    assert asked[0]["message"] and asked[0]["legalBasis"]
    reminded = execute(ASKS, {**variables, "makers": True}, language="vi").data["tradeRules"]
    assert {"ISPM15", "FUMIGATION"} <= {rule["code"] for rule in reminded}
    hidden = {"product": to_global_id("Product", make_product(hs_code="940360").pk), "country": "US"}
    assert execute(ASKS, hidden).data["tradeRules"] == []
    assert execute(ASKS, {**variables, "country": "ZZ"}).data["tradeRules"] == []


def test_rules_in_force_are_public(execute: Ask) -> None:
    (rule,) = execute(HOLDS, {"country": "NL", "hs": "6912.00.23", "on": "2026-11-21"}).data["customsRules"][:1]
    assert rule["edition"] == 0
    names = {row["name"] for row in execute(HOLDS, {"country": "NL", "hs": "69120023"}).data["customsRules"]}
    assert names == {"EU/duty/69120023/2022-01-01", "EU/duty/69/EVFTA/2025-01-01"}
    assert execute(HOLDS, {"country": "BR"}).data["customsRules"] == []
    assert execute(HOLDS, {"country": "NL", "on": "1990-01-01"}).data["customsRules"] == []


def callers(cast: Cast) -> list[tuple[Any, str]]:
    return [
        (None, "UNAUTHENTICATED"),
        (cast.buyer, "PERMISSION_DENIED"),
        (cast.pottery.owner, "PERMISSION_DENIED"),
        (cast.woodworks.owner, "PERMISSION_DENIED"),
    ]


def test_only_the_operator_keeps_rules(execute: Ask, cast: Cast) -> None:
    edition = make_edition()
    variables = {"id": to_global_id("CustomsEdition", edition.pk), "good": True}
    for caller, code in callers(cast):
        file = SimpleUploadedFile("rules.csv", rules_csv(RULE))
        for document, given in ((PREVIEW, {"file": file}), (APPLY, variables), (DISCARD, {"id": variables["id"]})):
            assert code_of(execute(document, given, actor=caller)) == code
        assert code_of(execute(FILES, actor=caller)) == code
    assert list(CustomsEdition.objects.values_list("pk", "status")) == [(edition.pk, EditionStatus.PREVIEWED)]
    assert cast.operator.has_permission(Permission.CUSTOMS_MANAGE)


def test_the_operator_brings_looks_applies(execute: Ask, cast: Cast) -> None:
    file = SimpleUploadedFile("quý 4.csv", rules_csv(RULE, {**RULE, "hs": "x"}))
    made = execute(PREVIEW, {"file": file}, actor=cast.operator).data["customsRulesPreview"]
    assert (made["errors"], made["edition"]["wrongRowCount"]) == ([], 1)
    seen = execute(FILES, actor=cast.operator, language="vi").data["customsEditions"]["edges"][0]["node"]
    assert (seen["fileName"], seen["rowCount"], seen["rows"][0]["number"]) == ("quý 4.csv", 2, 3)
    assert seen["rows"][0]["mistakes"][0]["column"] == "hs"
    variables = {"id": made["edition"]["id"]}
    refused = execute(APPLY, variables, actor=cast.operator).data["customsRulesApply"]
    assert refused["errors"] == [{"field": "id", "code": "HAS_ERRORS"}]
    applied = execute(APPLY, {**variables, "good": True}, actor=cast.operator).data["customsRulesApply"]
    assert (applied["edition"]["status"], applied["edition"]["sequence"]) == ("APPLIED", 1)
    late = execute(DISCARD, variables, actor=cast.operator).data["customsRulesDiscard"]
    assert late["errors"] == [{"field": "id", "code": "NOT_OPEN"}]
    (rule,) = [
        row
        for row in execute(HOLDS, {"country": "DE", "on": "2026-11-21", "hs": "69120023"}).data["customsRules"]
        if row["edition"]
    ]
    assert (str(rule["rate"]), rule["isChecked"]) == ("0.075", True)


def test_files_that_are_no_rules_are_refused_in_words(execute: Ask, cast: Cast) -> None:
    for content in (b"", b"\xff\x00", b"PK\x03\x04", b"kind,colour\n1,2\n"):
        file = SimpleUploadedFile("x.csv", content)
        answer = execute(PREVIEW, {"file": file}, actor=cast.operator).data["customsRulesPreview"]
        assert [error["field"] for error in answer["errors"]] == ["file"], content
    for wrong in ("nonsense", to_global_id("CustomsEdition", 999_999), to_global_id("Product", 1)):
        assert execute(APPLY, {"id": wrong}, actor=cast.operator).data["customsRulesApply"]["errors"]
    assert not CustomsEdition.objects.exists()
