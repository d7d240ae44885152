"""``issue_invoice``: bill an exhibitor for its place at a fair, and for whatever staff add."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from django.db import transaction

from catalog.pricing.tax_rate import TaxRate, tax_rate
from catalog.refusal import Problem, Refused, refuse_any
from i18n.messages import gettext_noop as _
from i18n.money import sum_money
from i18n.today import day_here
from marketplace.accounts.models import User
from marketplace.events.publish import publish
from marketplace.expo import texts
from marketplace.expo.applications.application import FairApplication
from marketplace.expo.contracts.events import FairPaperIssued
from marketplace.expo.contracts.issue import applicant_as_data, organiser_as_data
from marketplace.expo.contracts.numbers import next_number
from marketplace.expo.contracts.paper import FairPaper, PaperKind
from marketplace.expo.exhibitor import Exhibitor
from marketplace.expo.invoices.balance import balance_of
from marketplace.expo.invoices.invoice import FairInvoice, FairInvoiceLine
from marketplace.expo.invoices.letters import write_about_invoice
from marketplace.expo.invoices.lines import EXTRA, LineDraft, standard_lines
from marketplace.expo.local_name import local_name
from marketplace.expo.locks import lock_expo
from marketplace.expo.packages.organiser import Organiser

MOST_EXTRAS, LONGEST_NAME = 30, 250
MOST_QUANTITY, MOST_UNIT = Decimal(100_000), Decimal(1_000_000_000_000)


def issue_invoice(
    *,
    exhibitor: Exhibitor,
    currency: str,
    extras: Sequence[LineDraft] = (),
    with_standard: bool = True,
    by: User | None,
    now: datetime,
) -> FairInvoice:
    """Fix the lines, the tax of the day and the day it is due; number and paper follow. Raises ``Refused``.

    What follows from application and booths is billed once: a second invoice with it is refused until the first has
    been credited whole. The tax is that of a service performed in Viet Nam, whoever the exhibitor is.
    """
    day = day_here(now)
    refuse_any(_extra_problems(extras))
    with transaction.atomic():
        lock_expo(exhibitor.expo_id)
        organiser = Organiser.objects.filter(expo_id=exhibitor.expo_id).first()
        if organiser is None:
            message = _("Write down the organiser of this fair first: the invoice names it.")
            raise Refused(Problem("exhibitor_id", "NO_ORGANISER", message))
        language = language_of(exhibitor)
        standard = standard_lines(exhibitor, currency=currency, language=language, on=day) if with_standard else []
        refuse_any(_billed_already(exhibitor) if standard else [])
        lines = [*standard, *extras]
        if not lines:
            raise Refused(Problem("extras", "REQUIRED", _("There is nothing to charge in this currency.")))
        return _write(exhibitor, organiser, lines, tax_rate(country="VN", on=day), by=by, day=day)


def language_of(exhibitor: Exhibitor) -> str:
    """What its papers are written in: as it applied, else by where it is."""
    language = FairApplication.objects.filter(exhibitor=exhibitor).values_list("language", flat=True).first()
    return language or ("vi" if exhibitor.country == "VN" else "en")


def billed_as_data(exhibitor: Exhibitor) -> dict[str, str]:
    application = FairApplication.objects.filter(exhibitor=exhibitor).first()
    if application is not None:
        return applicant_as_data(application)
    blank = {"address": "", "contact_name": ""}
    return blank | {name: getattr(exhibitor, name) for name in ("name", "tax_code", "country", "email", "phone")}


def make_paper(
    exhibitor: Exhibitor, organiser: Organiser, kind: PaperKind, day: date, said: dict[str, Any]
) -> FairPaper:
    """The next paper of its kind; the caller holds the fair's lock."""
    sequence, number = next_number(organiser, kind)
    language = language_of(exhibitor)
    paper = FairPaper.objects.create(
        expo_id=exhibitor.expo_id,
        exhibitor=exhibitor,
        kind=kind,
        sequence=sequence,
        number=number,
        language=language,
        content={
            "organiser": organiser_as_data(organiser),
            "exhibitor": billed_as_data(exhibitor),
            "fair": local_name(exhibitor.expo, language),
            "refers_to": "",
            "reason": "",
            **said,
        },
        issued_on=day,
    )
    publish(FairPaperIssued(paper_id=str(paper.pk)))
    return paper


