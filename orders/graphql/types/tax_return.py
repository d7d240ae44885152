"""Monthly tax returns and yearly revenue in the API."""

from decimal import Decimal as Number
from typing import Any

from i18n.graphql.types.money import Money
from i18n.messages import gettext
from marketplace.graphql import (
    ID,
    Boolean,
    Date,
    DateTime,
    Decimal,
    Enum,
    Field,
    Int,
    List,
    NonNull,
    ObjectType,
    String,
    attribute,
    batch,
    related,
)
from marketplace.sellers.graphql.types.seller import Seller
from orders.graphql.invoicing_wording import RETURN_STATUS
from orders.graphql.payout_access import OF_SELLER, STAFF
from orders.payouts.tax_returns import tax_return
from orders.payouts.withholding.yearly_revenue import YearlyRevenue

TaxReturnStatus = Enum.from_enum(
    tax_return.TaxReturnStatus, name="TaxReturnStatus", description="FILED was handed in; PAID has left the bank."
)
MOST_LINES = 1000


class TaxReturnLine(ObjectType):
    """One seller in one currency: carried in + due = withheld + carried out."""

    class Meta:
        access = STAFF

    seller = Field(Seller, required=True)
    revenue = Field(Money, required=True)
    vat = Field(Money, required=True, description="Withheld in the month, less what was given back in it.")
    pit = Field(Money, required=True)
    carried_in = Field(Money, required=True, description="Paid before for what was given back since: taken off.")
    due = Field(Money, required=True)
    carried_out = Field(Money, required=True, description="For the next return.")
    due_vnd = Field(Money, description="At the rate of the month's last day; null where none is known.")

    resolve_seller = related("seller")


class TaxReturnEvent(ObjectType):
    """A step in the history of a return."""

    class Meta:
        access = STAFF

    status = Field(TaxReturnStatus, required=True)
    at = Field(DateTime, required=True)
    reference = Field(String, required=True)


class TaxReturn(ObjectType):
    """The return of a month for the sellers whose tax is withheld."""

    class Meta:
        access = STAFF

    id = Field(ID, required=True)
    name = Field(String, required=True, description="2026-10.")
    first_day = Field(Date, required=True)
    due_on = Field(Date, required=True)
    status = Field(TaxReturnStatus, required=True)
    status_display = Field(String, required=True, description="In the language of the request.")
    rates_checked = Field(Boolean, required=True)
    filing_reference = Field(String, required=True)
    payment_reference = Field(String, required=True)
    created = Field(DateTime, required=True)
    due = Field(List(NonNull(Money)), required=True, size=3, description="The sum in each currency.")
    lines = Field(List(NonNull(TaxReturnLine)), required=True, size=50, description="At most the first 1,000.")
    events = Field(List(NonNull(TaxReturnEvent)), required=True, size=3)

    resolve_created = attribute("created_at")

    @staticmethod
    def resolve_status_display(row: tax_return.TaxReturn, info: Any) -> str:
        return gettext(info.context.language, RETURN_STATUS[row.status])

    @staticmethod
    @batch
    def resolve_due(rows: list[tax_return.TaxReturn], info: Any) -> list[list[Any]]:
        return [_sums(lines) for lines in _lines(rows)]

    @staticmethod
    @batch
    def resolve_lines(rows: list[tax_return.TaxReturn], info: Any) -> list[list[tax_return.TaxReturnLine]]:
        return [lines[:MOST_LINES] for lines in _lines(rows)]

    @staticmethod
    @batch
    def resolve_events(rows: list[tax_return.TaxReturn], info: Any) -> list[list[tax_return.TaxReturnEvent]]:
        found: dict[Any, list[tax_return.TaxReturnEvent]] = {row.pk: [] for row in rows}
        for event in tax_return.TaxReturnEvent.objects.filter(tax_return__in=rows).order_by("at", "id"):
            found[event.tax_return_id].append(event)
        return [found[row.pk] for row in rows]


def _lines(rows: list[tax_return.TaxReturn]) -> list[list[tax_return.TaxReturnLine]]:
    found: dict[Any, list[tax_return.TaxReturnLine]] = {row.pk: [] for row in rows}
    lines = tax_return.TaxReturnLine.objects.filter(tax_return__in=rows).select_related("seller")
    for line in lines.order_by("seller_id", "currency"):
        found[line.tax_return_id].append(line)
    return [found[row.pk] for row in rows]


def _sums(lines: list[tax_return.TaxReturnLine]) -> list[Any]:
    sums: dict[str, Any] = {}
    for line in lines:
        sums[line.currency] = sums[line.currency] + line.due if line.currency in sums else line.due
    return [sums[currency] for currency in sorted(sums)]


class HouseholdRevenue(ObjectType):
    """What a household or individual sold here in a year, beside the revenue up to which they pay no tax."""

    class Meta:
        access = OF_SELLER

    year = Field(Int, required=True)
    by_currency = Field(List(NonNull(Money)), required=True, size=3)
    revenue_vnd = Field(Money, description="Null where no exchange rate is known.")
    threshold = Field(Money, required=True)
    share_percent = Field(Decimal, description="Of the threshold.")
    is_checked = Field(Boolean, required=True, description="False: nobody confirmed the threshold.")
    changes_withholding = Field(Boolean, required=True)
    legal_basis = Field(String, required=True)
    notices = Field(List(NonNull(String)), required=True, size=3, description="In the language of the request.")

    @staticmethod
    def resolve_threshold(found: YearlyRevenue, info: Any) -> Any:
        return found.threshold.amount

    @staticmethod
    def resolve_share_percent(found: YearlyRevenue, info: Any) -> Number | None:
        return found.share_percent

    @staticmethod
    def resolve_is_checked(found: YearlyRevenue, info: Any) -> bool:
        return found.threshold.checked

    @staticmethod
    def resolve_changes_withholding(found: YearlyRevenue, info: Any) -> bool:
        return found.threshold.changes_withholding

    @staticmethod
    def resolve_legal_basis(found: YearlyRevenue, info: Any) -> str:
        return found.threshold.legal_basis

    @staticmethod
    def resolve_notices(found: YearlyRevenue, info: Any) -> list[str]:
        return [gettext(info.context.language, said) for said in found.notices]
