"""From a quote to the maker's bank, the books read after every step: no unit is anywhere it does not belong.

RFQ -> quote -> deposit -> balance -> shipped -> commission -> planned -> bank file -> the bank's report -> statement.
"""

from datetime import date
from decimal import Decimal

import pytest
from django.db.models import Sum
from django.test import Client

from marketplace.graphql import to_global_id
from orders.payouts.commission.rule import CommissionRule
from orders.payouts.ledger.account import AccountKind as K
from orders.payouts.ledger.transaction import LedgerEntry
from orders.payouts.payout.payout import Payout
from tests.factories.accounts import PASSWORD
from tests.journeys.steps import work_in_the_background
from tests.journeys.test_quote_through_api import (
    Story,
    accept,
    amount,
    ask,
    mark_as_paid,
    offer,
    pack_and_be_held_back,
    ship_and_deliver,
    signed_in,
)
from tests.orders.payouts.reports import report

pytestmark = pytest.mark.django_db(transaction=True)
ACCOUNT = """mutation($seller: ID!, $input: SellerBankAccountInput!, $password: String!) {
  sellerBankAccountSet(seller: $seller, input: $input, password: $password) {
    account { maskedNumber } errors { field code message } } }"""
PLAN = "mutation { payoutPlanRun { payouts { id number amount { amount } } errors { field code message } } }"
FILE = 'mutation { payoutFileCreate(currency: "EUR") { file { messageId url } errors { field code message } } }'
STATEMENT = """query($seller: ID!, $day: Date!) {
  sellerStatement(seller: $seller, currency: "EUR", firstDay: "2026-01-01", lastDay: $day) {
    closing { amount } paidOut { amount } pdfUrl
    lines { number sales { amount } commission { amount } commissionTax { amount } amount { amount } } } }"""
REPORT = "mutation($file: Upload!) { payoutReportTake(file: $file) { confirmed errors { field code message } } }"


def books() -> dict[str, Decimal]:
    """What lies where, debits above zero; kinds with nothing left out. Everything together is always nothing."""
    rows = LedgerEntry.objects.values_list("account__kind").annotate(sum=Sum("amount"))
    found = {kind: Decimal(total).quantize(Decimal("0.01")) for kind, total in rows if total}
    assert sum(found.values(), Decimal(0)) == 0
    return found


def test_from_request_to_the_makers_bank() -> None:
    CommissionRule.objects.create(percent=Decimal(8), tax_percent=Decimal(10), effective_from=date(2026, 1, 1))
    story = Story()
    ask(story)
    offer(story, price="98.50")
    accept(story)
    assert books() == {}, "an order is a promise"

    mark_as_paid(story, "DEP-1")
    deposit, balance = Decimal("1058.70"), Decimal("2470.30")
    assert books() == {K.PROVIDER_FUNDS: deposit, K.BUYER_FUNDS: -deposit}
    pack_and_be_held_back(story)
    assert books() == {K.PROVIDER_FUNDS: deposit, K.BUYER_FUNDS: -deposit}

    mark_as_paid(story, "BAL-1")
    whole = deposit + balance
    assert books() == {K.PROVIDER_FUNDS: whole, K.BUYER_FUNDS: -whole}

    ship_and_deliver(story)
    commission, tax = Decimal("267.92"), Decimal("26.79")  # 8 % of 3,349.00 of goods, 10 % of that
    earned = whole - commission - tax
    kept = {K.COMMISSION: -commission, K.COMMISSION_TAX: -tax}
    assert books() == {K.PROVIDER_FUNDS: whole, K.SELLER_PAYABLE: -earned, **kept}

    pay_out(story, earned, whole, kept)


def pay_out(story: Story, earned: Decimal, whole: Decimal, kept: dict[K, Decimal]) -> None:
    owner = signed_in("owner.moc@example.org", "vi")
    assert story.operator.run(PLAN)["payoutPlanRun"]["payouts"] == [], "nobody knows where to"
    bank = {"currency": "EUR", "holder": "Mộc Ví Dụ", "bankName": "Ngân hàng Ví Dụ", "country": "VN",
            "accountNumber": "1133 6666 8888", "bic": "VIDUVNVX"}  # fmt: skip
    owner.run(ACCOUNT, seller=story.seller, input=bank, password=PASSWORD)
    [planned] = story.operator.run(PLAN)["payoutPlanRun"]["payouts"]
    assert amount(planned["amount"]) == earned
    assert story.operator.run(PLAN)["payoutPlanRun"]["payouts"] == []
    on_its_way = {K.PROVIDER_FUNDS: whole, K.PAYOUT_IN_TRANSIT: -earned, **kept}
    assert books() == on_its_way

    made = story.operator.run(FILE)["payoutFileCreate"]["file"]
    xml = Client().get("/" + made["url"].split("/", 3)[3])
    assert planned["number"].encode() in bytes(xml.content)
    assert books() == on_its_way

    payout = Payout.objects.get()
    answer = ("report.xml", report(payout, "ACSC"), "application/xml")
    taken = story.operator.upload(REPORT, answer)["payoutReportTake"]
    assert taken["confirmed"] == 1
    assert books() == {K.PROVIDER_FUNDS: whole - earned, **kept}, "only the marketplace's own is left"
    work_in_the_background()

    stated = owner.run(STATEMENT, seller=story.seller, day="2026-12-31")["sellerStatement"]
    assert (amount(stated["closing"]), amount(stated["paidOut"])) == (0, -earned)
    [line] = stated["lines"]
    assert amount(line["sales"]) + amount(line["commission"]) + amount(line["commissionTax"]) == earned
    pdf = Client().get("/" + stated["pdfUrl"].split("/", 3)[3])
    assert bytes(pdf.content).startswith(b"%PDF")
    assert payout.seller_id == story.cast.woodworks.seller.pk
    assert to_global_id("Payout", payout.pk) == planned["id"]
