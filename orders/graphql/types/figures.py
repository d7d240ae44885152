"""Figures of a seller, or of the whole marketplace, in the API."""

from typing import Any

from i18n.currencies import is_currency
from i18n.graphql.types.exchange_rate import ExchangeRate
from i18n.graphql.types.money import Money
from i18n.messages import gettext_noop as _
from marketplace.graphql import Date, Enum, Field, InputError, Int, List, NonNull, ObjectType, String
from orders.figures.converted import Converted, converted
from orders.figures.figures import Figures as FiguresMade
from orders.figures.stretch import Step
from orders.graphql.payout_access import OF_SELLER
from orders.graphql.types.currency_figures import THROUGH_FIGURES, CurrencyFigures
from orders.payouts.papers import Paper, paper_url

FigureStep = Enum.from_enum(Step, name="FigureStep", description="The length of a point; weeks begin on Monday.")


class ConvertedFigures(ObjectType):
    """Sales of all currencies in one of them, to compare by: nothing was ever paid at these rates."""

    class Meta:
        access = THROUGH_FIGURES

    total = Field(Money, required=True)
    rates = Field(List(NonNull(ExchangeRate)), required=True, size=11, description="Those it was converted at.")
    left_out = Field(List(NonNull(String)), required=True, size=2, description="Currencies that no rate leads from.")


class QuoteFigures(ObjectType):
    """What became of the quotes that were asked for in the period."""

    class Meta:
        access = THROUGH_FIGURES

    asked = Field(Int, required=True)
    answered = Field(Int, required=True, description="With at least one offer.")
    won = Field(Int, required=True, description="Became an order.")
    response_minutes = Field(Int, description="Until the first offer; half of them took no longer. Null without any.")

    @staticmethod
    def resolve_response_minutes(row: Any, info: Any) -> int | None:
        return None if row.response_time is None else int(row.response_time.total_seconds() // 60)


class Figures(ObjectType):
    """What was sold in a period, to whom and how well. Days are Vietnam's."""

    class Meta:
        access = OF_SELLER

    first_day = Field(Date, required=True)
    last_day = Field(Date, required=True)
    step = Field(FigureStep, required=True)
    currencies = Field(List(NonNull(CurrencyFigures)), required=True, size=4)
    converted = Field(
        ConvertedFigures,
        currency=String(required=True, description="ISO 4217."),
        required=True,
        cost=5,
        description="At the latest stored rates of the last day.",
    )
    buyers = Field(Int, required=True)
    returning_buyers = Field(Int, required=True, description="Had bought here before.")
    quotes = Field(QuoteFigures, required=True)
    canceled = Field(Int, required=True, description="Orders of the period that were called off.")
    canceled_by_seller = Field(Int, required=True)
    promised = Field(Int, required=True, description="Orders with a time of delivery that is over, or was kept.")
    late = Field(Int, required=True, description="Of them, those that came later, or have not come yet.")
    csv_url = Field(String, required=True, description="In the language of the request; works for an hour.")
    xlsx_url = Field(String, required=True)

    @staticmethod
    def resolve_first_day(made: FiguresMade, info: Any) -> Any:
        return made.scope.stretch.first

    @staticmethod
    def resolve_last_day(made: FiguresMade, info: Any) -> Any:
        return made.scope.stretch.last

    @staticmethod
    def resolve_step(made: FiguresMade, info: Any) -> Any:
        return made.scope.stretch.step

    @staticmethod
    def resolve_converted(made: FiguresMade, info: Any, currency: str) -> Converted:
        if not is_currency(currency):
            raise InputError(_("A currency is written as three letters, such as EUR."), field="currency")
        return converted([each.sales.total for each in made.currencies], currency, on=made.scope.stretch.last)

    @staticmethod
    def resolve_buyers(made: FiguresMade, info: Any) -> int:
        return made.buyers.count

    @staticmethod
    def resolve_returning_buyers(made: FiguresMade, info: Any) -> int:
        return made.buyers.returning

    @staticmethod
    def resolve_canceled(made: FiguresMade, info: Any) -> int:
        return made.punctuality.canceled

    @staticmethod
    def resolve_canceled_by_seller(made: FiguresMade, info: Any) -> int:
        return made.punctuality.canceled_by_seller

    @staticmethod
    def resolve_promised(made: FiguresMade, info: Any) -> int:
        return made.punctuality.promised

    @staticmethod
    def resolve_late(made: FiguresMade, info: Any) -> int:
        return made.punctuality.late

    @staticmethod
    def resolve_csv_url(made: FiguresMade, info: Any) -> str:
        return _url(made, "CSV", info)

    @staticmethod
    def resolve_xlsx_url(made: FiguresMade, info: Any) -> str:
        return _url(made, "XLSX", info)


def _url(made: FiguresMade, format: str, info: Any) -> str:
    scope = made.scope
    paper = Paper(
        "FIGURES",
        format=format,
        language=info.context.language,
        seller=scope.seller_id or 0,
        first=scope.stretch.first.isoformat(),
        last=scope.stretch.last.isoformat(),
        id=f"{scope.stretch.step}:{scope.channel_id or 0}",
    )
    return paper_url(paper, now=info.context.now)
