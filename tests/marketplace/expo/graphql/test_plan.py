"""Plans through the API: who may draw, what is public, and what somebody with an old picture of it is told."""

import re
from decimal import Decimal
from functools import cache
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction

from marketplace.expo.booths import assign_booth, hold_booth
from marketplace.expo.graphql.plan.schema import PlanMutations, PlanQueries
from marketplace.expo.graphql.schema import ExpoMutations, ExpoQueries
from marketplace.expo.models import Booth, PlanChange
from marketplace.expo.plan.drawings.preview import preview_drawing
from marketplace.expo.plan.feature import FeatureKind
from marketplace.expo.plan.features import FeatureDraft, create_feature
from marketplace.expo.plan.rectangle import Rectangle
from marketplace.expo.plan.reserve import reserve_booth
from marketplace.graphql import ANYONE, ObjectType, Schema, to_global_id
from tests.cast import assemble
from tests.factories.expo import make_booth, make_exhibitor, make_expo, make_hall
from tests.marketplace.accounts import api
from tests.marketplace.accounts.api import outcome, snapshot

pytestmark = pytest.mark.django_db
ERRORS = "errors { field code message }"
STALE = "errors { code field boothCode currentVersion meanwhile }"


@cache
def schema() -> Schema:
    class Query(ExpoQueries, PlanQueries, ObjectType):
        class Meta:
            access = ANYONE

    class Mutation(ExpoMutations, PlanMutations, ObjectType):
        class Meta:
            access = ANYONE

    return Schema(query=Query, mutation=Mutation)


def call(document: str, variables: dict[str, Any] | None = None, **options: Any) -> Any:
    return api.call(document, variables, schema=schema, **options)


def gid(row: Any) -> str:
    return to_global_id(type(row).__name__, row.pk)


MUTATIONS = {
    "boothRedraw": "(boothId: $booth, version: 1, place: {x: 20, y: 20, width: 4, depth: 3}) { booth { x } %s }",
    "boothSplit": "(boothId: $booth, version: 1, at: 1.5) { newBooth { code } %s }",
    "boothsMerge": "(booths: [{boothId: $booth, version: 1}, {boothId: $next}]) { booth { areaSquareMetres } %s }",
    "boothUpdate": "(boothId: $booth, version: 1, input: {powerKw: 3.5, kind: RAW}) { booth { powerKw } %s }",
    "boothReserve": "(boothId: $booth, isReserved: true, exhibitorId: $exhibitor) { booth { status } %s }",
    "boothPricesSet": """(expoId: $expo, effectiveFrom: "2027-01-01", prices: [{kind: RAW, currency: "EUR",
        perSquareMetre: 99.5}]) { prices { perSquareMetre { amount } } %s }""",
    "hallFeatureCreate": """(hallId: $hall, input: {kind: STAGE, label: "Sân khấu", x: 20, y: 20, width: 5, depth: 4})
        { feature { label } %s }""",
    "hallFeatureUpdate": "(id: $feature, input: {kind: AISLE, x: 0, y: 30, width: 60, depth: 2}) { feature { y } %s }",
    "hallFeatureDelete": "(id: $feature) { hall { planNumber } %s }",
    "planChangeUndo": "(id: $change) { change { verb } %s }",
    "planImportPreview": "(hallId: $hall, file: $file) { import { metresPerUnit outlines { label action } } %s }",
    "planImportSettle": "(id: $drawing, metresPerUnit: 0.5) { import { metresPerUnit layers { name role count } } %s }",
    "planImportApply": "(id: $drawing) { drawn %s }",
}
SVG = b'<svg><rect data-code="Z1" x="30" y="10" width="3" height="3"/></svg>'


def stage() -> dict[str, Any]:
    hall = make_hall(make_expo(is_published=False))
    booth, following = make_booth(hall, "A1", 3, 3), make_booth(hall, "A2", 6, 3)
    aisle = FeatureDraft(FeatureKind.AISLE, Rectangle(*map(api_number, (0, 35, 60, 3))))
    rows = {
        "expo": hall.expo,
        "hall": hall,
        "booth": booth,
        "next": following,
        "exhibitor": make_exhibitor(hall.expo),
        "feature": create_feature(hall=hall, draft=aisle),
        "change": PlanChange.objects.filter(hall=hall, verb="DRAWN").latest("number"),
        "drawing": preview_drawing(hall=hall, content=SVG, file_name="a.svg"),
    }
    return {name: gid(row) for name, row in rows.items()}


