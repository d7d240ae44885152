"""Changes to many products over the API: who may, what a refusal says, and that it changes nothing."""

from typing import Any

import pytest

from catalog.models import BulkChange, Product, ProductVariant
from marketplace.graphql import to_global_id
from tests.api.tables import changed, stored
from tests.cast import Cast
from tests.catalog.graphql.conftest import Ask
from tests.factories.catalog import make_product, make_variant

PREVIEW = """query($s: ID!, $i: ProductBulkChangeInput!) { r: productBulkChangePreview(seller: $s, input: $i) {
  fingerprint changed refused rows { changes product { name } lines { sku before after minimumQuantity }
  refusals { field code message } } } }"""
CHANGE = """mutation($s: ID!, $i: ProductBulkChangeInput!, $f: String!) {
  r: productBulkChangeMake(seller: $s, input: $i, fingerprint: $f) {
  change { id kind products undoneAt } errors { field code message } } }"""
UNDO = "mutation($id: ID!) { r: productBulkChangeUndo(id: $id) { change { undoneAt } errors { code } } }"
OPEN = "query($s: ID!) { r: productBulkChanges(seller: $s) { id } }"


@pytest.fixture
def product(cast: Cast) -> Product:
    return make_variant(make_product(seller=cast.woodworks.seller, name="Ghế"), sku="G-1", lead_time_days=5).product


def wanted(*products: Product, **more: Any) -> dict[str, Any]:
    ids = [to_global_id("Product", one.pk) for one in products]
    return {"products": ids, "kind": "LEAD_TIME", "days": 30, **more}


def test_a_manager_looks_changes_and_undoes(cast: Cast, product: Product, ask: Ask) -> None:
    by, seller = cast.woodworks.manager, to_global_id("Seller", cast.woodworks.seller.pk)
    looked = ask(PREVIEW, by=by, s=seller, i=wanted(product))["r"]
    assert (looked["changed"], looked["refused"]) == (1, 0)
    assert looked["rows"][0]["lines"] == [{"sku": "G-1", "before": "5", "after": "30", "minimumQuantity": 1}]
    given = {"s": seller, "i": wanted(product), "f": looked["fingerprint"]}
    answers = [ask(CHANGE, by=by, **given)["r"] for _time in range(2)]
    assert answers[0] == answers[1]
    assert answers[0]["change"]["products"] == 1
    assert ask(OPEN, by=by, s=seller)["r"] == [{"id": answers[0]["change"]["id"]}]
    assert ProductVariant.objects.get().lead_time_days == 30
    assert ask(UNDO, by=by, id=answers[0]["change"]["id"])["r"]["change"]["undoneAt"]
    assert ProductVariant.objects.get().lead_time_days == 5
    assert ask(OPEN, by=by, s=seller)["r"] == []


def test_nobody_else_looks_changes_or_undoes(cast: Cast, product: Product, ask: Ask) -> None:
    house, seller = cast.woodworks, to_global_id("Seller", cast.woodworks.seller.pk)
    looked = ask(PREVIEW, by=house.owner, s=seller, i=wanted(product))["r"]["fingerprint"]
    made = ask(CHANGE, by=house.owner, s=seller, i=wanted(product), f=looked)["r"]["change"]["id"]
    before = stored()
    for by in (None, cast.buyer, cast.pottery.owner, house.packer, cast.operator):
        for document, given in (
            (PREVIEW, {"s": seller, "i": wanted(product)}),
            (CHANGE, {"s": seller, "i": wanted(product, days=7), "f": looked}),
            (UNDO, {"id": made}),
            (OPEN, {"s": seller}),
        ):
            result = ask(document, by=by, errors=True, **given)
            answer = (result.data or {}).get("r") or {}
            assert result.errors or answer.get("errors"), (by, document)
    assert changed(before, stored()) == []


def test_wrong_wishes_are_refused_beside_their_field(cast: Cast, product: Product, ask: Ask) -> None:
    by, seller = cast.woodworks.manager, to_global_id("Seller", cast.woodworks.seller.pk)
    foreign = make_product(seller=cast.pottery.seller)
    before = stored()
    for given, field, code in (
        (wanted(), "products", "INVALID"),
        (wanted(foreign), "products", "NOT_FOUND"),
        (wanted(product, days=-1), "days", "INVALID"),
        (wanted(product, kind="PRICE_PERCENT"), "percent", "REQUIRED"),
        (wanted(product, kind="PRICE_PERCENT", percent="1e9"), "percent", "INVALID"),
        (wanted(product, kind="PUBLISH"), "channel", "REQUIRED"),
        (wanted(product, kind="PUBLISH", channel="mars"), "channel", "NOT_FOUND"),
        (wanted(product, kind="CATEGORY", category=to_global_id("Category", 999)), "category", "NOT_FOUND"),
        (wanted(product), "fingerprint", "CHANGED_MEANWHILE"),
        (wanted(product, days=5), "fingerprint", "CHANGED_MEANWHILE"),
    ):
        (error,) = ask(CHANGE, by=by, s=seller, i=given, f="another")["r"]["errors"]
        assert (error["field"], error["code"]) == (field, code), given
    assert not BulkChange.objects.exists()
    assert changed(before, stored()) == []
