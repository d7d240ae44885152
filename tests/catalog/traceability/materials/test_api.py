"""Materials of a lot through the API: managers say and see them, nobody else learns of them."""

from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from catalog.models import DueDiligenceStatement, LotMaterial
from catalog.traceability.identity.place import PlaceKind
from marketplace.graphql import to_global_id
from marketplace.sellers.member import MemberRole
from tests.catalog.traceability.conftest import Execute
from tests.factories.accounts import make_operator, make_user
from tests.factories.sellers import make_member, make_seller
from tests.factories.traceability import make_lot, make_party, make_place

pytestmark = pytest.mark.django_db

SET = """mutation ($lot: ID!, $materials: [LotMaterialInput!]!) {
  lotMaterialsSet(lot: $lot, materials: $materials) {
    materials { name scientificName hsCode country netWeightKg value { amount currency } recycledPercent
      harvestedFrom supplier { name } plots { name } }
    errors { field code index } } }"""
RECORD = """mutation ($lot: ID!) {
  dueDiligenceStatementRecord(lot: $lot, referenceNumber: "25NLH7X2K9", operator: "Voorbeeld Import") {
    statement { referenceNumber operator } errors { field code } } }"""
READ = """query ($lot: ID!) {
  lotMaterials(lot: $lot) { name }
  lotMaterialsSuggested(lot: $lot) { name }
  dueDiligenceStatements(lot: $lot) { referenceNumber } }"""


def given(lot: Any) -> dict[str, Any]:
    plot = make_place(lot.seller, kind=PlaceKind.PLOT, name="Lô 4")
    party = make_party(lot.seller)
    return {
        "name": " Gỗ cao su ",
        "scientificName": "Hevea brasiliensis",
        "hsCode": "4407.99",
        "country": "vn",
        "netWeightKg": "480.5",
        "value": "9600000",
        "currency": "vnd",
        "recycledPercent": "0",
        "harvestedFrom": "2026-03-01",
        "supplier": to_global_id("TraceParty", party.pk),
        "plots": [to_global_id("TracePlace", plot.pk)],
    }


def test_who_may_say_and_see_materials(execute: Execute) -> None:
    lot = make_lot()
    material, key = given(lot), to_global_id("Lot", lot.pk)
    people = {
        "anonymous": None,
        "buyer": make_user(),
        "other seller": make_member(make_seller(), MemberRole.OWNER),
        "staff": make_operator(),
        "packer": make_member(lot.seller, MemberRole.PACKER),
        "manager": make_member(lot.seller, MemberRole.MANAGER),
        "owner": make_member(lot.seller, MemberRole.OWNER),
    }
    wrote, saw = set(), set()
    for name, actor in people.items():
        LotMaterial.objects.all().delete()
        DueDiligenceStatement.objects.all().delete()
        execute(SET, {"lot": key, "materials": [material]}, actor=actor)
        execute(RECORD, {"lot": key}, actor=actor)
        if LotMaterial.objects.exists():
            wrote.add(name)
        assert DueDiligenceStatement.objects.exists() is LotMaterial.objects.exists(), name
        data = execute(READ, {"lot": key}, actor=actor).data
        if data and data["lotMaterials"] and data["dueDiligenceStatements"]:
            saw.add(name)
    assert wrote == saw == {"manager", "owner"}


def test_what_is_said_comes_back_in_its_normal_form(execute: Execute) -> None:
    lot = make_lot()
    manager = make_member(lot.seller, MemberRole.MANAGER)
    answer = execute(SET, {"lot": to_global_id("Lot", lot.pk), "materials": [given(lot)]}, actor=manager)
    assert answer.data is not None and not answer.data["lotMaterialsSet"]["errors"]
    (material,) = answer.data["lotMaterialsSet"]["materials"]
    assert material == {
        "name": "Gỗ cao su",
        "scientificName": "Hevea brasiliensis",
        "hsCode": "440799",
        "country": "VN",
        "netWeightKg": Decimal("480.5"),
        "value": {"amount": Decimal(9_600_000), "currency": "VND"},
        "recycledPercent": Decimal(0),
        "harvestedFrom": "2026-03-01",
        "supplier": {"name": "Xưởng xẻ Suối Giả Định"},
        "plots": [{"name": "Lô 4"}],
    }


def test_more_materials_ask_no_more_of_the_database(execute: Execute) -> None:
    """Each with a supplier and a plot of its own."""
    lot = make_lot()
    manager, key = make_member(lot.seller, MemberRole.MANAGER), to_global_id("Lot", lot.pk)
    materials = [given(lot) for _number in range(6)]

    def statements(few: list[dict[str, Any]]) -> int:
        with CaptureQueriesContext(connection) as asked:
            execute(SET, {"lot": key, "materials": few}, actor=manager)
        return len(asked)

    statements(materials[:1])
    assert statements(materials) <= statements(materials[:1])
    assert lot.materials.count() == 1


def test_places_and_partners_of_others_are_not_there(execute: Execute) -> None:
    lot, other = make_lot(), make_lot()
    manager = make_member(lot.seller, MemberRole.MANAGER)
    strange = given(other)
    for field in ("supplier", "plots"):
        material = {"name": "Gỗ", field: strange[field]}
        answer = execute(SET, {"lot": to_global_id("Lot", lot.pk), "materials": [material]}, actor=manager)
        assert answer.data is not None
        (error,) = answer.data["lotMaterialsSet"]["errors"]
        assert (error["field"], error["code"]) == (f"materials.{field}", "NOT_FOUND")
    assert not LotMaterial.objects.exists()