def line_as_data(line: LineDraft) -> dict[str, str]:
    return {
        "name": line.name,
        "quantity": f"{line.quantity.normalize():f}",
        "unit": f"{line.unit.amount:f}",
        "amount": f"{line.amount.amount:f}",
    }


def _write(
    exhibitor: Exhibitor, organiser: Organiser, lines: list[LineDraft], rate: TaxRate, *, by: User | None, day: date
) -> FairInvoice:
    currency = lines[0].unit.currency
    net = sum_money((line.amount for line in lines), currency)
    vat, due_on = (net * rate.rate).quantize(), day + timedelta(days=organiser.days_to_pay)
    said = {
        "currency": currency,
        "lines": [line_as_data(line) for line in lines],
        "net": f"{net.amount:f}",
        "vat": f"{vat.amount:f}",
        "vat_rate": f"{rate.rate:f}",
        "vat_basis": rate.legal_basis,
        "due_on": due_on.isoformat(),
    }
    invoice = FairInvoice.objects.create(
        exhibitor=exhibitor,
        paper=make_paper(exhibitor, organiser, PaperKind.INVOICE, day, said),
        currency=currency,
        net_amount=net.amount,
        vat_rate=rate.rate,
        vat_basis=rate.legal_basis[:250],
        vat_amount=vat.amount,
        issued_on=day,
        due_on=due_on,
        issued_by=by,
    )
    store_lines(invoice, lines)
    write_about_invoice(invoice)
    return invoice


def store_lines(invoice: FairInvoice, lines: Sequence[LineDraft]) -> None:
    FairInvoiceLine.objects.bulk_create(
        FairInvoiceLine(
            invoice=invoice,
            kind=line.kind,
            name=line.name,
            quantity=line.quantity,
            unit_amount=line.unit.amount,
            amount=line.amount.amount,
        )
        for line in lines
    )


def _billed_already(exhibitor: Exhibitor) -> list[Problem]:
    standard = FairInvoiceLine.objects.filter(invoice__exhibitor=exhibitor).exclude(kind=EXTRA)
    billed = FairInvoice.objects.filter(corrects=None, pk__in=standard.values("invoice_id")).select_related("paper")
    for invoice in billed:
        if balance_of(invoice).credited != invoice.gross:
            message = _("Invoice %(number)s bills the booth already; credit it first, or add extras only.")
            return [Problem("with_standard", "UNIQUE", message, {"number": invoice.paper.number})]
    return []


def _extra_problems(extras: Sequence[LineDraft]) -> list[Problem]:
    if len(extras) > MOST_EXTRAS:
        return [texts.invalid("extras", _("At most %(limit)s rows."), limit=MOST_EXTRAS)]
    problems = []
    for place, line in enumerate(extras):
        if not line.name or len(line.name) > LONGEST_NAME:
            message = _("Say what it is for, in at most %(limit)s characters.")
            problems.append(Problem("name", "INVALID", message, {"limit": LONGEST_NAME}, place))
        if not 0 < line.quantity <= MOST_QUANTITY or line.quantity != line.quantity.quantize(Decimal("0.01")):
            problems.append(
                Problem("quantity", "INVALID", _("A quantity above 0, with at most two decimals."), {}, place)
            )
        if not 0 < line.unit.amount <= MOST_UNIT or line.unit.quantize() != line.unit:
            message = _("A price above 0, with no more decimals than the currency has.")
            problems.append(Problem("unit_price", "INVALID", message, {}, place))
    return problems
