"""Lots, steps, codes and traces through the API."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.utils import timezone

from catalog.traceability.lot import Lot, TraceCode
from catalog.traceability.mint_codes import mint_codes, void_codes
from catalog.traceability.step import TraceStep
from catalog.traceability.translate_step import translate_lot, translate_step
from i18n.translation import Translation
from marketplace.graphql import to_global_id
from marketplace.sellers.member import MemberRole
from tests.catalog.traceability.conftest import Execute
from tests.factories.accounts import make_operator, make_user
from tests.factories.catalog import make_variant
from tests.factories.sellers import make_member, make_seller
from tests.factories.traceability import make_code, make_lot, make_step, step_data

pytestmark = pytest.mark.django_db

TRACE = """query ($code: String!) { trace(code: $code) {
  code grouped url qrSvg status voidedAt voidReason
  lot { number producedOn expiresOn place quantity localized { note { text language { code } } } steps { id } }
  variant { sku } product { slug localized { name { text } } } seller { slug name }
  steps { id kind kindDisplay stage occurredAt place localized { title { text isFallback } detail { text } } }
} }"""
LOTS = """query ($seller: ID!, $search: String) { lots(seller: $seller, search: $search, first: 10) {
  totalCount edges { node { number codeCount codes(first: 2) { code } history { id recordedBy supersedes } } }
} }"""
CREATE = "mutation ($input: LotCreateInput!) { lotCreate(input: $input) { lot { id number } errors { field code } } }"
UPDATE = """mutation ($id: ID!, $input: LotUpdateInput!) { lotUpdate(id: $id, input: $input) {
  lot { number quantity expiresOn } errors { field code } } }"""
STEP = """mutation ($lot: ID!, $input: TraceStepInput!) { traceStepAdd(lotId: $lot, input: $input) {
  step { id occurredAt recordedBy supersedes } lot { steps { id } } errors { field code message } } }"""
CODES = """mutation ($lot: ID!, $count: Int!) { traceCodesCreate(lotId: $lot, count: $count) {
  codes { code url } errors { field code message } } }"""
VOID = """mutation ($lot: ID!, $codes: [String!]!, $reason: String!) {
  traceCodesVoid(lotId: $lot, codes: $codes, reason: $reason) { codes errors { field code } } }"""
TRANSLATE_STEP = """mutation ($id: ID!, $input: TraceStepTranslationInput!) {
  traceStepTranslate(id: $id, languageCode: NL, input: $input) {
    step { localized(languageCode: NL) { title { text isFallback } } } errors { field code } } }"""
TRANSLATE_LOT = """mutation ($id: ID!, $input: LotTranslationInput!) {
  lotTranslate(id: $id, languageCode: NL, input: $input) { errors { field code } } }"""


def lot_id(lot: Lot) -> str:
    return to_global_id("Lot", lot.pk)


def step_input(**overrides: Any) -> dict[str, Any]:
    values = {"kind": "PACKING", "occurredAt": "2026-10-05T08:30:00+07:00", "place": "Kho 1", "title": "Đóng thùng"}
    return {**values, **overrides}


def lot_input(variant: Any, **overrides: Any) -> dict[str, Any]:
    values = {
        "variant": to_global_id("ProductVariant", variant.pk), "number": "L-77", "producedOn": "2026-10-02",
        "quantity": 50, "place": "Xưởng 1",
    }  # fmt: skip
    return {**values, **overrides}


def callers(lot: Lot) -> dict[str, Any]:
    seller = lot.variant.product.seller
    return {
        "anonymous": None,
        "buyer": make_user(),
        "other seller": make_member(make_seller()),
        "staff": make_operator(),
        "packer": make_member(seller, MemberRole.PACKER),
        "manager": make_member(seller, MemberRole.MANAGER),
    }


def state() -> tuple[Any, ...]:
    """Everything that a refused call must leave as it was."""
    return (
        list(Lot.objects.order_by("pk").values_list("pk", "number", "quantity")),
        TraceStep.objects.count(),
        list(TraceCode.objects.order_by("pk").values_list("code", "status")),
        Translation.objects.count(),
    )


def mutations(lot: Lot) -> dict[str, tuple[str, dict[str, Any], str]]:
    """Name -> document, variables and the least role that may."""
    step = make_step(lot)
    code = make_code(lot)
    return {
        "lotCreate": (CREATE, {"input": lot_input(lot.variant)}, "manager"),
        "lotUpdate": (UPDATE, {"id": lot_id(lot), "input": {"quantity": 7}}, "manager"),
        "lotTranslate": (TRANSLATE_LOT, {"id": lot_id(lot), "input": {"note": "Essenhout"}}, "manager"),
        "traceStepAdd": (STEP, {"lot": lot_id(lot), "input": step_input()}, "packer"),
        "traceStepTranslate": (
            TRANSLATE_STEP, {"id": to_global_id("TraceStep", step.pk), "input": {"title": "Verpakt"}}, "manager",
        ),
        "traceCodesCreate": (CODES, {"lot": lot_id(lot), "count": 3}, "manager"),
        "traceCodesVoid": (VOID, {"lot": lot_id(lot), "codes": [code.code], "reason": "Rách"}, "manager"),
    }  # fmt: skip


@pytest.mark.parametrize(
    "name",
    ["lotCreate", "lotUpdate", "lotTranslate", "traceStepAdd", "traceStepTranslate", "traceCodesCreate",
     "traceCodesVoid"],
)  # fmt: skip
def test_who_may_write(execute: Execute, name: str) -> None:
    lot = make_lot()
    document, variables, least = mutations(lot)[name]
    for caller, actor in callers(lot).items():
        before = state()
        result = execute(document, variables, actor=actor)
        payload = (result.data or {}).get(name)
        done = bool(payload) and not payload["errors"] and not result.errors
        assert done == (caller == "manager" or caller == least), caller
        assert done or state() == before, caller
        assert not done or state() != before, caller


def test_who_may_read_lots(execute: Execute) -> None:
    lot = make_lot()
    seller_id = to_global_id("Seller", lot.seller_id)
    read = {}
    for caller, actor in callers(lot).items():
        result = execute(LOTS, {"seller": seller_id}, actor=actor)
        read[caller] = not result.errors
        one = execute("query ($id: ID!) { lot(id: $id) { number } }", {"id": lot_id(lot)}, actor=actor)
        assert bool((one.data or {}).get("lot")) == read[caller]
    assert [caller for caller, seen in read.items() if seen] == ["packer", "manager"]


def test_anyone_may_trace(execute: Execute) -> None:
    lot = make_lot()
    translate_lot(lot=lot, language="en", note="Ash, dried to 10 %")
    step = make_step(lot, occurred_at=datetime(2026, 10, 5, 1, 30, tzinfo=UTC))
    translate_step(step=step, language="en", title="Packed in cartons")
    code = make_code(lot)
    result = execute(TRACE, {"code": code.code.lower()}, language="nl")
    assert not result.errors
    found = result.data["trace"]
    assert found["status"] == "ACTIVE"
    assert found["url"].endswith(f"/t/{code.code}")
    assert found["qrSvg"].startswith("<svg")
    assert found["lot"]["localized"]["note"] == {"text": "Ash, dried to 10 %", "language": {"code": "EN"}}
    assert found["lot"]["steps"] == [{"id": to_global_id("TraceStep", step.pk)}]
    (told,) = found["steps"]
    assert told["stage"] == "Đóng gói, dán tem"
    assert told["localized"]["title"] == {"text": "Packed in cartons", "isFallback": True}
    assert found["product"]["localized"]["name"]["text"] == lot.variant.product.name


def test_the_public_learns_no_names_and_no_other_codes(execute: Execute) -> None:
    lot = make_lot()
    make_step(lot)
    code = make_code(lot)
    for field in ("steps { recordedBy }", "lot { codes { code } }", "lot { codeCount }", "lot { history { id } }"):
        result = execute(f'{{ trace(code: "{code.code}") {{ {field} }} }}')
        assert result.errors, field
        assert result.errors[0]["extensions"]["code"] == "UNAUTHENTICATED"


def test_unknown_voided_and_nonsense(execute: Execute) -> None:
    lot = make_lot()
    make_step(lot)
    (code,) = mint_codes(lot=lot, count=1)
    void_codes(seller_id=lot.seller_id, codes=[code.code], reason="Mất cuộn tem")
    found = execute(TRACE, {"code": code.code}).data["trace"]
    assert (found["status"], found["voidReason"], found["steps"]) == ("VOIDED", "Mất cuộn tem", [])
    assert found["voidedAt"]
    for unknown in ("0000000000000", "", "x" * 5000, "'; DROP TABLE lot; --"):
        result = execute(TRACE, {"code": unknown})
        assert not result.errors
        assert result.data["trace"] is None


def test_a_step_is_shown_by_the_clock_of_its_place(execute: Execute) -> None:
    lot = make_lot()
    actor = make_member(lot.variant.product.seller, MemberRole.PACKER)
    result = execute(STEP, {"lot": lot_id(lot), "input": step_input()}, actor=actor)
    step = result.data["traceStepAdd"]["step"]
    assert step["occurredAt"] == "2026-10-05T08:30:00+07:00"
    assert step["recordedBy"] == actor.full_name
    utc = step_input(utcOffsetMinutes=0, title="Khác")
    result = execute(STEP, {"lot": lot_id(lot), "input": utc}, actor=actor)
    assert result.data["traceStepAdd"]["step"]["occurredAt"] == "2026-10-05T01:30:00+00:00"


def test_a_correction_through_the_api(execute: Execute) -> None:
    lot = make_lot()
    wrong = make_step(lot)
    actor = make_member(lot.variant.product.seller)
    wrong_id = to_global_id("TraceStep", wrong.pk)
    payload = execute(
        STEP, {"lot": lot_id(lot), "input": step_input(supersedes=wrong_id)}, actor=actor
    ).data["traceStepAdd"]  # fmt: skip
    assert payload["step"]["supersedes"] == wrong_id
    assert payload["lot"]["steps"] == [{"id": payload["step"]["id"]}]
    again = execute(STEP, {"lot": lot_id(lot), "input": step_input(supersedes=wrong_id)}, actor=actor)
    assert [error["code"] for error in again.data["traceStepAdd"]["errors"]] == ["UNIQUE"]
    seller_id = to_global_id("Seller", lot.seller_id)
    lots = execute(LOTS, {"seller": seller_id}, actor=actor).data["lots"]
    assert [row["supersedes"] for row in lots["edges"][0]["node"]["history"]] == [None, wrong_id]


@pytest.mark.parametrize(
    ("field", "overrides"),
    [
        ("input.occurredAt", {"occurredAt": (timezone.now() + timedelta(days=2)).isoformat()}),
        ("input.occurredAt", {"occurredAt": "9999-12-30T12:00:00Z"}),
        ("input.occurredAt", {"occurredAt": "0001-01-02T00:00:00Z", "utcOffsetMinutes": -600}),
        ("input.occurredAt", {"occurredAt": "1850-01-01T00:00:00Z"}),
        ("input.title", {"title": "   "}),
        ("input.title", {"title": "x" * 201}),
        ("input.detail", {"detail": "x" * 2001}),
        ("input.utcOffsetMinutes", {"utcOffsetMinutes": 5000}),
        ("input.supersedes", {"supersedes": "nonsense"}),
    ],
)
def test_bad_steps_name_their_field(execute: Execute, field: str, overrides: dict[str, Any]) -> None:
    lot = make_lot()
    actor = make_member(lot.variant.product.seller)
    result = execute(STEP, {"lot": lot_id(lot), "input": step_input(**overrides)}, actor=actor)
    assert [error["field"] for error in result.data["traceStepAdd"]["errors"]] == [field]
    assert not lot.steps.exists()


def test_a_step_of_another_seller_is_not_corrected(execute: Execute) -> None:
    lot, theirs = make_lot(), make_step()
    actor = make_member(lot.variant.product.seller)
    correction = step_input(supersedes=to_global_id("TraceStep", theirs.pk))
    result = execute(STEP, {"lot": lot_id(lot), "input": correction}, actor=actor)
    assert [error["code"] for error in result.data["traceStepAdd"]["errors"]] == ["NOT_FOUND"]


@pytest.mark.parametrize(
    ("field", "code", "overrides"),
    [
        ("input.number", "UNIQUE", {"number": "TAKEN"}),
        ("input.number", "INVALID", {"number": " "}),
        ("input.number", "INVALID", {"number": "x" * 41}),
        ("input.quantity", "INVALID", {"quantity": 0}),
        ("input.expiresOn", "INVALID", {"expiresOn": "2020-01-01"}),
    ],
)
def test_bad_lots_name_their_field(execute: Execute, field: str, code: str, overrides: dict[str, Any]) -> None:
    variant = make_variant()
    make_lot(variant, number="TAKEN")
    actor = make_member(variant.product.seller)
    result = execute(CREATE, {"input": lot_input(variant, **overrides)}, actor=actor)
    assert result.data["lotCreate"]["errors"] == [{"field": field, "code": code}]
    assert Lot.objects.count() == 1


def test_updating_keeps_what_is_left_out(execute: Execute) -> None:
    lot = make_lot(number="A-1", expires_on=datetime(2027, 1, 1, tzinfo=UTC).date())
    actor = make_member(lot.variant.product.seller)
    result = execute(UPDATE, {"id": lot_id(lot), "input": {"quantity": 7}}, actor=actor)
    assert result.data["lotUpdate"]["lot"] == {"number": "A-1", "quantity": 7, "expiresOn": "2027-01-01"}
    result = execute(UPDATE, {"id": lot_id(lot), "input": {"expiresOn": None}}, actor=actor)
    assert result.data["lotUpdate"]["lot"]["expiresOn"] is None
    lot.refresh_from_db()
    assert lot.note == "Gỗ tần bì, sấy còn 10 % ẩm"


def test_codes_for_labels(execute: Execute) -> None:
    lot = make_lot()
    actor = make_member(lot.variant.product.seller)
    result = execute(CODES, {"lot": lot_id(lot), "count": 250}, actor=actor)
    assert len({code["code"] for code in result.data["traceCodesCreate"]["codes"]}) == 250
    too_many = execute(CODES, {"lot": lot_id(lot), "count": 1001}, actor=actor)
    assert too_many.data["traceCodesCreate"]["errors"][0]["field"] == "count"
    assert lot.codes.count() == 250


def test_lots_are_searched_and_paged_with_few_queries(execute: Execute, django_assert_max_num_queries: Any) -> None:
    variant = make_variant()
    for number in range(12):
        lot = make_lot(variant, number=f"L-{number:02}")
        make_step(lot)
        mint_codes(lot=lot, count=3)
    actor = make_member(variant.product.seller)
    seller_id = to_global_id("Seller", variant.seller_id)
    with django_assert_max_num_queries(10):
        result = execute(LOTS, {"seller": seller_id}, actor=actor)
    assert not result.errors
    assert result.data["lots"]["totalCount"] == 12
    assert len(result.data["lots"]["edges"]) == 10
    assert all(len(edge["node"]["codes"]) == 2 for edge in result.data["lots"]["edges"])
    found = execute(LOTS, {"seller": seller_id, "search": "l-07"}, actor=actor)
    assert [edge["node"]["number"] for edge in found.data["lots"]["edges"]] == ["L-07"]
    other = make_lot(make_variant(variant.product), number="OTHER")
    by_variant = "query ($s: ID!, $v: ID!) { lots(seller: $s, variant: $v) { edges { node { number } } } }"
    wanted = {"s": seller_id, "v": to_global_id("ProductVariant", other.variant_id)}
    assert execute(by_variant, wanted, actor=actor).data["lots"]["edges"] == [{"node": {"number": "OTHER"}}]


def test_tracing_is_cheap(execute: Execute, django_assert_max_num_queries: Any) -> None:
    lot = make_lot()
    for hour in range(10):
        make_step(lot, occurred_at=step_data().occurred_at - timedelta(hours=hour))
    code = make_code(lot)
    with django_assert_max_num_queries(8):
        assert not execute(TRACE, {"code": code.code}).errors
