"""Bills of materials and origin through the API: who may keep and see them, and what comes out."""

from decimal import Decimal
from typing import Any

import pytest

from logistics.customs.origin.materials import BillMaterial, BillOfMaterials
from marketplace.graphql import to_global_id
from marketplace.sellers.member import MemberRole
from tests.factories.accounts import make_operator, make_user
from tests.factories.catalog import make_product, make_variant
from tests.factories.declarations import make_bill, make_material
from tests.factories.sellers import make_member, make_seller
from tests.logistics.graphql.conftest import Execute

pytestmark = pytest.mark.django_db

UPDATE = """mutation ($product: ID!, $variant: ID, $input: BomUpdateInput!) {
  bomUpdate(product: $product, variant: $variant, input: $input) {
    billOfMaterials { currency exWorks { amount } isOfVariant
      materials { name hsCode originCountry value { amount currency } weight { value } supplier declared } }
    errors { field code message index }
} }"""
READ = """query ($product: ID!, $variant: ID) {
  billOfMaterials(product: $product, variant: $variant) { currency freeOnBoard { amount } materials { name } }
  originAssessments(product: $product, variant: $variant) {
    agreement { code certificateForm ownStatementUpTo { amount currency } } outcome buildDown buildUp checked
    ways { number rule outcome } steps { text outcome way } missing warnings proofs legalBasis }
  originAssessment(product: $product, variant: $variant, agreement: "EVFTA") { outcome hsCode }
}"""
GIVEN: dict[str, Any] = {
    "currency": "eur",
    "exWorks": "40.00",
    "freeOnBoard": "42.00",
    "materials": [
        {"name": " Gỗ sồi xẻ ", "hsCode": "4407.91", "originCountry": "us", "value": "12.5", "weightGrams": 4000},
        {"name": "Bộ phận ghế", "hsCode": "940191", "value": "3.00", "currency": "USD", "declared": True},
    ],
}


def product_id(product: Any) -> str:
    return to_global_id("Product", product.pk)


def test_who_may_keep_and_see_a_bill(execute: Execute) -> None:
    product = make_product()
    people = {
        "anonymous": None,
        "buyer": make_user(),
        "other seller": make_member(make_seller(), MemberRole.OWNER),
        "staff": make_operator(),
        "packer": make_member(product.seller, MemberRole.PACKER),
        "manager": make_member(product.seller, MemberRole.MANAGER),
    }
    written, seen = set(), set()
    for name, actor in people.items():
        BillOfMaterials.objects.all().delete()
        answer = execute(UPDATE, {"product": product_id(product), "input": GIVEN}, actor=actor)
        payload = (answer.data or {}).get("bomUpdate")
        if payload and not payload["errors"]:
            written.add(name)
        else:
            assert not BillMaterial.objects.exists(), name
        make_bill(product)
        found = execute(READ, {"product": product_id(product)}, actor=actor).data or {}
        if found.get("billOfMaterials") or found.get("originAssessments") or found.get("originAssessment"):
            seen.add(name)
    assert written == {"manager"}
    assert seen == {"staff", "packer", "manager"}


def test_what_is_given_is_kept_and_replaced_as_a_whole(execute: Execute) -> None:
    product = make_product()
    manager = make_member(product.seller, MemberRole.MANAGER)
    for _twice in range(2):
        answer = execute(UPDATE, {"product": product_id(product), "input": GIVEN}, actor=manager)
        assert not answer.errors
    bill = answer.data["bomUpdate"]["billOfMaterials"]
    assert (bill["currency"], str(bill["exWorks"]["amount"]), bill["isOfVariant"]) == ("EUR", "40.00", False)
    first, second = bill["materials"]
    assert (first["name"], first["hsCode"], first["originCountry"]) == ("Gỗ sồi xẻ", "440791", "US")
    assert str(first["weight"]["value"]) == "4"
    assert (second["value"]["currency"], second["originCountry"], second["declared"]) == ("USD", None, True)
    assert BillMaterial.objects.count() == 2


