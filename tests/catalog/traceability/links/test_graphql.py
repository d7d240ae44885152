"""Sellers' links through the API."""

from typing import Any

from catalog.products.variant import ProductVariant
from catalog.traceability.identity.company_prefix import CompanyPrefix
from catalog.traceability.links.target import DigitalLinkTarget
from marketplace.graphql import Result, to_global_id
from marketplace.sellers.member import MemberRole
from tests.catalog.traceability.conftest import Execute
from tests.catalog.traceability.links.conftest import GTIN, Goods
from tests.factories.accounts import make_operator, make_user
from tests.factories.catalog import make_variant
from tests.factories.sellers import make_member, make_seller
from tests.factories.traceability import make_lot

LEVELS = """query ($variant: ID, $lot: ID, $code: String) {
  digitalLinkLevels(variant: $variant, lot: $lot, code: $code) {
  kind uri address isYours targets { id linkType href host title languages mediaType context isDefault isActive
  takenDownReason uri } links { linkType href isDefault } } }"""
CREATE = """mutation ($input: DigitalLinkTargetCreateInput!) { digitalLinkTargetCreate(input: $input) {
  digitalLinkTarget { id linkType href isDefault } errors { field code message } } }"""
UPDATE = """mutation ($id: ID!, $input: DigitalLinkTargetInput!) { digitalLinkTargetUpdate(id: $id, input: $input) {
  digitalLinkTarget { id title languages isDefault } errors { field code } } }"""
DELETE = "mutation ($id: ID!) { digitalLinkTargetDelete(id: $id) { errors { field code } } }"
TAKE_DOWN = """mutation ($id: ID!, $reason: String!) { digitalLinkTargetTakeDown(id: $id, reason: $reason) {
  digitalLinkTarget { takenDownReason } errors { field code } } }"""
RESTORE = "mutation ($id: ID!) { digitalLinkTargetRestore(id: $id) { errors { field code } } }"
ALL = "query ($search: String) { digitalLinkTargets(search: $search, first: 5) { totalCount edges { node { href } } } }"


def data_of(result: Result) -> dict[str, Any]:
    assert result.data is not None, result.errors
    return result.data


def fields(**overrides: Any) -> dict[str, Any]:
    return {"linkType": "gs1:instructions", "href": "https://moc-an.example/huong-dan", "title": "Lắp ghế", **overrides}


def target_id(target: DigitalLinkTarget) -> str:
    return to_global_id("DigitalLinkTarget", target.pk)


def state() -> list[Any]:
    return list(DigitalLinkTarget.objects.order_by("pk").values_list("pk", "title", "taken_down_at"))


def test_who_may_write(goods: Goods, execute: Execute) -> None:
    """Members below manager, other sellers and buyers change nothing; staff may take down, and nothing else."""
    seller = goods.variant.seller
    callers = {
        "anonymous": None,
        "buyer": make_user(),
        "other seller": make_member(make_seller(), MemberRole.OWNER),
        "packer": make_member(seller, MemberRole.PACKER),
        "manager": make_member(seller, MemberRole.MANAGER),
        "staff": make_operator(),
    }
    lot = to_global_id("Lot", goods.lot.pk)
    for name, document, may in (
        ("digitalLinkTargetCreate", CREATE, "manager"),
        ("digitalLinkTargetUpdate", UPDATE, "manager"),
        ("digitalLinkTargetTakeDown", TAKE_DOWN, "staff"),
        ("digitalLinkTargetRestore", RESTORE, "staff"),
        ("digitalLinkTargetDelete", DELETE, "manager"),
    ):
        for caller, actor in callers.items():
            DigitalLinkTarget.objects.all().delete()
            target = goods.link(goods.lot_path)
            if "Restore" in name:
                DigitalLinkTarget.objects.update(taken_down_at=goods.lot.created_at)
            variables = {
                "id": target_id(target),
                "reason": "Phishing",
                "input": fields(lot=lot) if "Create" in name else {"title": "Khác"},
            }
            before = state()
            result = execute(document, variables, actor=actor)
            payload = (result.data or {}).get(name)
            done = bool(payload) and not payload["errors"] and not result.errors
            assert done == (caller == may), (name, caller)
            assert (state() != before) == done, (name, caller)