def api_number(value: int) -> Decimal:
    return Decimal(value)


def run(name: str, given: dict[str, Any], actor: Any, errors: str = ERRORS) -> Any:
    file = SimpleUploadedFile("hall.svg", SVG)
    used = {key: value for key, value in {**given, "file": file}.items() if re.search(rf"\${key}\b", MUTATIONS[name])}
    head = ", ".join(f"${key}: {'Upload' if key == 'file' else 'ID'}!" for key in used)
    return call(f"mutation ({head}) {{ {name}{MUTATIONS[name] % errors} }}", used, actor=actor)


class Rollback(Exception):
    """Not an error: the next caller finds everything as it was."""


def test_only_staff_draws() -> None:
    cast = assemble()
    given = stage()
    expected = {
        None: "UNAUTHENTICATED",
        cast.buyer: "PERMISSION_DENIED",
        cast.woodworks.owner: "PERMISSION_DENIED",
        cast.expo_officer: "done",
        cast.operator: "done",
    }
    before = snapshot("expo")
    for name in MUTATIONS:
        for actor, wanted in expected.items():
            try:
                with transaction.atomic():
                    assert (name, actor, outcome(run(name, given, actor))) == (name, actor, wanted)
                    assert (snapshot("expo") == before) is (wanted != "done"), (name, actor)
                    raise Rollback
            except Rollback:
                continue


HALL = """query ($id: ID!) { hall(id: $id) { name planNumber features { kind label x width }
  booths { code status version isRectangle areaSquareMetres points { x y } powerKw needsWater openSides
    neighbours { sharedMetres booth { code } } price(currency: "EUR") { amount currency } exhibitor { name } } } }"""
FOR_STAFF = ("heldUntil", "reservedFor { name }")


def test_what_the_public_sees_of_a_plan() -> None:
    cast = assemble()
    hall = make_hall()
    one, two = make_booth(hall, "A1", 3, 3), make_booth(hall, "A2", 6, 3)
    hidden = make_hall(make_expo(is_published=False))
    reserve_booth(booth=one, exhibitor=make_exhibitor(hall.expo, name="Bí Mật"))
    hold_booth(booth=two, is_held=True)
    prices = 'perSquareMetre: 100, threeSidesPercent: 10, kind: SHELL, currency: "EUR"'
    setting = f'boothPricesSet(expoId: $e, effectiveFrom: "2020-01-01", prices: [{{{prices}}}]) {{ {ERRORS} }}'
    assert outcome(call(f"mutation ($e: ID!) {{ {setting} }}", {"e": gid(hall.expo)}, actor=cast.operator)) == "done"
    shown = call(HALL, {"id": gid(hall)}).data["hall"]
    assert [booth["status"] for booth in shown["booths"]] == ["RESERVED", "HELD"]
    assert shown["booths"][0]["neighbours"] == [{"sharedMetres": 3, "booth": {"code": "A2"}}]
    assert shown["booths"][0]["price"] == {"amount": api_number(990), "currency": "EUR"}
    assert len(shown["booths"][0]["points"]) == 4
    assert "Bí Mật" not in str(shown)
    assert call(HALL, {"id": gid(hidden)}).data["hall"] is None
    assert call(HALL, {"id": gid(hidden)}, actor=cast.expo_officer).data["hall"] is not None
    for field in (*(f"booths {{ {field} }}" for field in FOR_STAFF), "changes { verb }"):
        document = f"query ($id: ID!) {{ hall(id: $id) {{ {field} }} }}"
        for actor in (None, cast.buyer, cast.woodworks.owner):
            assert call(document, {"id": gid(hall)}, actor=actor).errors, field
        assert not call(document, {"id": gid(hall)}, actor=cast.expo_officer).errors, field


