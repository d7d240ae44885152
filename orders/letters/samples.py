"""Every letter about orders with made-up data, by its kind."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from decimal import Decimal

from i18n.money import Money
from marketplace.accounts.mail.letter import Letter
from orders.disputes.dispute import Dispute
from orders.disputes.states import DisputeStatus
from orders.invoicing.tax_invoice import TaxInvoice
from orders.letters import dispute_news, payout_news, quote_news, return_news, tax_invoice_news
from orders.letters import sample_order as made_up
from orders.letters.balance_due import STAGES, reminder_of
from orders.letters.order_canceled import cancellation_of
from orders.letters.order_changed import called_off, called_off_for_seller, new_address
from orders.letters.order_confirmation import confirmation_of
from orders.letters.order_shipped import announcement_of, delivery_of
from orders.letters.payment_received import acknowledgement_of, packing_request, receipt_of
from orders.letters.refund_news import owed_letter, sent_letter
from orders.letters.shipment_trouble import trouble_of
from orders.lifecycle.by import Role
from orders.lifecycle.order_event import OrderEvent
from orders.messages.conversation import Conversation
from orders.messages.reader import ConversationReader
from orders.messages.send_letters import letter_to
from orders.payments.refund import RefundReason
from orders.payouts.bank_accounts.account_letter import account_letter
from orders.payouts.bank_accounts.bank_account import SellerBankAccount
from orders.payouts.payout.payout import Payout
from orders.payouts.schedule.hold import PayoutHold
from orders.quotes.quote import Quote
from orders.quotes.quote_request import QuoteRequest
from orders.returns.return_request import ReturnRequest

Sample = Callable[[str], Letter]
REASON = "Lò nung bị hỏng."


def _money(amount: str) -> Money:
    return Money(Decimal(amount), "EUR")


def _called_off(language: str) -> Letter:
    return called_off(made_up.part(language), _step())


def _called_off_for_seller(language: str) -> Letter:
    return called_off_for_seller(made_up.part(language), _step(), made_up.reader(language))


def _step() -> OrderEvent:
    return OrderEvent(reason=REASON, parameters={"pieces": "2 × Ghế ăn gỗ tần bì"})


def _quote(words: str, side: Role) -> Sample:
    def compose(language: str) -> Letter:
        request = QuoteRequest(channel=made_up.channel(), language=language)
        quote = Quote(
            pk=made_up.KEY,
            number="BDQ-2026-000000",
            request=request,
            seller=made_up.seller(),
            valid_until=date(2026, 12, 4),
        )
        return quote_news.letter_about(quote, words, made_up.reader(language), side)

    return compose


def _return(status: str) -> Sample:
    def compose(language: str) -> Letter:
        if status in return_news.TO_BUYER:
            return return_news.letter_to_buyer(_request(language), status)
        return return_news.letter_to_seller(_request(language), status, made_up.reader(language))

    return compose


def _request(language: str) -> ReturnRequest:
    return ReturnRequest(
        pk=made_up.KEY,
        seller_order=made_up.part(language),
        number=f"{made_up.NUMBER}-1-R1",
        decision_note="Vui lòng đóng gói cẩn thận.",
        refund_amount=Decimal("84.50"),
        decide_by=made_up.NOON + timedelta(days=7),
        send_by=made_up.NOON + timedelta(days=14),
    )


def _return_asked(language: str) -> Letter:
    return return_news.letter_to_seller(_request(language), "REQUESTED", made_up.reader(language))


def _dispute(status: str, side: Role) -> Sample:
    def compose(language: str) -> Letter:
        dispute = Dispute(
            pk=made_up.KEY,
            seller_order=made_up.part(language),
            number=f"{made_up.NUMBER}-1-D1",
            refunded_amount=Decimal("84.50"),
            due_at=made_up.NOON + timedelta(days=7),
        )
        if side == Role.BUYER:
            return dispute_news.letter_to_buyer(dispute, status)
        return dispute_news.letter_to_seller(dispute, status, made_up.reader(language))

    return compose


def _message(language: str) -> Letter:
    person = made_up.reader(language)
    conversation = Conversation(
        pk=made_up.KEY, buyer=person, seller=made_up.seller(), seller_order=made_up.part(language)
    )
    return letter_to(ConversationReader(conversation=conversation, user=person), 3)


def _payout_account(language: str) -> Letter:
    account = SellerBankAccount(
        seller=made_up.seller(),
        currency="EUR",
        holder="CONG TY TNHH MOC VI DU",
        bank_name="Ngân hàng Minh họa (hư cấu)",
        account_number="00000001",
        account_tail="0001",
        usable_from=made_up.NOON + timedelta(days=3),
    )
    return account_letter(account, made_up.reader(language), made_up.NOON.isoformat())


def _reminder(stage: str) -> Sample:
    def compose(language: str) -> Letter:
        return reminder_of(made_up.balance(language, timedelta(days=3)), stage, None)

    return compose


def _goods() -> list[tuple[str, str]]:
    return [(line.product_name, f"{line.quantity} ×") for line in made_up.lines()]


def _payout(status: str) -> Sample:
    def compose(language: str) -> Letter:
        payout = Payout(
            pk=made_up.KEY,
            number="PO261120-000000",
            seller=made_up.seller(),
            currency="EUR",
            amount=Decimal("512.10"),
            bank_name="Ngân hàng Minh họa (hư cấu)",
            account_tail="0001",
            reference="VD-9",
            status=status,
        )
        return payout_news.payout_letter(payout, made_up.reader(language), "AC04" if status == "REJECTED" else "")

    return compose


def _hold(language: str) -> Letter:
    hold = PayoutHold(seller=made_up.seller(), reason="Tài khoản ngân hàng cần được xác nhận.")
    return payout_news.hold_letter(hold, made_up.reader(language))


def _tax_invoice(language: str, due: date | None = None) -> TaxInvoice:
    return TaxInvoice(
        pk=made_up.KEY,
        seller_order=made_up.part(language),
        currency="EUR",
        series="1C26TBD",
        position=12,
        due_on=due,
        refusal="Mã số thuế của người mua không đúng.",
    )


def _invoice_due(stage: str) -> Sample:
    due = None if stage == "CLEARANCE" else date(2026, 11, 23)
    return lambda code: tax_invoice_news.reminder_of(_tax_invoice(code, due), stage, made_up.reader(code))


def _invoice_rejected(language: str) -> Letter:
    return tax_invoice_news.rejection_of(_tax_invoice(language), made_up.reader(language))


SAMPLES: Mapping[str, Sample] = {
    "ORDER_CONFIRMATION": lambda code: confirmation_of(made_up.order(code), made_up.lines(), made_up.instructions()),
    "PAYMENT_RECEIVED": lambda code: receipt_of(made_up.order(code), made_up.instalments()),
    "CHARGE_RECEIVED": lambda code: acknowledgement_of(
        made_up.order(code), _money("211.02"), made_up.instalments(), _money("7.00")
    ),
    "TO_PACK": lambda code: packing_request(made_up.part(code), made_up.lines(), made_up.reader(code)),
    "SHIPPED": lambda code: announcement_of(made_up.part(code), _goods(), made_up.shipment()),
    "DELIVERED": lambda code: delivery_of(made_up.part(code)),
    "SHIPMENT_TROUBLE:BUYER": lambda code: trouble_of(made_up.part(code), made_up.alert()),
    "CANCELED": lambda code: cancellation_of(made_up.part(code), reason=REASON, owed=_money("577.40")),
    "PARTLY_CANCELED": _called_off,
    "PARTLY_CANCELED:SELLER": _called_off_for_seller,
    "ADDRESS_CHANGED": lambda code: new_address(made_up.part(code), made_up.reader(code)),
    "REFUND_DUE": lambda code: owed_letter(made_up.refund(code, RefundReason.GOODWILL)),
    "REFUND_SENT": lambda code: sent_letter(made_up.refund(code, RefundReason.GOODWILL)),
    "BALANCE_DUE:READY": lambda code: reminder_of(made_up.balance(code), "READY", made_up.instructions()),
    **{f"BALANCE_DUE:{stage}": _reminder(stage) for stage in STAGES if stage != "READY"},
    "QUOTE_REQUESTED": _quote(quote_news.REQUESTED, Role.SELLER),
    "QUOTE_OFFERED": _quote(quote_news.OFFERED, Role.BUYER),
    "QUOTE_COUNTERED": _quote(quote_news.COUNTERED, Role.SELLER),
    "QUOTE_ACCEPTED": _quote(quote_news.ACCEPTED, Role.SELLER),
    "QUOTE_DECLINED": _quote(quote_news.DECLINED, Role.BUYER),
    "QUOTE_WITHDRAWN": _quote(quote_news.WITHDRAWN, Role.SELLER),
    "QUOTE_EXPIRED": _quote(quote_news.EXPIRED, Role.BUYER),
    "MESSAGES": _message,
    "PAYOUT_ACCOUNT": _payout_account,
    **{f"PAYOUT:{status}": _payout(status) for status in payout_news.TOLD},
    "PAYOUT:HELD": _hold,
    **{f"TAX_INVOICE_DUE:{stage}": _invoice_due(stage) for stage in tax_invoice_news.STAGES},
    "TAX_INVOICE_REJECTED": _invoice_rejected,
    "RETURN:REQUESTED:SELLER": _return_asked,
    **{f"RETURN:{status}": _return(status) for status in [*return_news.TO_BUYER, *return_news.TO_SELLER]},
    **{f"DISPUTE:{status}": _dispute(status, Role.BUYER) for status in DisputeStatus},
    **{f"DISPUTE_SELLER:{status}": _dispute(status, Role.SELLER) for status in DisputeStatus},
    "DISPUTE_SAID": _dispute(dispute_news.WRITTEN, Role.BUYER),
}
