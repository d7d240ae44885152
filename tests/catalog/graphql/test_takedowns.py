"""Takedowns and the history of listings in the API: who may do what, and that a refusal changes nothing."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from catalog.models import ListingSnapshot, Product, Takedown
from catalog.products.history.record import record_snapshots
from catalog.products.takedown.steps import lift_takedown
from marketplace.graphql import to_global_id
from tests.cast import Cast
from tests.factories.catalog import make_product, make_sellable_variant
from tests.factories.takedowns import make_takedown

Ask = Callable[..., Any]
CREATE = """mutation($input: TakedownCreateInput!) { r: takedownCreate(input: $input) {
  takedown { id seller { slug } product { slug } dueAt isOverdue } errors { field code } } }"""
STEP = """mutation($id: ID!, $reason: String!) { r: takedown%s(id: $id, reason: $reason) {
  takedown { liftedAt steps { kind note } } errors { field code } } }"""
ANSWER = """mutation($id: ID!) { r: takedownAnswer(id: $id, note: "Đã gửi.") {
  takedown { answeredAt secondsLeft } errors { field code } } }"""


def _letter(**more: Any) -> dict[str, Any]:
    return {
        "authority": "Sở Ví Dụ",
        "reference": "VD-1",
        "reason": "Nhãn thiếu.",
        "legalBasis": "Điều 1",
        "receivedAt": (timezone.now() - timedelta(hours=2)).isoformat(),
        **more,
    }


@pytest.fixture
def product(cast: Cast) -> Product:
    return make_sellable_variant(product=make_product(seller=cast.woodworks.seller)).product


def _others(cast: Cast) -> list[Any]:
    woodworks = cast.woodworks
    return [
        None,
        cast.buyer,
        cast.pottery.owner,
        woodworks.owner,
        woodworks.manager,
        woodworks.packer,
        cast.expo_officer,
    ]


def test_staff_record_a_request_and_nobody_else(ask: Ask, cast: Cast, product: Product) -> None:
    letter = _letter(product=to_global_id("Product", product.pk))
    for caller in _others(cast):
        result = ask(CREATE, by=caller, errors=True, input=letter)
        assert result.errors[0]["extensions"]["code"] in {"PERMISSION_DENIED", "UNAUTHENTICATED"}
    assert not Takedown.objects.exists()

    made = ask(CREATE, by=cast.operator, input=letter)["r"]
    assert made["errors"] == []
    assert made["takedown"]["product"]["slug"] == product.slug
    assert made["takedown"]["isOverdue"] is False
    again = ask(CREATE, by=cast.operator, input=letter)["r"]
    assert again["errors"] == [{"field": "reference", "code": "UNIQUE"}]


@pytest.mark.parametrize(
    ("named", "field", "code"),
    [
        ({}, "product", "INVALID"),
        ({"product": "UHJvZHVjdDoxMjM0NTY="}, "product", "NOT_FOUND"),
        ({"seller": "U2VsbGVyOjEyMzQ1Ng=="}, "seller", "NOT_FOUND"),
        ({"product": "nonsense"}, "product", "GRAPHQL_ERROR"),
    ],
)
def test_it_names_one_thing_that_is_there(ask: Ask, cast: Cast, named: dict[str, str], field: str, code: str) -> None:
    found = ask(CREATE, by=cast.operator, input=_letter(**named))["r"]["errors"]
    assert [(error["field"], error["code"]) for error in found] == [(field, code)]


@pytest.mark.parametrize("step", ["Uphold", "Lift"])
def test_staff_decide_and_nobody_else(ask: Ask, cast: Cast, product: Product, step: str) -> None:
    takedown = make_takedown(product)
    keys = {"id": to_global_id("Takedown", takedown.pk), "reason": "Đã xem."}
    for caller in _others(cast):
        assert ask(STEP % step, by=caller, errors=True, **keys).errors
        assert ask(ANSWER, by=caller, errors=True, id=keys["id"]).errors
    assert takedown.steps.count() == 1
    done = ask(STEP % step, by=cast.operator, **keys)["r"]
    assert done["takedown"]["steps"][-1] == {"kind": {"Uphold": "UPHELD", "Lift": "LIFTED"}[step], "note": "Đã xem."}
    if step == "Lift":
        assert ask(STEP % step, by=cast.operator, **keys)["r"]["errors"] == [{"field": "id", "code": "WRONG_STATE"}]
    else:
        assert ask(ANSWER, by=cast.operator, id=keys["id"])["r"]["takedown"]["secondsLeft"] is None


def test_its_managers_object_and_nobody_else(ask: Ask, cast: Cast, product: Product) -> None:
    takedown = make_takedown(product)
    keys = {"id": to_global_id("Takedown", takedown.pk), "reason": "Nhãn đúng."}
    document = STEP % "Object"
    assert ask(document, by=None, errors=True, **keys).errors
    for stranger in (cast.buyer, cast.pottery.owner, cast.operator):
        assert ask(document, by=stranger, **keys)["r"]["errors"] == [{"field": "id", "code": "NOT_FOUND"}]
    assert ask(document, by=cast.woodworks.packer, errors=True, **keys).errors
    assert takedown.steps.count() == 1
    for own in (cast.woodworks.manager, cast.woodworks.owner):
        assert ask(document, by=own, **keys)["r"]["errors"] == []
    assert takedown.steps.filter(kind="OBJECTED").count() == 2


def test_the_list_and_the_dossier_are_for_staff(ask: Ask, cast: Cast, product: Product) -> None:
    overdue = make_takedown(product, received_at=timezone.now() - timedelta(hours=30))
    fresh = make_takedown(product)
    lifted = lift_takedown(takedown=make_takedown(product), reason="Rút.", by=None)
    document = """query($s: TakedownStatus) { takedowns(status: $s, first: 9) {
      edges { node { id isOverdue secondsLeft dueBasis dossier steps { by } } } } }"""
    for caller in _others(cast):
        assert ask(document, by=caller, errors=True, s="UNANSWERED").errors

    def ids(status: str) -> list[str]:
        return [edge["node"]["id"] for edge in ask(document, by=cast.operator, s=status)["takedowns"]["edges"]]

    names = {row.pk: to_global_id("Takedown", row.pk) for row in (overdue, fresh, lifted)}
    assert ids("UNANSWERED") == [names[overdue.pk], names[fresh.pk]]
    assert ids("LIFTED") == [names[lifted.pk]]
    first = ask(document, by=cast.operator, s="UNANSWERED")["takedowns"]["edges"][0]["node"]
    assert first["isOverdue"] is True
    assert first["secondsLeft"] < 0
    assert first["dossier"]["seller"]["tax_code"] == product.seller.tax_code


def test_a_seller_reads_what_concerns_it_without_staffs_names_and_deadlines(
    ask: Ask, cast: Cast, product: Product
) -> None:
    takedown = make_takedown(product)
    document = """query($id: ID!) { product(id: $id) { takedowns { id authority reason steps { kind } } } }"""
    keys = {"id": to_global_id("Product", product.pk)}
    for own in (cast.woodworks.packer, cast.operator):
        [found] = ask(document, by=own, **keys)["product"]["takedowns"]
        assert found["id"] == to_global_id("Takedown", takedown.pk)
    for stranger in (None, cast.buyer, cast.pottery.owner):
        assert ask(document, by=stranger, **keys)["product"] is None, "it is hidden"
    one = "query($id: ID!) { takedown(id: $id) { authority %s } }"
    name = to_global_id("Takedown", takedown.pk)
    assert ask(one % "", by=cast.woodworks.owner, id=name)["takedown"]
    assert ask(one % "", by=cast.pottery.owner, id=name)["takedown"] is None
    for field in ("dossier", "dueAt", "secondsLeft", "steps { by }"):
        assert ask(one % field, by=cast.woodworks.owner, errors=True, id=name).errors


def test_what_was_shown_is_for_staff(ask: Ask, cast: Cast, product: Product) -> None:
    record_snapshots([product.pk], at=timezone.now())
    document = """query($id: ID!) { listingHistory(product: $id, first: 5) {
      totalCount edges { node { isShown digest content } } } }"""
    keys = {"id": to_global_id("Product", product.pk)}
    for caller in _others(cast):
        assert ask(document, by=caller, errors=True, **keys).errors
    found = ask(document, by=cast.operator, **keys)["listingHistory"]
    assert found["totalCount"] == ListingSnapshot.objects.count() == 1
    assert found["edges"][0]["node"]["content"]["slug"] == product.slug
