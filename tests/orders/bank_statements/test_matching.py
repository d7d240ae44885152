"""From a bank's file to an order that is paid, and back."""

from decimal import Decimal
from typing import Any

import pytest
from django.db.models import Sum

from i18n.money import Money
from marketplace.accounts.models import User
from orders.bank_statements.entry import BankEntry, EntryStatus, IllegalEntryMove
from orders.bank_statements.ignore_entry import ignore_entry
from orders.bank_statements.import_statement import Imported, UnknownAccount, import_statement
from orders.bank_statements.match import BankMatch
from orders.bank_statements.match_entry import (
    WrongAmount,
    WrongCurrency,
    WrongDirection,
    match_exact,
    match_payment,
    match_refund,
)
from orders.bank_statements.parsed import BadStatement
from orders.bank_statements.suggest import Reason, suggestions_for
from orders.bank_statements.undo_entry import undo_entry
from orders.fulfillment.pack import pack_seller_order
from orders.lifecycle.cancel import cancel_order
from orders.lifecycle.order import Order
from orders.models import Instalment, Payment, Refund
from orders.payments.credit import BuyerCredit
from orders.payments.paid import may_ship
from orders.payments.payment import PaymentStatus
from orders.payments.refund import RefundStatus
from orders.payments.undo_charge import ChargeNotUndone
from orders.payouts.ledger.account import AccountKind
from orders.payouts.ledger.transaction import LedgerEntry
from tests.factories.accounts import make_user
from tests.factories.orders import BUYER, SELLER, make_chair, make_order
from tests.orders.bank_statements.samples import camt, table, transfer

pytestmark = pytest.mark.django_db


@pytest.fixture
def staff() -> User:
    return make_user(staff_roles=["operator"])


def bring(staff: User, *entries: str, **more: Any) -> Imported:
    return import_statement(content=camt(*entries, **more), file_name="statement.xml", by=staff)


def total(order: Order) -> str:
    return f"{order.total.gross.amount:.2f}"


def only_entry() -> BankEntry:
    return BankEntry.objects.get()


def posted(kind: AccountKind) -> Decimal:
    """The sum of all entries of the accounts of a kind: debits less credits."""
    found = LedgerEntry.objects.filter(account__kind=kind).aggregate(sum=Sum("amount"))["sum"]
    return found or Decimal(0)


def test_the_same_file_twice_changes_nothing_and_an_overlapping_one_adds_what_is_new(staff: User) -> None:
    first = bring(staff, transfer("5.00", text="a"), transfer("5.00", text="a"))
    assert (first.new_entries, first.known_entries) == (2, 0)
    again = bring(staff, transfer("5.00", text="a"), transfer("5.00", text="a"))
    assert (again.new_entries, again.known_entries) == (0, 2)
    assert [one.pk for one in again.statements] == [one.pk for one in first.statements]
    more = bring(staff, transfer("5.00", text="a"), transfer("5.00", text="a"), transfer("6.00"), reference="2")
    assert (more.new_entries, more.known_entries) == (1, 2)
    assert BankEntry.objects.count() == 3


def test_a_statement_of_somebody_elses_account_is_refused_whole(staff: User) -> None:
    with pytest.raises(UnknownAccount):
        bring(staff, transfer("5.00"), account="NL00TEST0000000001")
    with pytest.raises(UnknownAccount):
        bring(staff, transfer("5.00"), currency="USD")
    assert not BankEntry.objects.exists()


def test_a_file_that_is_none_leaves_nothing(staff: User) -> None:
    for content in (b"", b"\x89PNG\r\n", b"x" * (9 * 1024 * 1024)):
        with pytest.raises(BadStatement):
            import_statement(content=content, file_name="x", by=staff, currency="EUR")


def test_columns_that_a_person_chose_are_remembered_for_the_account(staff: User) -> None:
    from orders.bank_statements.csv_mapping import Column, CsvMapping
    from orders.bank_statements.read_csv import MappingNeeded

    content = table([["Wann", "Wieviel", "Wofür"], ["20.11.2026", "5,50", "x"]])
    with pytest.raises(MappingNeeded):
        import_statement(content=content, file_name="a.csv", by=staff, currency="EUR")
    mapping = CsvMapping({Column.DATE: "Wann", Column.AMOUNT: "Wieviel", Column.TEXT: "Wofür"})
    import_statement(content=content, file_name="a.csv", by=staff, currency="EUR", mapping=mapping)
    later = table([["Wann", "Wieviel", "Wofür"], ["21.11.2026", "7,50", "y"]])
    assert import_statement(content=later, file_name="b.csv", by=staff, currency="EUR").new_entries == 1


