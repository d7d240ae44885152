"""A seller's statement of account in the API."""

from datetime import timedelta
from typing import Any

from i18n.graphql.types.money import Money
from i18n.messages import gettext
from marketplace.graphql import Date, DateTime, Field, List, NonNull, ObjectType, String
from orders.graphql.payout_access import OF_SELLER
from orders.payouts.papers import Paper, paper_url
from orders.payouts.statements.account_statement import AccountStatement, PartLine
from orders.payouts.statements.account_statement import OtherLine as OtherRow
from orders.payouts.statements.period import HERE
from orders.payouts.statements.wording import other_name

MOST_LINES = 1000


class SellerStatementLine(ObjectType):
    """Everything of one part of an order in the period. The columns add up to ``amount``."""

    class Meta:
        access = OF_SELLER

    number = Field(String, required=True)
    at = Field(DateTime, required=True)
    sales = Field(Money, required=True)
    vouchers = Field(Money, required=True, description="What the marketplace paid of the price.")
    refunds = Field(Money, required=True)
    commission = Field(Money, required=True)
    commission_tax = Field(Money, required=True)
    tax_withheld = Field(Money, required=True)
    amount = Field(Money, required=True)


class SellerStatementPayout(ObjectType):
    """A payout, its return, or a correction."""

    class Meta:
        access = OF_SELLER

    at = Field(DateTime, required=True)
    name = Field(String, required=True, description="In the language of the request.")
    reference = Field(String, required=True)
    amount = Field(Money, required=True)

    @staticmethod
    def resolve_name(line: "Owned", info: Any) -> str:
        return gettext(info.context.language, other_name(line.kind))


class SellerStatement(ObjectType):
    """What happened to a seller's money in a period, read from the ledger alone."""

    class Meta:
        access = OF_SELLER

    currency = Field(String, required=True)
    first_day = Field(Date, required=True)
    last_day = Field(Date, required=True)
    opening = Field(Money, required=True)
    lines = Field(
        List(NonNull(SellerStatementLine)), required=True, size=50, description="At most 1,000; the files have all."
    )
    payouts = Field(List(NonNull(SellerStatementPayout)), required=True, size=10, description="At most 1,000.")
    earned = Field(Money, required=True, description="The sum of all lines.")
    paid_out = Field(Money, required=True, description="The sum of all payouts.")
    closing = Field(Money, required=True, description="opening + earned + paidOut.")
    pdf_url = Field(String, required=True, description="In the language of the request; works for an hour.")
    xlsx_url = Field(String, required=True)

    @staticmethod
    def resolve_first_day(statement: AccountStatement, info: Any) -> Any:
        return statement.since.astimezone(HERE).date()

    @staticmethod
    def resolve_last_day(statement: AccountStatement, info: Any) -> Any:
        return statement.until.astimezone(HERE).date() - timedelta(days=1)

    @staticmethod
    def resolve_lines(statement: AccountStatement, info: Any) -> list["Owned"]:
        return [Owned(row, statement.seller_id) for row in statement.parts[:MOST_LINES]]

    @staticmethod
    def resolve_payouts(statement: AccountStatement, info: Any) -> list["Owned"]:
        return [Owned(row, statement.seller_id) for row in statement.others[:MOST_LINES]]

    @staticmethod
    def resolve_earned(statement: AccountStatement, info: Any) -> Any:
        return statement.total("amount")

    @staticmethod
    def resolve_pdf_url(statement: AccountStatement, info: Any) -> str:
        return _url(statement, "PDF", info)

    @staticmethod
    def resolve_xlsx_url(statement: AccountStatement, info: Any) -> str:
        return _url(statement, "XLSX", info)


class Owned:
    """A line with whose it is, which the rule of access asks for."""

    def __init__(self, row: PartLine | OtherRow, seller_id: int) -> None:
        self.row = row
        self.seller_id = seller_id

    def __getattr__(self, name: str) -> Any:
        return getattr(self.row, name)


def _url(statement: AccountStatement, format: str, info: Any) -> str:
    last = statement.until.astimezone(HERE).date() - timedelta(days=1)
    paper = Paper(
        "STATEMENT",
        format=format,
        language=info.context.language,
        seller=statement.seller_id,
        currency=statement.currency,
        first=statement.since.astimezone(HERE).date().isoformat(),
        last=last.isoformat(),
    )
    return paper_url(paper, now=info.context.now)
