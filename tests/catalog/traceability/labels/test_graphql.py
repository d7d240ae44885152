"""Labels, prefixes, series and identifiers through the API: who may, what is refused, and what is fetched."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.http import Http404
from django.utils import timezone

from catalog.traceability.identity.claim_prefix import claim_company_prefix
from catalog.traceability.identity.company_prefix import CompanyPrefix
from catalog.traceability.identity.item_identifier import ItemIdentifier
from catalog.traceability.labels.download import BadLabelLink, expire_label_runs, open_label_run
from catalog.traceability.labels.label_run import LabelRun
from catalog.traceability.labels.write_runs import storage, write_label_run, write_label_runs
from catalog.traceability.lot import Lot, TraceCode
from catalog.traceability.minting.series import NumberSeries
from marketplace.graphql import to_global_id
from marketplace.sellers.member import MemberRole
from marketplace.sellers.models import SellerMember
from marketplace.site import export_file
from tests.catalog.traceability.conftest import Execute
from tests.catalog.traceability.labels.test_labels import GTIN, traced_lot
from tests.factories.accounts import make_operator, make_user
from tests.factories.catalog import make_variant
from tests.factories.sellers import make_member, make_seller
from tests.factories.traceability import make_lot

pytestmark = pytest.mark.django_db

ERRORS = "errors { field code message }"
LABELS = f"""mutation ($lot: ID!, $input: LabelsCreateInput!) {{ labelsCreate(lotId: $lot, input: $input) {{
  labelRun {{ id status symbol subject format count done url sheet {{ code labelWidth labels isRoll }} }}
  {ERRORS} }} }}"""
CLAIM = f"""mutation ($seller: ID!, $prefix: String!) {{
  companyPrefixUpdate(seller: $seller, prefix: $prefix, evidence: "GCP 7/2026") {{
    companyPrefix {{ prefix isVerified evidence seller {{ name }} }} {ERRORS} }} }}"""
VERIFY = f"mutation ($id: ID!) {{ companyPrefixVerify(id: $id) {{ companyPrefix {{ isVerified }} {ERRORS} }} }}"
REFUSE = f"""mutation ($id: ID!, $reason: String!) {{ companyPrefixRefuse(id: $id, reason: $reason) {{
  companyPrefix {{ isVerified refusal endedAt }} {ERRORS} }} }}"""
SERIES = f"""mutation ($seller: ID!, $pattern: String!, $variant: ID) {{
  numberSeriesUpdate(seller: $seller, kind: LOT, pattern: $pattern, variant: $variant) {{
    numberSeries {{ pattern kind variant {{ sku }} }} {ERRORS} }} }}"""
IDENTIFIER = f"""mutation ($variant: ID!, $scheme: IdentifierSchemeEnum!, $authority: String, $value: String!) {{
  itemIdentifierUpdate(variant: $variant, scheme: $scheme, authority: $authority, value: $value) {{
    itemIdentifier {{ scheme authority value }} {ERRORS} }} }}"""
OWN = """query ($seller: ID!, $lot: ID!) {
  companyPrefix(seller: $seller) { prefix isVerified refusal }
  numberSeries(seller: $seller) { kind pattern nextNumber variant { sku } }
  labelRuns(lot: $lot) { status url count done language { code } }
  lot(id: $lot) { variant { gtin gtinIsVerified itemIdentifiers { scheme authority value } } }
  labelSheets { code pageWidth pageHeight labelHeight }
}"""


@pytest.fixture
def lot() -> Lot:
    return traced_lot()


def told(execute: Execute, document: str, variables: dict[str, Any], *, actor: Any) -> dict[str, Any]:
    data = execute(document, variables, actor=actor).data
    assert data is not None
    return data


def wanted(**overrides: Any) -> dict[str, Any]:
    return {"symbol": "QR", "subject": "PIECE", "sheet": "A4_21", "count": 2, **overrides}


def labels_of(lot: Lot, **overrides: Any) -> dict[str, Any]:
    return {"lot": to_global_id("Lot", lot.pk), "input": wanted(**overrides)}


def state() -> tuple[Any, ...]:
    """Everything that a refused call must leave as it was."""
    return (
        LabelRun.objects.count(),
        TraceCode.objects.count(),
        list(CompanyPrefix.objects.order_by("pk").values_list("prefix", "verified_at", "ended_at")),
        list(NumberSeries.objects.order_by("pk").values_list("pattern")),
        list(ItemIdentifier.objects.values_list("value")),
    )


def test_who_may(lot: Lot, execute: Execute) -> None:
    seller = lot.variant.product.seller
    claimed = claim_company_prefix(seller_id=make_seller().pk, prefix="8938509")
    assert claimed
    prefix, own = to_global_id("CompanyPrefix", claimed.pk), to_global_id("Seller", seller.pk)
    national = {"variant": to_global_id("ProductVariant", lot.variant.pk), "scheme": "NATIONAL", "authority": "Cổng"}
    cases: dict[str, tuple[str, dict[str, Any], set[str]]] = {
        "labelsCreate": (LABELS, labels_of(lot), {"manager"}),
        "companyPrefixUpdate": (CLAIM, {"seller": own, "prefix": "8938501"}, {"manager"}),
        "numberSeriesUpdate": (SERIES, {"seller": own, "pattern": "X-{n}"}, {"manager"}),
        "itemIdentifierUpdate": (IDENTIFIER, {**national, "value": "VN-1"}, {"manager"}),
        "companyPrefixVerify": (VERIFY, {"id": prefix}, {"staff"}),
        "companyPrefixRefuse": (REFUSE, {"id": prefix, "reason": "Not yours"}, {"staff"}),
    }  # fmt: skip
    callers = {
        "anonymous": None,
        "buyer": make_user(),
        "other seller": make_member(make_seller()),
        "packer": make_member(seller, MemberRole.PACKER),
        "manager": make_member(seller, MemberRole.MANAGER),
        "staff": make_operator(),
    }
    for name, (document, variables, allowed) in cases.items():
        for caller, actor in callers.items():
            before = state()
            result = execute(document, variables, actor=actor)
            refused = bool(result.errors or not result.data or result.data[name]["errors"])
            assert refused == (caller not in allowed), (name, caller, result)
            assert (state() == before) == refused, (name, caller)


def test_labels_are_asked_for_written_and_fetched_by_whom_they_were_signed_for(
    lot: Lot, execute: Execute, settings: Any, tmp_path: Path
) -> None:
    settings.DATA_DIR = tmp_path
    seller = lot.variant.product.seller
    manager, other = make_member(seller, MemberRole.MANAGER), make_member(seller, MemberRole.MANAGER)
    asked = told(execute, LABELS, labels_of(lot, sheet="ROLL_50X30", format="ZPL", dpi=300), actor=manager)[
        "labelsCreate"
    ]
    assert not asked["errors"] and asked["labelRun"]["url"] is None
    assert asked["labelRun"]["sheet"] == {"code": "ROLL_50X30", "labelWidth": 50.0, "labels": 1, "isRoll": True}
    assert write_label_runs() == 1 and write_label_runs() == 0
    variables = {"seller": to_global_id("Seller", seller.pk), "lot": to_global_id("Lot", lot.pk)}
    (run,) = told(execute, OWN, variables, actor=manager)["labelRuns"]
    assert (run["status"], run["count"], run["done"], run["language"]) == ("SUCCESS", 2, 2, {"code": "VI"})
    token = run["url"].removeprefix("/exports/")
    name, kind, file = open_label_run(token, user=manager)
    assert (name, kind) == ("labels-LO-2611-0007-2.zpl", "application/octet-stream")
    path = Path(file.name)
    assert file.read().count(b"^BQN") == 2 and path.stat().st_mode & 0o077 == 0
    for stranger in (other, None, make_operator()):
        with pytest.raises(BadLabelLink):
            open_label_run(token, user=stranger)
    with pytest.raises(BadLabelLink):
        open_label_run(token + "x", user=manager)
    SellerMember.objects.filter(user=manager).delete()
    with pytest.raises(BadLabelLink):
        open_label_run(token, user=manager)
    LabelRun.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    assert expire_label_runs() == 1 and expire_label_runs() == 0 and not path.exists()
    assert TraceCode.objects.count() == 2, "the codes stay"


def test_a_worker_that_dies_leaves_nothing_and_the_third_is_the_last(
    lot: Lot, execute: Execute, settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.DATA_DIR = tmp_path
    manager = make_member(lot.variant.product.seller, MemberRole.MANAGER)
    execute(LABELS, labels_of(lot), actor=manager)
    run = LabelRun.objects.get()

    def die(*_arguments: Any, **_named: Any) -> Callable[[], None]:
        raise MemoryError

    monkeypatch.setattr("catalog.traceability.labels.write_runs.write_pdf", die)
    for _attempt in range(3):
        with pytest.raises(MemoryError):
            write_label_run(run.pk)
    assert not write_label_run(run.pk)
    run.refresh_from_db()
    assert run.status == "FAILED" and not [path for path in Path(storage().location).rglob("*") if path.is_file()]


def test_refusals_say_what_to_do(lot: Lot, execute: Execute) -> None:
    seller = lot.variant.product.seller
    manager = make_member(seller, MemberRole.MANAGER)
    own = to_global_id("Seller", seller.pk)
    variant = to_global_id("ProductVariant", lot.variant.pk)
    bare, internal = make_lot(lot.variant), traced_lot(gtin="", number="I-1")
    make_member_of = make_member(internal.variant.product.seller, MemberRole.MANAGER)
    stranger = to_global_id("ProductVariant", make_variant().pk)
    claim_company_prefix(seller_id=make_seller().pk, prefix="8938507")
    identifier = {"variant": variant, "scheme": "NATIONAL", "authority": "Cổng", "value": "V 1"}
    cases: list[tuple[Any, str, dict[str, Any], tuple[str, str]]] = [
        (manager, LABELS, labels_of(bare), ("input.symbol", "TOO_FEW_STAGES")),
        (make_member_of, LABELS, labels_of(internal, symbol="DATA_MATRIX"), ("input.symbol", "INVALID")),
        (manager, LABELS, labels_of(lot, sheet="A5"), ("input.sheet", "NOT_FOUND")),
        (manager, LABELS, labels_of(lot, symbol="EAN", subject="LOT", sheet="A4_65"), ("input.sheet", "TOO_LARGE")),
        (manager, LABELS, labels_of(lot, count=0), ("input.count", "INVALID")),
        (manager, LABELS, labels_of(lot, codes=["7K3M9QXW2T4BC"]), ("codes", "NOT_FOUND")),
        (manager, LABELS, labels_of(lot, codes=["x" * 41]), ("input.codes", "INVALID")),
        (manager, LABELS, labels_of(lot, format="ZPL"), ("input.sheet", "INVALID")),
        (manager, CLAIM, {"seller": own, "prefix": "12"}, ("prefix", "INVALID")),
        (manager, CLAIM, {"seller": own, "prefix": "8938507"}, ("prefix", "UNIQUE")),
        (manager, CLAIM, {"seller": own, "prefix": "1" * 31}, ("prefix", "INVALID")),
        (manager, SERIES, {"seller": own, "pattern": "{YY}{n}"}, ("pattern", "INVALID")),
        (manager, SERIES, {"seller": own, "pattern": "A-{n}", "variant": stranger}, ("variant", "NOT_FOUND")),
        (manager, IDENTIFIER, {**identifier, "authority": ""}, ("authority", "INVALID")),
        (manager, IDENTIFIER, {**identifier, "value": "<b>"}, ("value", "INVALID")),
        (manager, IDENTIFIER, {**identifier, "value": "v" * 81}, ("value", "INVALID")),
        (make_operator(), REFUSE, {"id": to_global_id("CompanyPrefix", 0), "reason": "x"}, ("id", "NOT_FOUND")),
        (make_operator(), REFUSE, {"id": to_global_id("CompanyPrefix", 0), "reason": " "}, ("reason", "REQUIRED")),
    ]
    before = state()
    for actor, document, variables, expected in cases:
        (answer,) = told(execute, document, variables, actor=actor).values()
        assert [(error["field"], error["code"]) for error in answer["errors"]] == [expected], (variables, answer)
        assert all("%(" not in error["message"] for error in answer["errors"])
    assert state() == before


def test_a_seller_sees_what_is_verified_and_what_comes_next(lot: Lot, execute: Execute) -> None:
    seller = lot.variant.product.seller
    manager, operator = make_member(seller, MemberRole.MANAGER), make_operator()
    variables = {"seller": to_global_id("Seller", seller.pk), "lot": to_global_id("Lot", lot.pk)}
    execute(CLAIM, {"seller": variables["seller"], "prefix": "893 8501"}, actor=manager)
    execute(SERIES, {"seller": variables["seller"], "pattern": "A-{n:3}"}, actor=manager)
    variant = to_global_id("ProductVariant", lot.variant.pk)
    national = {"variant": variant, "scheme": "NATIONAL", "authority": "Cổng ví dụ", "value": "VN-01/2"}
    execute(IDENTIFIER, national, actor=manager)
    before = told(execute, OWN, variables, actor=manager)
    assert before["lot"]["variant"] == {
        "gtin": GTIN,
        "gtinIsVerified": False,
        "itemIdentifiers": [{"scheme": "NATIONAL", "authority": "Cổng ví dụ", "value": "VN-01/2"}],
    }
    shown = [series for series in before["numberSeries"] if series["kind"] == "LOT"]
    assert shown == [{"kind": "LOT", "pattern": "A-{n:3}", "nextNumber": "A-001", "variant": None}]
    claimed = to_global_id("CompanyPrefix", CompanyPrefix.objects.get().pk)
    assert told(execute, VERIFY, {"id": claimed}, actor=operator)["companyPrefixVerify"]["companyPrefix"]["isVerified"]
    assert told(execute, OWN, variables, actor=manager)["lot"]["variant"]["gtinIsVerified"] is True
    listed = "query { companyPrefixes(first: 5, isVerified: true) { edges { node { prefix seller { name } } } } }"
    assert len(told(execute, listed, {}, actor=operator)["companyPrefixes"]["edges"]) == 1
    assert execute(listed, actor=manager).errors
    execute(REFUSE, {"id": claimed, "reason": "The certificate is another company's."}, actor=operator)
    after = told(execute, OWN, variables, actor=manager)
    assert after["companyPrefix"]["refusal"] and after["lot"]["variant"]["gtinIsVerified"] is False
    assert (
        told(execute, IDENTIFIER, {**national, "value": ""}, actor=manager)["itemIdentifierUpdate"]["itemIdentifier"]
        is None
    )
    assert not ItemIdentifier.objects.exists()


def test_the_sites_address_hands_out_both_kinds_of_files(rf: Any) -> None:
    with pytest.raises(Http404):
        export_file(rf.get("/exports/x"), "x")
