"""Every creating mutation of the schema, tried twice under one key: the same answer, and nothing is done twice."""

import copy
import re
from typing import Any

import pytest
from django.db import transaction
from django.utils import timezone
from graphql import get_named_type, is_leaf_type

from catalog.models import Warehouse
from marketplace.expo.visitors.token import visitor_token
from marketplace.graphql import to_global_id
from marketplace.graphql.idempotency.answer_once import answer_once, answer_once_in_steps
from marketplace.graphql.watch import Watched
from marketplace.schema import execute
from orders.checkout.totals import price_checkout
from tests.api.hostile import Arguments
from tests.api.odd_values import upload
from tests.api.questions import refusals, root_fields
from tests.api.tables import changed, stored
from tests.api.world import World, gid
from tests.factories.meetings import first_slot
from tests.orders.payouts.selling import give_back

pytestmark = pytest.mark.django_db

CREATING = [name for name, field in root_fields("Mutation").items() if "idempotencyKey" in field.args]
MAKES = re.compile(r"(Create|Add|Apply|Register|Invite|Preview|Complete|Send|Open|Import)$")
"""What a name sounds like that makes something."""
MAKES_NOTHING = {
    "returnSend": "says that what is sent back is on its way",
    "taxInvoiceSend": "hands over what is issued; whoever gets it knows it by its id",
    "tokenCreate": "a sign-in; its tokens are kept nowhere",
    "stockImportApply": "an import is applied once by itself",
    "productImportApply": "an import is applied once by itself",
    "exhibitorImportApply": "an import is applied once by itself",
    "customsRulesApply": "an edition is applied once by itself",
    "translationImportApply": "an import is applied once by itself",
    "lotImportApply": "an import is applied once by itself",
    "planImportApply": "an import is applied once by itself",
    "portalSubmissionSend": "a record that was sent is not sent again",
}
ACTORS = ("owner", "operator", "buyer", "expo_officer", "other_buyer", "stranger_owner", "nobody")
LEFT_OUT = {
    "attributeCreate": ("input.unit", "input.lowest", "input.highest", "input.values"),
    "attributeValueCreate": ("input.swatchColor", "input.swatchPicture", "input.value", "input.picture"),
    "boothCreate": ("input.points",),
    "checkoutComplete": ("token",),
    "commissionRuleCreate": ("input.channel", "input.seller", "input.effectiveTo"),
    "checkoutLinesAdd": ("token", "checkoutId"),
    "exhibitorImportPreview": ("mapping",),
    "labelsCreate": ("input.codes", "input.dpi"),
    "leadScan": ("input.scannedAt", "input.followUpOn", "input.rating", "input.exhibits"),
    "materialBatchCreate": (
        "input.step.container",
        "input.step.entryKey",
        "input.step.evidence",
        "input.step.supersedes",
    ),
    "productCreate": ("input.attributes",),
    "productImportPreview": ("images", "mapping"),
    "productVariantCreate": ("input.attributes",),
    "quoteRequestCreate": ("input.wantedBy",),
    "sellerApply": ("input.address.postalCode",),
    "sellerOrderShip": ("input.trackingNumber", "trackingNumber"),
    "takedownCreate": ("input.seller",),
    "tracePlaceCreate": ("input.boundary",),
    "traceStepAdd": ("input.container",),
    "traceStepProposalConfirm": ("input.container",),
}
"""Arguments that exclude others which are given."""
GIVEN: dict[str, dict[str, Any]] = {
    "boothCreate": {"input.x": "41", "input.y": "31"},
    "boothSplit": {"version": 2, "at": "1"},
    "hallFeatureCreate": {"input.x": "41", "input.y": "31"},
    "buyerTermsSet": {
        "userEmail": "sanne@example.org",
        "input.userEmail": "sanne@example.org",
        "currency": "EUR",
        "input.currency": "EUR",
    },
    "checkoutComplete": {"acceptedTotal": "its total"},
    "labelsCreate": {"input.symbol": "QR", "input.subject": "PIECE", "input.format": "PDF"},
    "materialBatchCreate": {"input.step.kind": "RECEIVING"},
    "leadQuoteInvite": {"leadId": "lead without an account"},
    "orderMarkAsPaid": {"id": "unpaid order"},
    "commissionRuleCreate": {"input.effectiveFrom": "2031-01-01"},
    "orderCreditRefund": {"id": "overpaid order"},
    "traceStepAdd": {"input.kind": "RECEIVING"},
    "traceStepProposalConfirm": {"input.kind": "RECEIVING"},
    "transactionInitialize": {"id": "unpaid order", "paymentGateway.id": "bank_transfer"},
    "orderPay": {"id": "unpaid order", "paymentGateway": "bank_transfer"},
    "productVariantCreate": {"input.sku": "NEW-77"},
    "sellerOrderPack": {"id": "paid part"},
    "meetingInvite": {"visitorId": "unmet visitor", "startsAt": "slot of the fair"},
    "meetingRequest": {"visitorToken": "unmet visitor's link", "startsAt": "slot of the fair"},
    "seminarBook": {"visitorToken": "unmet visitor's link"},
    "seminarCreate": {"input.minutes": 60, "input.startsAt": "slot of the fair"},
    "quoteRequestCreate": {"input.currency": "EUR", "currency": "EUR"},
    "sellerApply": {
        "input.taxCode": "3702345674",
        "input.foundedYear": 2001,
        "input.address.country": "VN",
        "input.address.countryArea": "Thành phố Hồ Chí Minh",
        "input.address.cityArea": "Phường Dĩ An",
    },
    "stockTransfer": {"toWarehouse": "second warehouse"},
    "taxInvoiceAdjust": {"id": "refunded invoice"},
    "taxInvoiceCreate": {"sellerOrder": "invoiced part"},
    "tracePartyCreate": {"input.account": "another seller"},
    "taxReturnPrepare": {"year": 2025, "month": 8},
}
PICTURED = (
    "fakeReportCreate",
    "certificateCreate", "collectionCreate", "productMediaCreate", "quoteRequestCreate", "sellerApply",
    "disputeWrite", "messageSend", "pageCreate", "traceStepAdd", "traceStepProposalConfirm",
)  # fmt: skip
FILES = {**dict.fromkeys(PICTURED, "picture.png"), "deniedListLoad": "denied.xml", "customsRulesPreview": "rules.csv",
         "lotImportPreview": "lots.csv", "planImportPreview": "hall.svg"}  # fmt: skip