def test_a_variant_of_its_own_bill(execute: Execute) -> None:
    product = make_product()
    variant, other = make_variant(product=product), make_variant()
    manager = make_member(product.seller, MemberRole.MANAGER)
    make_bill(product)
    ids = {"product": product_id(product), "variant": to_global_id("ProductVariant", variant.pk)}
    execute(UPDATE, {**ids, "input": GIVEN | {"materials": []}}, actor=manager)
    assert execute(READ, ids, actor=manager).data["billOfMaterials"]["materials"] == []
    assert len(execute(READ, {"product": ids["product"]}, actor=manager).data["billOfMaterials"]["materials"]) == 2
    foreign = ids | {"variant": to_global_id("ProductVariant", other.pk)}
    payload = execute(UPDATE, {**foreign, "input": GIVEN}, actor=manager).data["bomUpdate"]
    assert [error["code"] for error in payload["errors"]] == ["NOT_FOUND"]


@pytest.mark.parametrize(
    "change,field,code",
    [
        ({"currency": "???"}, "input.currency", "INVALID"),
        ({"exWorks": "0"}, "input.exWorks", "INVALID"),
        ({"freeOnBoard": "39"}, "input.freeOnBoard", "INVALID"),
        ({"materials": [{"name": " ", "value": "1"}]}, "input.materials.name", "REQUIRED"),
        ({"materials": [{"name": "x", "value": "-1"}]}, "input.materials.value", "INVALID"),
        ({"materials": [{"name": "x", "value": "1", "hsCode": "94A1"}]}, "input.materials.hsCode", "INVALID"),
        (
            {"materials": [{"name": "x", "value": "1", "originCountry": "VNM"}]},
            "input.materials.originCountry",
            "INVALID",
        ),
        ({"materials": [{"name": "x", "value": "1", "currency": "XXX1"}]}, "input.materials.currency", "INVALID"),
        ({"materials": [{"name": "x", "value": "1", "weightGrams": -1}]}, "input.materials.weight", "INVALID"),
        ({"materials": [{"name": "x" * 121, "value": "1"}]}, "input.materials.name", "INVALID"),
        ({"materials": [{"name": "x", "value": "1"}] * 61}, "input.materials", "INVALID"),
    ],
)
def test_what_is_refused_changes_nothing(execute: Execute, change: Any, field: str, code: str) -> None:
    product = make_product()
    make_bill(product)
    manager = make_member(product.seller, MemberRole.MANAGER)
    answer = execute(UPDATE, {"product": product_id(product), "input": GIVEN | change}, actor=manager)
    errors = answer.data["bomUpdate"]["errors"]
    assert {error["code"] for error in errors} == {code}
    assert errors[0]["field"].split(".")[-1] == field.split(".")[-1]
    assert [row.name for row in BillMaterial.objects.all()] == ["Gỗ sồi xẻ", "Bộ phận ghế"]


def test_agreements_stand_side_by_side(execute: Execute) -> None:
    product = make_product(hs_code="940169")
    make_bill(product)
    member = make_member(product.seller)
    data = execute(READ, {"product": product_id(product)}, actor=member).data
    found = {each["agreement"]["code"]: each for each in data["originAssessments"]}
    assert len(found) == 10
    assert found["EVFTA"]["outcome"] == "MET"
    assert str(found["EVFTA"]["buildDown"]) == "62.50"  # (40 - 15) / 40
    assert str(found["EVFTA"]["agreement"]["ownStatementUpTo"]["amount"]) == "6000.00"
    assert found["RCEP"]["agreement"]["certificateForm"] == "RCEP"
    assert any(way["rule"] == "CTH" for way in found["EVFTA"]["ways"])
    assert data["originAssessment"] == {"outcome": "MET", "hsCode": "940169"}


def test_without_a_rate_nothing_is_made_up(execute: Execute) -> None:
    product = make_product(hs_code="401699")
    make_bill(product, materials=[make_material(hs_code="400122", currency="CHF", value=Decimal(5))])
    data = execute(READ, {"product": product_id(product)}, actor=make_member(product.seller)).data
    found = {each["agreement"]["code"]: each for each in data["originAssessments"]}
    assert found["ACFTA"]["outcome"] == "NOT_KNOWN"
    assert any("not known in EUR" in text for text in found["ACFTA"]["missing"])