def test_reference_and_amount_leave_no_doubt_and_pay_the_order(staff: User) -> None:
    order = make_order()
    reference = order.payments.get().reference
    bring(staff, transfer(total(order), reference=reference, bank_reference="B-1"))
    (best,) = suggestions_for([only_entry()])[only_entry().pk]
    assert best.is_exact
    assert best.reasons == (Reason.REFERENCE, Reason.AMOUNT)
    assert match_exact(by=staff) == 1
    assert match_exact(by=staff) == 0
    order.refresh_from_db()
    payment = order.payments.get()
    assert order.status == "UNFULFILLED"
    assert (payment.status, payment.charged) == (PaymentStatus.CHARGED, order.total.gross)
    assert only_entry().status == EntryStatus.MATCHED
    assert posted(AccountKind.PROVIDER_FUNDS) == order.total_amount


@pytest.mark.parametrize("written", ["{number}", "order {bare} thanks", "INV/PF-{number}/x", "{spaced}", "xx{rf}yy"])
def test_a_number_is_found_in_what_people_write(staff: User, written: str) -> None:
    order = make_order()
    text = written.format(
        number=order.number,
        bare=order.number.replace("-", "").lower(),
        spaced=order.number.replace("-", " "),
        rf=order.payments.get().reference,
    )
    bring(staff, transfer(total(order), text=text))
    assert suggestions_for([only_entry()])[only_entry().pk][0].is_exact


def test_an_amount_alone_or_a_name_is_a_hint_for_people_only(staff: User) -> None:
    order = make_order()
    bring(staff, transfer(total(order), name="Voorbeeld, Sanne"))
    (hint,) = suggestions_for([only_entry()])[only_entry().pk]
    assert hint.reasons == (Reason.AMOUNT, Reason.NAME)
    assert not hint.is_exact
    assert match_exact(by=staff) == 0


def test_a_transfer_that_names_two_orders_is_left_to_people(staff: User) -> None:
    one, other = make_order(), make_order((make_chair(price="99.00"), 1))
    bring(staff, transfer(total(one), text=f"{one.number} and {other.number}"))
    found = suggestions_for([only_entry()])[only_entry().pk]
    assert {suggestion.order for suggestion in found} == {one, other}
    assert not any(suggestion.is_exact for suggestion in found)


def test_a_part_leaves_the_order_waiting_and_the_rest_pays_it(staff: User) -> None:
    order = make_order()
    payment = order.payments.get()
    bring(staff, transfer("20.00", reference=payment.reference, bank_reference="B-1"))
    assert suggestions_for([only_entry()])[only_entry().pk][0].reasons == (Reason.REFERENCE, Reason.PART_OF_AMOUNT)
    assert match_exact(by=staff) == 0
    match_payment(entry_id=only_entry().pk, payment_id=payment.pk, by=staff)
    payment.refresh_from_db()
    assert payment.status == PaymentStatus.PARTLY_CHARGED
    rest = order.total.gross - Money(Decimal(20), "EUR")
    bring(staff, transfer(f"{rest.amount:.2f}", reference=payment.reference, bank_reference="B-2"), reference="2")
    assert match_exact(by=staff) == 1
    order.refresh_from_db()
    assert order.status == "UNFULFILLED"


def test_what_is_too_much_is_kept_as_credit(staff: User) -> None:
    order = make_order()
    too_much = order.total.gross + Money(Decimal(7), "EUR")
    bring(staff, transfer(f"{too_much.amount:.2f}", text=order.number))
    match_payment(entry_id=only_entry().pk, payment_id=order.payments.get().pk, by=staff)
    assert BuyerCredit.objects.get().available == Money(Decimal(7), "EUR")
    assert posted(AccountKind.BUYER_CREDIT) == -7