"""What is given a certain file."""
CONFLICT = {"IDEMPOTENCY_CONFLICT"}
ELSEWHERE = {
    "bankStatementImport": "needs a bank's file",
    "carrierAccountConnect": "needs a carrier that takes accounts",
    "conversationStart": "the world's products and orders have their conversations",
    "disputeOpen": "needs an order that is late or has arrived",
    "exhibitorImportFetch": "needs a source that answers",
    "exhibitCreate": "needs a product of an exhibitor that is not shown yet",
    "leadQuoteOffer": "repeats the lines of an offer",
    "machineTranslationRequest": "needs an engine",
    "quoteAccept": "repeats the lines of an offer",
    "quoteCounter": "repeats the lines of an offer",
    "quoteOffer": "repeats the lines of an inquiry",
    "returnRequestCreate": "needs the lines of an order that has arrived",
    "sampleRequestCreate": "needs goods that are offered as samples",
    "translationImportPreview": "needs a file of translations of this seller",
    "voucherCreate": "the rules of a voucher exclude each other",
}
"""What this world has no fitting call for, and why; the kit's own tests prove the same code."""


def test_every_mutation_that_makes_something_takes_a_key() -> None:
    sounding = {name for name in root_fields("Mutation") if MAKES.search(name)}
    assert sounding - set(CREATING) == set(MAKES_NOTHING)
    assert len(CREATING) > 60


@pytest.mark.parametrize("name", CREATING)
def test_each_of_them_is_run_by_the_code_that_keeps_answers(name: str) -> None:
    around = root_fields("Mutation")[name].extensions["around"]
    assert isinstance(around, Watched)
    assert around.inner in {answer_once, answer_once_in_steps}


