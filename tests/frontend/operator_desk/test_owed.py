"""What is owed and agreed, at the operator's desk: commission, refunds, credit, terms, calendars, returns, reports."""

from decimal import Decimal
from typing import Any

from django.test import Client, TestCase

from i18n.money import Money
from marketplace.accounts.models import User
from marketplace.content.menu import Menu, MenuItem
from marketplace.graphql import to_global_id
from orders.messages.message_report import MessageReport, MessageReportReason
from orders.messages.report import report_message
from orders.payments.credit import BuyerCredit
from orders.payments.mark_as_paid import mark_as_paid
from orders.payments.refund import Refund, RefundStatus
from orders.payments.send_refund import settle_refund
from orders.payouts.commission.rule import CommissionRule
from orders.payouts.schedule.schedule import PayoutSchedule
from orders.quotes.buyer_terms import BuyerTerms
from orders.returns.return_request import ReturnRequest
from tests.factories.accounts import make_operator, make_user
from tests.factories.aftermath import make_delivered_order, make_return
from tests.factories.orders import make_chair, make_order
from tests.factories.quotes import make_message
from tests.factories.sellers import make_seller
from tests.frontend.desk_visitors import carried_out, read, refused, sign_in
from tests.orders.payouts.selling import earn, give_back

DESK = "/en/operator"