def test_a_second_transfer_for_a_paid_order_is_no_exact_match_and_becomes_credit(staff: User) -> None:
    order = make_order()
    for number in ("1", "2"):
        entry = transfer(total(order), text=order.number, bank_reference=f"B-{number}")
        bring(staff, entry, reference=number)
    assert match_exact(by=staff) == 1
    second = BankEntry.objects.get(status=EntryStatus.OPEN)
    (found,) = suggestions_for([second])[second.pk]
    assert found.reasons == (Reason.ORDER_NUMBER, Reason.NOTHING_OPEN)
    match_payment(entry_id=second.pk, payment_id=order.payments.get().pk, by=staff)
    assert BuyerCredit.objects.get().available == order.total.gross


def test_another_currency_or_direction_pays_nothing(staff: User) -> None:
    order = make_order()
    bring(staff, transfer(total(order), text=order.number, currency="USD"))
    (found,) = suggestions_for([only_entry()])[only_entry().pk]
    assert Reason.OTHER_CURRENCY in found.reasons
    assert not found.is_possible
    payment = order.payments.get()
    with pytest.raises(WrongCurrency):
        match_payment(entry_id=only_entry().pk, payment_id=payment.pk, by=staff)
    BankEntry.objects.update(currency="EUR", direction="DEBIT")
    with pytest.raises(WrongDirection):
        match_payment(entry_id=only_entry().pk, payment_id=payment.pk, by=staff)
    assert not LedgerEntry.objects.exists()
    assert not BankMatch.objects.exists()


def test_a_wrong_match_is_undone_by_entries_the_other_way_round(staff: User) -> None:
    wrong, right = make_order(), make_order()
    bring(staff, transfer(total(wrong), text="no reference", bank_reference="B-1"))
    entry = only_entry()
    match_payment(entry_id=entry.pk, payment_id=wrong.payments.get().pk, by=staff)
    undo_entry(entry_id=entry.pk, reason="another buyer's", by=staff)
    wrong.refresh_from_db()
    payment = wrong.payments.get()
    assert wrong.status == "UNPAID"
    assert [part.status for part in wrong.seller_orders.all()] == ["AWAITING_PAYMENT"]
    assert (payment.status, payment.charged.amount) == (PaymentStatus.PENDING, 0)
    assert posted(AccountKind.PROVIDER_FUNDS) == posted(AccountKind.BUYER_FUNDS) == 0
    assert [match.money.amount for match in BankMatch.objects.all()] == [wrong.total_amount, -wrong.total_amount]
    match_payment(entry_id=entry.pk, payment_id=right.payments.get().pk, by=staff)
    right.refresh_from_db()
    assert right.status == "UNFULFILLED"
    match_payment_again = transfer(total(wrong), text=wrong.number, bank_reference="B-2")
    bring(staff, match_payment_again, reference="2")
    assert match_exact(by=staff) == 1
    wrong.refresh_from_db()
    assert wrong.status == "UNFULFILLED"


def test_an_overpayment_is_undone_with_its_credit_and_the_first_transfer_stays(staff: User) -> None:
    order = make_order()
    payment = order.payments.get()
    bring(staff, transfer(total(order), bank_reference="B-1"), transfer("30.00", bank_reference="B-2"))
    first, second = BankEntry.objects.order_by("-amount")
    for entry in (first, second):
        match_payment(entry_id=entry.pk, payment_id=payment.pk, by=staff)
    undo_entry(entry_id=second.pk, reason="wrong", by=staff)
    order.refresh_from_db()
    payment.refresh_from_db()
    assert order.status == "UNFULFILLED"
    assert BuyerCredit.objects.get().available.amount == 0
    assert payment.charged == order.total.gross
    assert posted(AccountKind.PROVIDER_FUNDS) == order.total_amount


def test_money_that_went_back_already_is_not_undone(staff: User) -> None:
    order = make_order()
    bring(staff, transfer(total(order), text=order.number))
    match_exact(by=staff)
    cancel_order(order_id=order.pk, by=BUYER, reason="")
    with pytest.raises(ChargeNotUndone):
        undo_entry(entry_id=only_entry().pk, reason="x", by=staff)
    assert only_entry().status == EntryStatus.MATCHED
    assert BankMatch.objects.count() == 1