@pytest.mark.parametrize("name", [name for name in CREATING if name not in ELSEWHERE])
def test_twice_is_once(world: World, name: str) -> None:
    document = _document(name)
    actor, variables = _who_may(world, name, document)
    first = execute(document, _fresh(variables, name), token=world.tokens[actor])
    before = stored()
    second = execute(document, _fresh(variables, name), token=world.tokens[actor])
    assert first.to_json() == second.to_json()
    assert not changed(before, stored()), "the second time nothing changes"

    other = document.replace("__typename", "kind: __typename", 1)
    refused = execute(other, _fresh(variables, name), token=world.tokens[actor]).to_dict()
    assert {str(refusal["code"]) for refusal in refusals(refused)} == CONFLICT
    assert not changed(before, stored()), "nor for another request under the key"


def _document(name: str) -> str:
    """The mutation with all its arguments, and the ids of what it makes."""
    field = root_fields("Mutation")[name]
    payload: Any = get_named_type(field.type)
    parts = ["__typename", "errors { field code message }"]
    for key, below in payload.fields.items():
        type_: Any = get_named_type(below.type)
        if is_leaf_type(type_):
            parts.append(key)
        elif key != "errors":
            parts.append(f"{key} {{ __typename {'id' if 'id' in getattr(type_, 'fields', {}) else ''} }}")
    declared = ", ".join(f"${key}: {argument.type}" for key, argument in field.args.items())
    passed = ", ".join(f"{key}: ${key}" for key in field.args)
    return f"mutation({declared}) {{ {name}({passed}) {{ {' '.join(parts)} }} }}"


def _who_may(world: World, name: str, document: str) -> tuple[str, dict[str, Any]]:
    """Somebody for whom a fitting call succeeds, and that call."""
    fitting = Arguments(world, "Mutation", name, root_fields("Mutation")[name]).fitting()
    variables = _made_to_fit(world, name, fitting)
    said = {}
    for actor in ACTORS:
        with transaction.atomic():
            answer = execute(document, _fresh(variables, name), token=world.tokens[actor]).to_dict()
            transaction.set_rollback(True)
        said[actor] = [(refusal["code"], refusal.get("field")) for refusal in refusals(answer)]
        if not said[actor]:
            return actor, variables
    raise AssertionError(f"nobody can call {name}: {said}")


def _made_to_fit(world: World, name: str, variables: dict[str, Any]) -> dict[str, Any]:
    for path in LEFT_OUT.get(name, ()):
        *above, last = path.split(".")
        inside = variables
        for key in above:
            inside = inside.get(key) or {}
        inside.pop(last, None)
    for path, value in GIVEN.get(name, {}).items():
        *above, last = path.split(".")
        inside = variables
        for key in above:
            inside = inside.get(key) or {}
        if last in inside:
            inside[last] = _meant(world, value)
    return variables


def _meant(world: World, value: Any) -> Any:
    match value:
        case "unpaid order":
            return gid("Order", world.facts["unpaid_order"])
        case "paid part":
            return gid("SellerOrder", world.facts["order"].seller_orders.first())
        case "overpaid order":
            return gid("Order", world.facts["overpaid_order"])
        case "lead without an account":
            return gid("Lead", world.facts["new_lead"])
        case "unmet visitor":
            return to_global_id("FairContact", world.facts["unscanned"].visitor.public_id)
        case "unmet visitor's link":
            return visitor_token(world.facts["unscanned"].visitor)
        case "slot of the fair":
            return first_slot(world.facts["expo"], 5).isoformat()
        case "its total":
            basket = world.facts["own_checkout"]
            return str(price_checkout(basket, now=timezone.now()).total.gross.amount)
        case "invoiced part":
            return gid("SellerOrder", world.facts["tax_invoice"].seller_order)
        case "refunded invoice":
            invoice = world.facts["tax_invoice"]
            give_back(invoice.seller_order, "1.00")
            return gid("TaxInvoice", invoice)
        case "another seller":
            return gid("Seller", world.facts["other_seller"])
        case "second warehouse":
            place, _ = Warehouse.objects.get_or_create(seller=world.facts["seller"], name="Kho hai")
            return to_global_id("Warehouse", place.pk)
    return value


def _fresh(variables: Any, of: str = "") -> Any:
    """The same values with files that nobody has read yet."""
    if isinstance(variables, dict):
        return {key: _fresh(value, of) for key, value in variables.items()}
    if isinstance(variables, list):
        return [_fresh(value, of) for value in variables]
    if hasattr(variables, "read"):
        return upload(FILES.get(of, variables.name))
    return copy.copy(variables)
