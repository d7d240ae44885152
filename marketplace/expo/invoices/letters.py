"""What an exhibitor's managers are written about money, each in their own language."""

from i18n.formatting import format_date, format_money
from i18n.messages import gettext_noop as _
from i18n.money import Money
from marketplace.accounts.mail.write import LetterText, write_to_address
from marketplace.expo.invoices.balance import Balance, balance_of
from marketplace.expo.invoices.invoice import FairInvoice
from marketplace.expo.invoices.payment import FairPayment
from marketplace.expo.local_name import local_name
from marketplace.expo.people.desk_link import desk_link
from marketplace.expo.people.readers import managers_of

ISSUED = LetterText(
    kind="FAIR_INVOICE_ISSUED",
    subject=_("Invoice %(number)s for %(fair)s"),
    body=_(
        "Hello %(name)s,\n\n"
        "invoice %(number)s for %(firm)s at %(fair)s is ready: %(amount)s, to be paid by bank transfer until %(day)s. "
        "The account is on the invoice; please give its number as the reference.\n\n"
        "%(link)s"
    ),
)
SOON = LetterText(
    kind="FAIR_INVOICE_DUE_SOON",
    subject=_("Invoice %(number)s is due on %(day)s"),
    body=_(
        "Hello %(name)s,\n\n"
        "%(amount)s of invoice %(number)s for %(firm)s at %(fair)s is to be paid until %(day)s.\n\n"
        "%(link)s"
    ),
)
LATE = LetterText(
    kind="FAIR_INVOICE_OVERDUE",
    subject=_("Invoice %(number)s is overdue"),
    body=_(
        "Hello %(name)s,\n\n"
        "%(amount)s of invoice %(number)s for %(firm)s at %(fair)s was to be paid until %(day)s and has not come in "
        "yet. If you have paid meanwhile, please send us the bank's confirmation.\n\n"
        "%(link)s"
    ),
)
PAID = LetterText(
    kind="FAIR_PAYMENT_RECEIVED",
    subject=_("We have received your payment for invoice %(number)s"),
    body=_(
        "Hello %(name)s,\n\n"
        "%(sum)s for invoice %(number)s of %(firm)s at %(fair)s has come in. Still to be paid: %(amount)s.\n\n"
        "%(link)s"
    ),
)
CREDITED = LetterText(
    kind="FAIR_CREDIT_NOTE_ISSUED",
    subject=_("Credit note %(number)s for %(fair)s"),
    body=_(
        "Hello %(name)s,\n\n"
        "the organiser has issued credit note %(number)s for %(firm)s at %(fair)s: %(sum)s, for this reason:\n\n"
        "%(reason)s\n\n"
        "Still to be paid of the invoice: %(amount)s.\n\n"
        "%(link)s"
    ),
)


def write_about_invoice(invoice: FairInvoice, letter: LetterText = ISSUED) -> int:
    """To every manager; returns how many letters there are."""
    return _write(invoice, letter, balance_of(invoice))


def write_about_payment(payment: FairPayment, balance: Balance) -> int:
    return _write(payment.invoice, PAID, balance, received=payment.money)


def write_about_credit(note: FairInvoice, balance: Balance) -> int:
    return _write(note, CREDITED, balance, received=-note.gross, reason=note.reason)


def _write(
    invoice: FairInvoice, letter: LetterText, balance: Balance, *, received: Money | None = None, reason: str = ""
) -> int:
    exhibitor = invoice.exhibitor
    readers = managers_of(exhibitor)
    for reader in readers:
        language = reader.language
        write_to_address(
            reader.email,
            language,
            letter,
            name=reader.name,
            firm=exhibitor.name,
            fair=local_name(exhibitor.expo, language),
            number=invoice.paper.number,
            amount=format_money(balance.owed, language),
            day=format_date(invoice.due_on, language, "long"),
            link=desk_link(exhibitor, language, "documents"),
            reason=reason,
            sum=format_money(received, language) if received is not None else "",
        )
    return len(readers)
