"""A statement as PDF, in the reader's language with English beside it."""

from datetime import date, timedelta
from typing import Any

from i18n.messages import gettext_noop as _
from i18n.money import Money
from logistics.assemble import party_of_seller
from logistics.customs.documents import figures
from logistics.customs.documents.page import Page, bilingual, party
from logistics.customs.documents.render import render_page
from logistics.customs.documents.table import cell, column
from marketplace.sellers.models import Seller
from orders.payouts.statements.account_statement import COLUMNS, AccountStatement, OtherLine, PartLine
from orders.payouts.statements.period import HERE
from orders.payouts.statements.wording import COLUMN, other_name

TITLE = _("Statement of payouts")
SHOWN_ALWAYS = frozenset({"sales", "commission"})


def statement_pdf(statement: AccountStatement, seller: Seller, *, language: str, on: date) -> bytes:
    """``seller`` with its address loaded. The same statement on the same day gives the same bytes."""
    page = Page(
        language=language,
        title=bilingual(language, TITLE),
        number=statement_number(statement),
        footer=bilingual(language, _("Bình Dương Marketplace"))["text"],
    )
    page.add_fact(_("Document number"), page.number)
    page.add_fact(_("First day"), figures.day(_first(statement)))
    page.add_fact(_("Last day"), figures.day(_last(statement)))
    page.add_fact(_("Currency"), statement.currency)
    page.add_fact(_("Date"), figures.day(on))
    page.parties.append(party(page, _("Seller"), party_of_seller(seller)))
    page.sections = [_parts(page, statement), _others(page, statement)]
    _add_totals(page, statement)
    page.notes.append(page.label(_("Every figure is read from the marketplace's ledger.")))
    return render_page(page, on=on)


def statement_number(statement: AccountStatement) -> str:
    """``S12-EUR-20261101-20261130``: whose, in what, from and to."""
    return f"S{statement.seller_id}-{statement.currency}-{_first(statement):%Y%m%d}-{_last(statement):%Y%m%d}"


def used_columns(statement: AccountStatement) -> list[str]:
    """Without those that are empty in every line."""
    return [name for name in COLUMNS if name in SHOWN_ALWAYS or any(getattr(row, name) for row in statement.parts)]


def _first(statement: AccountStatement) -> date:
    return statement.since.astimezone(HERE).date()


def _last(statement: AccountStatement) -> date:
    return statement.until.astimezone(HERE).date() - timedelta(days=1)


def _parts(page: Page, statement: AccountStatement) -> dict[str, Any]:
    names = used_columns(statement)
    money = [column(page, COLUMN[name], "right", "auto") for name in names]
    return {
        "heading": "",
        "detail": "",
        "columns": [
            column(page, _("Order"), "left", "1fr"),
            *money,
            column(page, _("Amount"), "right", "auto", unit=statement.currency),
        ],
        "rows": [_part_row(line, names) for line in statement.parts],
        "subtotal": {"label": page.label(_("Subtotal")), "value": _figure(statement.total("amount"))},
    }


def _part_row(line: PartLine, names: list[str]) -> list[dict[str, Any]]:
    when = figures.day(line.at.astimezone(HERE).date())
    money = [cell(_figure(getattr(line, name))) for name in names]
    return [cell(line.number, when), *money, cell(_figure(line.amount))]


def _others(page: Page, statement: AccountStatement) -> dict[str, Any]:
    return {
        "heading": bilingual(page.language, _("Paid out"))["text"],
        "detail": "",
        "columns": [
            column(page, _("Date"), "left", "auto"),
            column(page, _("What it is about"), "left", "1fr"),
            column(page, _("Reference"), "left", "auto"),
            column(page, _("Amount"), "right", "auto", unit=statement.currency),
        ],
        "rows": [_other_row(page, line) for line in statement.others],
        "subtotal": {"label": page.label(_("Subtotal")), "value": _figure(statement.paid_out)},
    }


def _other_row(page: Page, line: OtherLine) -> list[dict[str, Any]]:
    day = figures.day(line.at.astimezone(HERE).date())
    name = bilingual(page.language, other_name(line.kind))["text"]
    return [cell(day), cell(name), cell(line.reference or "–"), cell(_figure(line.amount))]


def _add_totals(page: Page, statement: AccountStatement) -> None:
    page.add_total(_("Opening balance"), _with_currency(statement.opening))
    for name in used_columns(statement):
        page.add_total(COLUMN[name], _with_currency(statement.total(name)))
    page.add_total(_("Paid out"), _with_currency(statement.paid_out))
    page.add_total(_("Closing balance"), _with_currency(statement.closing), strong=True)


def _figure(money: Money) -> str:
    """With a real minus sign, which no reader takes for a hyphen."""
    return figures.amount(money).replace("-", "−")


def _with_currency(money: Money) -> str:
    return figures.amount_with_currency(money).replace("-", "−")
