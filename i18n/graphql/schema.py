"""The part of the public API that belongs to no other subject: languages and exchange rates."""

import datetime
from typing import Any

from i18n import convert
from i18n.currencies import is_currency
from i18n.graphql.types.exchange_rate import ExchangeRate
from i18n.graphql.types.language import LanguageDisplay
from i18n.languages import LANGUAGES
from i18n.messages import gettext_noop as _
from marketplace.graphql import ANYONE, Date, Field, InputError, List, NonNull, ObjectType, String


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