def test_an_old_picture_is_refused_with_what_happened_meanwhile() -> None:
    cast = assemble()
    given = stage()
    booth = Booth.objects.get(code="A1")
    assign_booth(booth=booth, exhibitor=make_exhibitor(booth.hall.expo), by=cast.operator)
    for name in ("boothRedraw", "boothSplit", "boothsMerge", "boothUpdate"):
        [error] = run(name, given, cast.expo_officer, STALE).data[name]["errors"]
        assert error == {
            "code": "STALE",
            "field": "version",
            "boothCode": "A1",
            "currentVersion": 2,
            "meanwhile": ["ASSIGNED"],
        }, name
    watching = """query ($id: ID!, $since: Int!) { hall(id: $id) { planNumber
      changes(since: $since) { number verb boothCodes boothIds madeBy madeByYou } } }"""
    seen = call(watching, {"id": given["hall"], "since": 3}, actor=cast.operator).data["hall"]
    assert seen["planNumber"] == 4
    [change] = seen["changes"]
    assert (change["verb"], change["boothCodes"], change["boothIds"]) == ("ASSIGNED", ["A1"], [given["booth"]])
    assert (change["madeBy"], change["madeByYou"]) == (cast.operator.full_name or cast.operator.email, True)
    again = """query ($id: ID!, $ids: [ID!]) { hall(id: $id) { booths(ids: $ids) { code version } } }"""
    only = call(again, {"id": given["hall"], "ids": [given["booth"]]}, actor=cast.operator).data["hall"]
    assert only["booths"] == [{"code": "A1", "version": 2}]


@pytest.mark.parametrize(
    ("mutation", "code"),
    [
        ("boothRedraw(boothId: $booth, version: 1, place: {x: 1, y: 1})", "REQUIRED"),
        ("boothRedraw(boothId: $booth, version: 1, place: {points: []})", "INVALID"),
        ("boothRedraw(boothId: $booth, version: 1, place: {points: [{x: 1e17, y: 0}]})", "INVALID"),
        ("boothRedraw(boothId: $booth, version: 1, place: {x: 0.001, y: 0, width: 3, depth: 3})", "INVALID"),
        ("boothRedraw(boothId: $booth, version: 1, place: {x: 0, y: 34, width: 3, depth: 3})", "BLOCKED"),
        ("boothSplit(boothId: $booth, version: 1, at: 1e15)", "DOES_NOT_FIT"),
        ("boothsMerge(booths: [])", "REQUIRED"),
        ("boothsMerge(booths: [{boothId: $booth}, {boothId: $booth}])", "INVALID"),
        ("boothUpdate(boothId: $booth, version: 1, input: {powerKw: -1})", "INVALID"),
        ('boothUpdate(boothId: $booth, version: 1, input: {code: "A2"})', "UNIQUE"),
        ('boothHold(boothId: $booth, isHeld: true, until: "2001-01-01")', "INVALID"),
        ("hallFeatureUpdate(id: $feature, input: {kind: DOOR, x: 1e17, y: 0, width: 1, depth: 1})", "OUTSIDE_HALL"),
        ("hallFeatureUpdate(id: $feature, input: {kind: DOOR, x: 0, y: 0, width: 0, depth: 1})", "INVALID"),
        ('hallFeatureDelete(id: "SGFsbEZlYXR1cmU6OTk5OTk=")', "NOT_FOUND"),
        ('planChangeUndo(id: "x")', "GRAPHQL_ERROR"),
        ("planImportSettle(id: $drawing, metresPerUnit: 0)", "INVALID"),
    ],
)
def test_wrong_input_is_refused_and_changes_nothing(mutation: str, code: str) -> None:
    officer = assemble().expo_officer
    given = stage()
    used = {key: value for key, value in given.items() if re.search(rf"\${key}\b", mutation)}
    head = ", ".join(f"${key}: ID!" for key in used)
    before = snapshot("expo")
    document = f"mutation {f'({head})' if used else ''} {{ {mutation} {{ {ERRORS} }} }}"
    assert outcome(call(document, used, actor=officer)) == code
    assert snapshot("expo") == before