def test_a_refund_that_left_is_found_and_settled_and_its_undoing_owes_it_again(staff: User) -> None:
    order = make_order()
    bring(staff, transfer(total(order), text=order.number))
    match_exact(by=staff)
    cancel_order(order_id=order.pk, by=BUYER, reason="")
    refund = Refund.objects.get()
    sent = transfer(total(order), text=f"Terug {order.number}", direction="DBIT", bank_reference="OUT-1")
    bring(staff, sent, transfer("1.00", direction="DBIT", bank_reference="OUT-2"), reference="2")
    for _time in range(2):
        assert match_exact(by=staff) == 1
        refund.refresh_from_db()
        assert (refund.status, refund.reference) == (RefundStatus.DONE, "OUT-1")
        assert posted(AccountKind.PROVIDER_FUNDS) == 0
        out = BankEntry.objects.get(bank_reference="OUT-1")
        undo_entry(entry_id=out.pk, reason="another's", by=staff)
        refund.refresh_from_db()
        assert refund.status == RefundStatus.DUE
        assert posted(AccountKind.PROVIDER_FUNDS) == order.total_amount
    other = BankEntry.objects.get(bank_reference="OUT-2")
    with pytest.raises(WrongAmount):
        match_refund(entry_id=other.pk, refund_id=refund.pk, by=staff)


def test_what_is_ignored_is_left_alone_until_it_is_taken_up_again(staff: User) -> None:
    order = make_order()
    bring(staff, transfer(total(order), text=order.number))
    entry = only_entry()
    ignore_entry(entry_id=entry.pk, reason="interest", by=staff)
    assert match_exact(by=staff) == 0
    payment = order.payments.get()
    for refused in (
        lambda: ignore_entry(entry_id=entry.pk, reason="", by=staff),
        lambda: match_payment(entry_id=entry.pk, payment_id=payment.pk, by=staff),
    ):
        with pytest.raises(IllegalEntryMove):
            refused()
    undo_entry(entry_id=entry.pk, reason="", by=staff)
    assert match_exact(by=staff) == 1
    assert [event.type for event in entry.events.all()] == ["IMPORTED", "IGNORED", "UNDONE", "MATCHED"]


def test_a_hundred_entries_are_compared_in_as_many_statements_as_one(
    staff: User, django_assert_max_num_queries: Any
) -> None:
    orders = [make_order() for _ in range(3)]
    bring(staff, *[transfer(total(order), text=order.number, bank_reference=order.number) for order in orders])
    with django_assert_max_num_queries(4):
        found = suggestions_for(list(BankEntry.objects.all()))
    assert sum(one.is_exact for suggestions in found.values() for one in suggestions) == 3
    assert Payment.objects.count() == 3


def test_deposit_and_balance_under_one_reference_are_each_found_by_what_is_open(staff: User) -> None:
    order = make_order()
    payment = order.payments.get()
    deposit, rest = Decimal("30.00"), order.total_amount - 30
    Instalment.objects.filter(order=order).update(kind="DEPOSIT", amount=deposit)
    Payment.objects.filter(order=order).update(amount=deposit)
    facts = {"kind": "BALANCE", "amount": rest, "needed_for": "SHIP", "position": 2, "currency": "EUR"}
    Instalment.objects.create(order=order, **facts)
    for number, amount in enumerate((deposit, rest)):
        entry = transfer(f"{amount:.2f}", reference=payment.reference, bank_reference=f"B-{number}")
        bring(staff, entry, reference=f"{number}")
        assert match_exact(by=staff) == 1
    assert not [row for row in Instalment.objects.filter(order=order) if row.owed]
    assert posted(AccountKind.BUYER_CREDIT) == 0


def test_what_is_being_packed_goes_on_after_an_undoing_and_is_confirmed_by_the_right_money(staff: User) -> None:
    order = make_order()
    bring(staff, transfer(total(order), text=order.number, bank_reference="B-1"))
    match_exact(by=staff)
    part = order.seller_orders.get()
    pack_seller_order(seller_order_id=part.pk, by=SELLER)
    undo_entry(entry_id=only_entry().pk, reason="another's", by=staff)
    part.refresh_from_db()
    order.refresh_from_db()
    assert part.status == "PACKING"
    assert not may_ship(part)
    bring(staff, transfer(total(order), text=order.number, bank_reference="B-2"), reference="2")
    BankEntry.objects.filter(bank_reference="B-1").update(status=EntryStatus.IGNORED)
    assert match_exact(by=staff) == 1
    part = type(part).objects.select_related("order").get(pk=part.pk)
    assert may_ship(part)