class OwedTest(TestCase):
    operator: User
    browser: Client

    @classmethod
    def setUpTestData(cls) -> None:
        cls.operator = make_operator()

    def setUp(self) -> None:
        self.browser = sign_in(Client(), self.operator)

    def form(self, page: str, action: str, **fields: Any) -> str:
        return carried_out(self.browser, f"{DESK}/{page}", action, **fields)

    def test_commission_begins_and_ends(self) -> None:
        assert "No commission yet" in read(self.browser, f"{DESK}/commission")
        seller = make_seller()
        given = {"percent": "7,5", "seller": to_global_id("Seller", seller.pk), "note": "First year"}
        assert "First year" in self.form("commission", "create", **given)
        rule = CommissionRule.objects.get()
        assert (rule.percent, rule.tax_percent) == (Decimal("7.5"), Decimal(0))
        assert rule.seller_id == seller.pk
        assert refused(self.browser, f"{DESK}/commission", "create", percent="101")
        self.form("commission", "end", rule=to_global_id("CommissionRule", rule.pk))
        rule.refresh_from_db()
        assert rule.effective_to is not None

    def test_a_failed_refund_is_tried_again(self) -> None:
        part = earn()
        give_back(part, "12.00")
        refund = Refund.objects.get()
        settle_refund(refund.pk, RefundStatus.FAILED, code="BANK_CLOSED")
        html = read(self.browser, f"{DESK}/refunds")
        assert "BANK_CLOSED" in html
        assert part.order.number in html
        self.form("refunds", "retry", refund=to_global_id("Refund", refund.pk))
        refund.refresh_from_db()
        assert refund.status != RefundStatus.FAILED
        for state in ("DUE", "SENT", "nonsense"):
            read(self.browser, f"{DESK}/refunds?state={state}")

    def test_credit_is_paid_back_or_used_by_its_buyer(self) -> None:
        buyer = make_user()
        overpaid = make_order((make_chair(), 1), user=buyer)
        more = overpaid.total.gross + Money(Decimal(10), overpaid.currency)
        mark_as_paid(order_id=overpaid.pk, reference="S-9", by=self.operator, amount=more)
        kept = BuyerCredit.objects.get(order=overpaid)
        waiting = make_order((make_chair(), 1), user=buyer)
        shop = sign_in(Client(), buyer)
        assert overpaid.number in read(shop, "/en/eu/account/credit")
        used = {"creditOf": to_global_id("Order", overpaid.pk), "order": to_global_id("Order", waiting.pk)}
        carried_out(shop, "/en/eu/account/credit", "use", **used)
        before = kept.available
        kept.refresh_from_db()
        assert kept.available < before
        BuyerCredit.objects.filter(pk=kept.pk).update(used_amount=0)
        assert overpaid.number in read(self.browser, f"{DESK}/credit")
        stranger = sign_in(Client(), make_user())
        assert overpaid.number not in read(stranger, "/en/eu/account/credit")
        assert "Nothing is kept for you" in read(stranger, "/en/eu/account/credit")

    def test_a_buyer_may_pay_later_until_that_is_ended(self) -> None:
        buyer = make_user()
        given = {"userEmail": buyer.email, "limit": "5000", "currency": "eur", "netDays": "30"}
        assert buyer.email in self.form("buyer-terms", "give", **given)
        assert "30 days" in read(sign_in(Client(), buyer), "/en/eu/account/credit")
        assert refused(self.browser, f"{DESK}/buyer-terms", "give", **{**given, "userEmail": "nobody@example.org"})
        self.form("buyer-terms", "end", terms=to_global_id("BuyerTerms", BuyerTerms.objects.get().pk))
        assert "Nobody yet" in read(self.browser, f"{DESK}/buyer-terms")
        assert buyer.email in read(self.browser, f"{DESK}/buyer-terms?state=all&q={buyer.email[:5]}")

    def test_calendars_of_payouts(self) -> None:
        assert "No calendar yet" in read(self.browser, f"{DESK}/payouts/calendars")
        given = {"frequency": "MONTHLY", "day": "15", "currency": "eur", "minimum": "20"}
        assert "on day 15" in self.form("payouts/calendars", "save", **given)
        schedule = PayoutSchedule.objects.get()
        assert schedule.minimum("EUR") == Money(Decimal("20.00"), "EUR")
        assert refused(self.browser, f"{DESK}/payouts/calendars", "save", **{**given, "day": "31"})

    def test_returns_of_all_sellers(self) -> None:
        assert "No return fits" in read(self.browser, f"{DESK}/returns")
        wanted: ReturnRequest = make_return(make_delivered_order((make_chair(), 1)).seller_orders.get())
        for query in ("", "?state=ALL", f"?state=ALL&q={wanted.number[-4:]}"):
            assert wanted.number in read(self.browser, f"{DESK}/returns{query}")
        assert wanted.number not in read(self.browser, f"{DESK}/returns?state=UNDER_WAY")

    def test_reported_messages_are_decided(self) -> None:
        page = f"{DESK}/message-reports"
        assert "When somebody reports a message" in read(self.browser, page)
        for action, status in (("remove", "UPHELD"), ("keep", "DISMISSED")):
            report = _report()
            assert "Looks like fraud" in read(self.browser, page)
            key = to_global_id("MessageReport", report.pk)
            self.form("message-reports", action, report=key, **{f"decision-{key}": "Asked for a transfer outside"})
            report.refresh_from_db()
            assert report.status == status
            assert "Asked for a transfer outside" in read(self.browser, f"{page}?state={status}")

    def test_menus_have_entries_below_entries(self) -> None:
        self.form("menus", "create", name="Guide", slug="guide")
        html = read(self.browser, f"{DESK}/menus")
        assert "Nothing is in it yet" in html
        menu = to_global_id("Menu", Menu.objects.get().pk)
        self.form("menus", "add", menu=menu, name="Buying", url="/en/eu/products")
        below = to_global_id("MenuItem", MenuItem.objects.get().pk)
        html = self.form("menus", "add", menu=f"{menu} {below}", name="Chairs", url="/en/eu/categories")
        assert 'class="depth-1">Chairs' in html
        assert "Guide › Buying" in html

    def test_nobody_else_gets_in(self) -> None:
        visitor = sign_in(Client(), make_user())
        for page in ("commission", "refunds", "credit", "buyer-terms", "payouts/calendars", "returns",
                     "message-reports"):  # fmt: skip
            assert visitor.get(f"{DESK}/{page}").status_code == 403, page
            assert Client().get(f"{DESK}/{page}").status_code == 302, page


def _report() -> MessageReport:
    message = make_message(text="Pay me directly")
    owner = make_user()
    reason = MessageReportReason.FRAUD
    return report_message(message=message, reporter=owner, reason=reason, text="Strange", now=message.created_at)
