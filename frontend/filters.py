"""The filters of the templates: what the API answers, written as the reader of one language writes it."""

from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, date, datetime
from decimal import Context, Decimal
from functools import lru_cache
from typing import Any

import nh3
from markupsafe import Markup, escape

from frontend.hall_plans.drawing import coordinate, draw
from i18n import formatting, messages
from i18n.collation import collated
from i18n.currencies import exponent_of
from i18n.measures import Measures, show_dimensions, show_weight
from i18n.money import Money
from i18n.names import full_name
from i18n.zones import clock_rows

RICH_TAGS = {"p", "br", "strong", "em", "b", "i", "ul", "ol", "li", "h3", "h4"}
GRAMS = {"g": Decimal(1), "kg": Decimal(1000), "lb": Decimal("453.59237"), "oz": Decimal("28.349523125")}
MILLIMETRES = {"mm": Decimal(1), "cm": Decimal(10), "m": Decimal(1000), "in": Decimal("25.4")}


def to_money(value: Mapping[str, Any]) -> Money:
    """A ``Money`` of the API, or the gross of a ``TaxedMoney``; needless zeros after the minor unit go."""
    source = value.get("gross", value)
    amount, currency = Decimal(str(source["amount"])), str(source["currency"])
    unit = Decimal(1).scaleb(-exponent_of(currency))
    whole = amount.quantize(unit)
    return Money(whole if whole == amount else amount.normalize(), currency)


def to_date(value: date | str) -> date:
    return date.fromisoformat(value[:10]) if isinstance(value, str) else value


def to_moment(value: datetime | str) -> datetime:
    return datetime.fromisoformat(value) if isinstance(value, str) else value


def grams(weight: Mapping[str, Any]) -> int:
    return int((Decimal(str(weight["value"])) * GRAMS[str(weight["unit"]).lower()]).to_integral_value())


def millimetres(size: Mapping[str, Any]) -> list[int]:
    factor = MILLIMETRES[str(size["unit"]).lower()]
    return [int((Decimal(str(size[side])) * factor).to_integral_value()) for side in ("length", "width", "height")]


@lru_cache(maxsize=4096)
def written_money(money: Money, language: str) -> str:
    """Kept, as a list shows the same prices again. Amounts from `to_money` that are equal are written alike."""
    return formatting.format_money(money, language)


@lru_cache(maxsize=4096)
def written_number(number: Decimal | int, language: str) -> str:
    """Kept, as counts are mostly small. Numbers from `plain_number` that are equal are written alike."""
    return formatting.format_number(number, language)


def plain_number(value: Any) -> Decimal | int:
    """A number as it is counted, without the zeros it was stored with: 2.500 -> 2.5, 100 -> 100."""
    number = Decimal(str(value))
    return int(number) if number == number.to_integral_value() else number.normalize()


def significant(value: Any) -> Decimal | int:
    """Six digits of a rate say all that a reader can use: 29359.1234567 -> 29359.1."""
    return plain_number(Context(prec=6).plus(Decimal(str(value))))


def paragraphs(text: str) -> Markup:
    """Plain text as paragraphs: an empty line starts one."""
    parts = [part.strip() for part in text.replace("\r\n", "\n").split("\n\n") if part.strip()]
    return Markup("").join(Markup("<p>{}</p>").format(Markup("<br>").join(map(escape, p.split("\n")))) for p in parts)


def rich(text: str) -> Markup:
    """Text that the API has sanitised may carry simple tags; it is cleaned again here, plain text gets paragraphs."""
    if "<" not in text:
        return paragraphs(text)
    return Markup(nh3.clean(text, tags=RICH_TAGS, attributes={}))  # noqa: S704  # cleaned in this very line


def lower_camel(name: str) -> str:
    """``street_address_1`` as the API's inputs write it: ``streetAddress1``; other names stay."""
    first, *rest = name.split("_")
    return first + "".join(part.title() for part in rest)


def filters_for(language: str, measures: Measures = "metric") -> dict[str, Callable[..., Any]]:
    """All filters, speaking ``language``, with goods in the measures of a market."""
    return {
        "money": lambda value: written_money(to_money(value), language),
        "date": lambda value, length="medium": formatting.format_date(to_date(value), language, length),
        "datetime": lambda value: formatting.format_datetime(to_moment(value), language),
        "clocks": lambda value, zone: clock_rows(to_moment(value), language, zone),
        "since": lambda value: formatting.format_relative(to_moment(value), language, datetime.now(UTC)),
        "rate": lambda value: formatting.format_number(significant(value), language),
        "number": lambda value: written_number(plain_number(value), language),
        "percent": lambda value: formatting.format_percent(Decimal(str(value)), language),
        "by_country_name": lambda rows: collated(
            rows, language, lambda row: formatting.country_name(str(row["code"]), language)
        ),
        "in_order": lambda rows: in_order(rows, language),
        "weight": lambda value: show_weight(grams(value), language, measures),
        "dimensions": lambda value: show_dimensions(millimetres(value), language, measures),
        "phone": formatting.format_phone,
        "country": lambda code: formatting.country_name(code, language),
        "language_name": lambda code: formatting.language_name(bcp47(code), language),
        "bcp47": bcp47,
        "person_name": lambda who: full_name(who["firstName"], who["lastName"]),
        "listing": lambda items: formatting.format_list(list(items), language),
        "paragraphs": paragraphs,
        "rich": rich,
        "choices": lambda values: [(choice["raw"], choice["verbose"] or choice["raw"]) for choice in values],
        "lower_camel": lower_camel,
        "floor_plan": draw,
        "coordinate": coordinate,
        "field_message": lambda message: messages.lookup(language, message),
    }


def in_order(rows: Iterable[dict[str, Any]], language: str) -> list[dict[str, Any]]:
    """Rows by the place the operator gave them, those of one place by their names in the reader's language."""
    by_name = collated(rows, language, lambda row: str(row["localized"]["name"]["text"]))
    return sorted(by_name, key=lambda row: int(row["sortOrder"]))


def bcp47(code: str) -> str:
    """The API's ``ZH_HANS`` as pages write it: ``zh-Hans``."""
    language, _, script = code.replace("_", "-").partition("-")
    return f"{language.lower()}-{script.title()}" if script else language.lower()


def api_language(code: str) -> str:
    """``zh-Hans`` as the API's ``LanguageCodeEnum`` has it: ``ZH_HANS``."""
    return code.replace("-", "_").upper()
