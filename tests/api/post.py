"""What banks say and what is written to people, for the world of the API."""

from typing import Any

from django.utils import timezone

from marketplace.accounts.mail.letter import Letter
from marketplace.accounts.mail.outgoing_letter import LetterState, OutgoingLetter
from marketplace.accounts.mail.post import post
from marketplace.accounts.models import User
from orders.bank_statements.entry import BankEntry
from orders.bank_statements.ignore_entry import ignore_entry
from orders.bank_statements.import_statement import import_statement
from orders.bank_statements.match_entry import match_payment
from orders.bank_statements.statement import BankStatement
from orders.lifecycle.order import Order
from tests.factories.orders import make_order
from tests.orders.bank_statements.samples import camt, transfer


def make_post(order: Order, variant: Any, operator: User) -> dict[str, Any]:
    """A line of each state: one that names ``order`` without doubt, one of a paid order, one that was set aside."""
    paid = make_order((variant, 1))
    content = camt(
        _all_of(order, "B-1"),
        _all_of(paid, "B-2"),
        transfer("0.40", text="Rente", bank_reference="B-3"),
        transfer("9.00", text="Terug", direction="DBIT", bank_reference="B-4"),
    )
    import_statement(content=content, file_name="statement.xml", by=operator)
    entries = {entry.bank_reference: entry for entry in BankEntry.objects.all()}
    match_payment(entry_id=entries["B-2"].pk, payment_id=paid.payments.get().pk, by=operator)
    ignore_entry(entry_id=entries["B-3"].pk, reason="interest", by=operator)
    return {
        "bank_entry": entries["B-1"],
        "matched_entry": entries["B-2"],
        "bank_statement": BankStatement.objects.get(),
        "payment": order.payments.get(),
        "refused_letter": _refused(1),
    }


def more_post(variant: Any, operator: User, number: int) -> None:
    order = make_order((variant, 1))
    content = camt(_all_of(order, f"M-{number}"), transfer("1.00", bank_reference=f"N-{number}"), reference=f"{number}")
    import_statement(content=content, file_name="more.xml", by=operator)
    _refused(number)


def _all_of(order: Order, bank_reference: str) -> str:
    return transfer(f"{order.total.gross.amount:.2f}", text=order.number, bank_reference=bank_reference)


def _refused(number: int) -> OutgoingLetter:
    letter = post(Letter("A", "en", ["Words."]), to=f"gone{number}@example.org", kind="SAMPLE")
    letter.state, letter.ended_at, letter.attempts = LetterState.REFUSED, timezone.now(), 1
    letter.save()
    return letter