def test_a_lot_and_its_product_have_links(goods: Goods, execute: Execute) -> None:
    manager = make_member(goods.variant.seller, MemberRole.MANAGER)
    made = execute(CREATE, {"input": fields(lot=to_global_id("Lot", goods.lot.pk), isDefault=True)}, actor=manager)
    assert data_of(made)["digitalLinkTargetCreate"]["errors"] == []
    goods.link(goods.product_path, "support", languages=("vi",), context="VN", media_type="text/html")
    result = execute(LEVELS, {"code": goods.code.code}, actor=manager)
    assert not result.errors
    piece, lot, product = data_of(result)["digitalLinkLevels"]
    assert [level["kind"] for level in (piece, lot, product)] == ["PIECE", "LOT", "PRODUCT"]
    assert lot["uri"] == f"https://id.gs1.org{goods.lot_path}" and lot["address"].endswith(goods.lot_path)
    assert all(level["isYours"] for level in (piece, lot, product))
    assert [one["linkType"] for one in lot["targets"]] == ["gs1:instructions"]
    assert [one["href"] for one in lot["links"] if one["isDefault"]] == ["https://moc-an.example/huong-dan"]
    (support,) = product["targets"]
    assert (support["languages"], support["context"], support["host"]) == (["vi"], "VN", "moc-an.example")
    changed = execute(
        UPDATE, {"id": support["id"], "input": {"title": " Trợ   giúp ", "languages": None}}, actor=manager
    )
    assert data_of(changed)["digitalLinkTargetUpdate"]["digitalLinkTarget"]["title"] == "Trợ giúp"
    assert data_of(changed)["digitalLinkTargetUpdate"]["digitalLinkTarget"]["languages"] == []


def test_what_cannot_be_is_refused_where_it_stands(goods: Goods, execute: Execute) -> None:
    manager = make_member(goods.variant.seller, MemberRole.MANAGER)
    lot = to_global_id("Lot", goods.lot.pk)
    bare = make_variant(goods.variant.product)
    cases: dict[str, tuple[dict[str, Any], str, str]] = {
        "type of the resolver": (fields(lot=lot, linkType="gs1:defaultLink"), "input.linkType", "INVALID"),
        "no type of GS1": (fields(lot=lot, linkType="schema:url"), "input.linkType", "INVALID"),
        "http": (fields(lot=lot, href="http://moc-an.example/"), "input.href", "INVALID"),
        "user": (fields(lot=lot, href="https://bank.example@evil.example/"), "input.href", "INVALID"),
        "script": (fields(lot=lot, href="javascript:alert(1)"), "input.href", "INVALID"),
        "title": (fields(lot=lot, title=" "), "input.title", "INVALID"),
        "language": (fields(lot=lot, languages=["tiếng Việt"]), "input.languages", "INVALID"),
        "media type": (fields(lot=lot, mediaType="text/own"), "input.mediaType", "INVALID"),
        "context": (fields(lot=lot, context="a b"), "input.context", "INVALID"),
        "two things": (fields(lot=lot, code=goods.code.code), "input.variant", "INVALID"),
        "no thing": (fields(), "input.variant", "INVALID"),
        "no such code": (fields(code="0000000000000"), "input.code", "NOT_FOUND"),
        "no GTIN": (fields(variant=to_global_id("ProductVariant", bare.pk)), "input", "NO_GTIN"),
    }
    for name, (given, field, code) in cases.items():
        result = execute(CREATE, {"input": given}, actor=manager)
        errors = data_of(result)["digitalLinkTargetCreate"]["errors"]
        assert [(error["field"], error["code"]) for error in errors] == [(field, code)], name
    assert not DigitalLinkTarget.objects.exists()


