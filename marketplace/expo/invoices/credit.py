"""``credit_invoice``: take an invoice back, whole or in part, by a paper of its own."""

from datetime import date, datetime
from decimal import Decimal

from django.db import transaction

from catalog.refusal import Problem, refuse_any
from i18n.messages import gettext
from i18n.messages import gettext_noop as _
from i18n.money import Money
from i18n.today import day_here
from marketplace.accounts.models import User
from marketplace.expo import texts
from marketplace.expo.contracts.paper import PaperKind
from marketplace.expo.invoices.balance import balance_of
from marketplace.expo.invoices.invoice import FairInvoice
from marketplace.expo.invoices.issue import line_as_data, make_paper, store_lines
from marketplace.expo.invoices.letters import write_about_credit
from marketplace.expo.invoices.lines import EXTRA, LineDraft
from marketplace.expo.locks import lock_expo, lock_invoice
from marketplace.expo.packages.organiser import Organiser

LONGEST_REASON = 500


def credit_invoice(
    *, invoice: FairInvoice, net: Money | None, reason: str, by: User | None, now: datetime
) -> FairInvoice:
    """A credit note of ``net`` and the tax on it, or of all that is left of the invoice. Raises ``Refused``.

    All notes of an invoice together never exceed it, to the last đồng or cent: the note that empties it takes whatever
    tax is left.
    """
    tidy = texts.tidy(reason)
    with transaction.atomic():
        lock_expo(invoice.exhibitor.expo_id)
        locked = lock_invoice(invoice.pk)
        left = _left(locked)
        wanted = left[0] if net is None else net
        refuse_any(_problems(locked, wanted, left[0], tidy))
        vat = left[1] if wanted == left[0] else (wanted * Decimal(locked.vat_rate)).quantize()
        return _write(locked, wanted, vat, tidy, by=by, day=day_here(now))


def _left(invoice: FairInvoice) -> tuple[Money, Money]:
    """What no note has taken back yet: net and tax."""
    net, vat = invoice.net, invoice.vat
    for note in FairInvoice.objects.filter(corrects=invoice):
        net, vat = net + note.net, vat + note.vat
    return net.quantize(), vat.quantize()


def _problems(invoice: FairInvoice, net: Money, left: Money, reason: str) -> list[Problem]:
    problems = texts.lengths({"reason": reason}, {"reason": LONGEST_REASON}) if reason else [texts.required("reason")]
    if invoice.corrects_id is not None:
        problems.append(texts.invalid("id", _("A credit note cannot be credited.")))
    elif not Money.zero(left.currency) < net <= left or net.quantize() != net:
        message = _("Between 0 and %(left)s, what is left of the invoice before tax.")
        problems.append(texts.invalid("net_amount", message, left=f"{left.quantize().amount:f} {left.currency}"))
    return problems


def _write(invoice: FairInvoice, net: Money, vat: Money, reason: str, *, by: User | None, day: date) -> FairInvoice:
    exhibitor, organiser = invoice.exhibitor, Organiser.objects.get(expo_id=invoice.exhibitor.expo_id)
    name = gettext(invoice.paper.language, _("Credit for invoice %(number)s"), number=invoice.paper.number)
    line = LineDraft(EXTRA, name, Decimal(1), -net)
    said = {
        "currency": invoice.currency,
        "lines": [line_as_data(line)],
        "net": f"{-net.amount:f}",
        "vat": f"{-vat.amount:f}",
        "vat_rate": f"{invoice.vat_rate:f}",
        "vat_basis": invoice.vat_basis,
        "due_on": day.isoformat(),
        "refers_to": invoice.paper.number,
        "reason": reason,
    }
    note = FairInvoice.objects.create(
        exhibitor=exhibitor,
        paper=make_paper(exhibitor, organiser, PaperKind.CREDIT_NOTE, day, said),
        corrects=invoice,
        reason=reason,
        currency=invoice.currency,
        net_amount=-net.amount,
        vat_rate=invoice.vat_rate,
        vat_basis=invoice.vat_basis,
        vat_amount=-vat.amount,
        issued_on=day,
        due_on=day,
        issued_by=by,
    )
    store_lines(note, [line])
    write_about_credit(note, balance_of(invoice))
    return note
