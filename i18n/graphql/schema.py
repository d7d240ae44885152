"""The part of the public API that belongs to no other subject: languages and exchange rates."""

import datetime
from typing import Any

from i18n import convert
from i18n.currencies import is_currency
from i18n.graphql.types.exchange_rate import ExchangeRate
from i18n.graphql.types.language import LanguageDisplay
from i18n.graphql.types.size_chart import SizeChart, SizeChartKindEnum, SizeChartRow
from i18n.languages import LANGUAGES
from i18n.messages import gettext_noop as _
from i18n.sizes.chart import SizeChart as Chart
from i18n.sizes.chart import SizeRow, charts
from i18n.sizes.convert import equivalents
from marketplace.graphql import ANYONE, Argument, Date, Field, InputError, List, NonNull, ObjectType, String


class I18nQueries(ObjectType):
    """Languages and exchange rates."""

    languages = Field(
        List(NonNull(LanguageDisplay)),
        required=True,
        access=ANYONE,
        description="The languages the marketplace speaks, in the order to offer them.",
    )
    exchange_rate = Field(
        ExchangeRate,
        base=String(required=True),
        quote=String(required=True),
        on=Date(description="The latest rate on or before this day; today when left out."),
        access=ANYONE,
        description="The rate between two currencies (ISO 4217); null when none is known.",
    )

    size_charts = Field(
        List(NonNull(SizeChart)),
        required=True,
        kind=SizeChartKindEnum(description="Only this one."),
        access=ANYONE,
        size=5,
        description="Sizes of shoes and clothes in the systems of the markets.",
    )
    size_equivalents = Field(
        List(NonNull(SizeChartRow)),
        required=True,
        args={
            "kind": Argument(SizeChartKindEnum, required=True),
            "system": Argument(String, required=True, description="One of the chart's systems."),
            "size": Argument(String, required=True, description="As people write it: 42, 42,5, m."),
        },
        access=ANYONE,
        description="The rows of a chart that have this size; none when there is no such size.",
    )

    @staticmethod
    def resolve_size_charts(root: Any, info: Any, kind: Any = None) -> list[Chart]:
        return [chart for chart in charts().values() if kind is None or chart.kind == str(kind)]

    @staticmethod
    def resolve_size_equivalents(root: Any, info: Any, kind: Any, system: str, size: str) -> list[SizeRow]:
        chart = charts()[str(kind)]
        if system not in chart.systems:
            raise InputError(_("This table has no such system of sizes."), field="system")
        return equivalents(chart, system, size)

    @staticmethod
    def resolve_languages(root: Any, info: Any) -> list[str]:
        return list(LANGUAGES)

    @staticmethod
    def resolve_exchange_rate(
        root: Any, info: Any, base: str, quote: str, on: datetime.date | None = None
    ) -> convert.RateUsed | None:
        for field, code in (("base", base), ("quote", quote)):
            if not is_currency(code):
                raise InputError(_("A currency is written as three letters, such as EUR."), field=field)
        try:
            return convert.rate(base, quote, on or info.context.now.date())
        except convert.NoRate:
            return None