def test_only_who_speaks_for_a_number_sets_its_links(goods: Goods, execute: Execute) -> None:
    """Two sellers have the number: nobody's word counts; the one with the verified prefix: its word does."""
    other = make_variant()
    ProductVariant.objects.filter(pk=other.pk).update(gtin=GTIN)
    manager, rival = (make_member(one.seller, MemberRole.MANAGER) for one in (goods.variant, other))
    mine, theirs = (fields(variant=to_global_id("ProductVariant", one.pk)) for one in (goods.variant, other))

    def codes(given: dict[str, Any], actor: Any) -> list[str]:
        result = execute(CREATE, {"input": given}, actor=actor)
        return [error["code"] for error in data_of(result)["digitalLinkTargetCreate"]["errors"]]

    assert codes(mine, manager) == codes(theirs, rival) == ["NOT_YOURS"]
    CompanyPrefix.objects.create(
        seller=goods.variant.seller, prefix=GTIN[1:9], verified_at=goods.lot.created_at, evidence="Giấy chứng nhận"
    )
    assert (codes(mine, manager), codes(theirs, rival)) == ([], ["NOT_YOURS"])


def test_a_link_that_was_taken_down_leads_nowhere(goods: Goods, execute: Execute, ask: Any) -> None:
    target = goods.link(goods.lot_path, is_default=True)
    manager, staff = make_member(goods.variant.seller, MemberRole.MANAGER), make_operator()
    assert ask(goods.lot_path)["Location"] == "https://moc-an.example/instructions"
    execute(TAKE_DOWN, {"id": target_id(target), "reason": "Lừa đảo"}, actor=staff)
    assert ask(goods.lot_path)["Location"].endswith(f"/t/{goods.code.code}?by=lot")
    assert ask(f"{goods.lot_path}?linkType=gs1:instructions").status_code == 404
    shown = execute(LEVELS, {"lot": to_global_id("Lot", goods.lot.pk)}, actor=manager)
    assert data_of(shown)["digitalLinkLevels"][0]["targets"][0]["takenDownReason"] == "Lừa đảo"
    refused = execute(UPDATE, {"id": target_id(target), "input": {"title": "Khác"}}, actor=manager)
    assert data_of(refused)["digitalLinkTargetUpdate"]["errors"] == [{"field": "id", "code": "TAKEN_DOWN"}]
    no_reason = execute(TAKE_DOWN, {"id": target_id(target), "reason": " "}, actor=staff)
    assert data_of(no_reason)["digitalLinkTargetTakeDown"]["errors"] == [{"field": "reason", "code": "REQUIRED"}]
    execute(RESTORE, {"id": target_id(target)}, actor=staff)
    assert ask(f"{goods.lot_path}?linkType=gs1:instructions").status_code == 307


def test_staff_finds_links_by_their_address(goods: Goods, execute: Execute) -> None:
    goods.link(goods.lot_path)
    goods.link(goods.product_path, "support", href="https://other.example/x")
    found = execute(ALL, {"search": "other.example"}, actor=make_operator())
    assert [edge["node"]["href"] for edge in data_of(found)["digitalLinkTargets"]["edges"]] == [
        "https://other.example/x"
    ]
    for actor in (None, make_member(goods.variant.seller, MemberRole.OWNER)):
        assert execute(ALL, {}, actor=actor).errors


def test_a_lot_without_a_gs1_number_has_the_links_of_its_product_alone(goods: Goods, execute: Execute) -> None:
    lot = make_lot(goods.variant, number="Lô số 7")
    manager = make_member(goods.variant.seller, MemberRole.MANAGER)
    result = execute(LEVELS, {"lot": to_global_id("Lot", lot.pk)}, actor=manager)
    assert [level["kind"] for level in data_of(result)["digitalLinkLevels"]] == ["PRODUCT"]
