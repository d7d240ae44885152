"""Withheld tax and differences in the API, for staff."""

from datetime import date
from typing import Any

from i18n.graphql.types.money import Money
from i18n.messages import gettext
from marketplace.graphql import ID, Boolean, Date, DateTime, Enum, Field, List, NonNull, ObjectType, String, attribute
from marketplace.sellers.graphql.types.seller import Seller
from orders.graphql.payout_access import STAFF
from orders.graphql.payout_wording import DIFFERENCE
from orders.payouts.papers import Paper, paper_url
from orders.payouts.reconciliation import difference
from orders.payouts.withholding.monthly_return import WithholdingReturn as Made
from orders.payouts.withholding.return_file import notices

DifferenceKind = Enum.from_enum(
    difference.DifferenceKind, name="DifferenceKind", description="What ledger and provider do not agree about."
)
DifferenceState = Enum.from_enum(
    difference.DifferenceState, name="DifferenceState", description="EXPLAINED says why, and books nothing."
)


class WithholdingRow(ObjectType):
    """One seller in one currency."""

    class Meta:
        access = STAFF

    seller = Field(Seller, required=True)
    revenue = Field(Money, required=True)
    domestic_revenue = Field(Money, required=True)
    vat = Field(Money, required=True)
    pit = Field(Money, required=True)
    vat_vnd = Field(Money, description="Null where no exchange rate is known for one of its days.")
    pit_vnd = Field(Money)


class WithholdingReturn(ObjectType):
    """The figures of a month's return. They are prepared, not filed."""

    class Meta:
        access = STAFF

    first_day = Field(Date, required=True)
    due_on = Field(Date, required=True)
    rates_checked = Field(Boolean, required=True, description="False: rates that nobody confirmed were used.")
    legal_basis = Field(List(NonNull(String)), required=True, size=2)
    notices = Field(List(NonNull(String)), required=True, size=2, description="In the language of the request.")
    rows = Field(
        List(NonNull(WithholdingRow)), required=True, size=50, description="At most 1,000; the files have all."
    )
    csv_url = Field(String, required=True)
    xlsx_url = Field(String, required=True)

    @staticmethod
    def resolve_first_day(made: Made, info: Any) -> date:
        return made.period.first

    @staticmethod
    def resolve_notices(made: Made, info: Any) -> list[str]:
        return notices(made, info.context.language)

    @staticmethod
    def resolve_rows(made: Made, info: Any) -> list[Any]:
        return list(made.rows[:1000])

    @staticmethod
    def resolve_csv_url(made: Made, info: Any) -> str:
        return _url(made, "CSV", info)

    @staticmethod
    def resolve_xlsx_url(made: Made, info: Any) -> str:
        return _url(made, "XLSX", info)


def _url(made: Made, format: str, info: Any) -> str:
    first = made.period.first.isoformat()
    paper = Paper("RETURN", format=format, language=info.context.language, first=first)
    return paper_url(paper, now=info.context.now)


class LedgerDifference(ObjectType):
    """Something that the ledger and a provider do not agree about."""

    class Meta:
        access = STAFF

    id = Field(ID, required=True)
    kind = Field(DifferenceKind, required=True)
    message = Field(String, required=True, description="In the language of the request.")
    gateway = Field(String, required=True)
    in_ledger = Field(Money, required=True)
    at_provider = Field(Money, required=True)
    about = Field(String, required=True)
    on = Field(Date, required=True)
    found = Field(DateTime, required=True)
    gone = Field(DateTime, description="When it was not there any more.")
    state = Field(DifferenceState, required=True)
    explanation = Field(String, required=True)
    explained_by = Field(String, description="The e-mail address of who explained it.")
    explained = Field(DateTime)

    resolve_found = attribute("found_at")
    resolve_gone = attribute("gone_at")
    resolve_explained = attribute("explained_at")

    @staticmethod
    def resolve_message(row: difference.Difference, info: Any) -> str:
        return gettext(info.context.language, DIFFERENCE[row.kind])

    @staticmethod
    def resolve_explained_by(row: difference.Difference, info: Any) -> str | None:
        return row.explained_by.email if row.explained_by else None
