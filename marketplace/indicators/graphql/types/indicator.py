"""Indicators in the API: what each says and how it is counted, and its figures."""

from datetime import date
from typing import Any

from django.conf import settings

from i18n.messages import gettext
from i18n.messages import gettext_noop as _
from i18n.today import day_here
from marketplace.graphql import (
    ANYONE,
    ID,
    Date,
    Decimal,
    Field,
    InputError,
    Int,
    List,
    NonNull,
    ObjectType,
    String,
    attribute,
    batch,
)
from marketplace.indicators.definition import ROUNDED_TO, Definition
from marketplace.indicators.filter import BadFilter, Filter, filter_between
from marketplace.indicators.graphql.types.enums import IndicatorDimensionEnum, IndicatorPeriodEnum, IndicatorUnitEnum
from marketplace.indicators.graphql.types.snapshot import IndicatorSnapshot
from marketplace.indicators.read import latest_of, newest_within
from marketplace.indicators.snapshot import Snapshot

MOST, USUAL = 100, 12


class Indicator(ObjectType):
    """A figure about the marketplace that is counted regularly and published, without personal data."""

    class Meta:
        access = ANYONE
        id_from = "id"

    id = Field(ID, required=True)
    code = Field(String, required=True, description="Its name in addresses of files: `exports-value`.")
    name = Field(String, required=True, description="This and all texts in the language of the request.")
    description = Field(String, required=True)
    method = Field(String, required=True, description="How it is counted.")
    contributors = Field(String, required=True, description="Who stands behind a figure: of few, none is told.")
    unit = Field(IndicatorUnitEnum, required=True)
    period = Field(IndicatorPeriodEnum, required=True)
    dimensions = Field(NonNull(List(NonNull(IndicatorDimensionEnum))), size=2)
    rounded_to = Field(Decimal, required=True, description="In the unit; halves away from zero.")
    method_version = Field(Int, required=True)
    method_since = Field(Date, required=True)
    json_url = Field(String, required=True)
    csv_url = Field(String, required=True)
    latest = Field(IndicatorSnapshot, description="Of the newest period, in its latest version.")
    snapshots = Field(
        NonNull(List(NonNull(IndicatorSnapshot))),
        first_day=Date(description="Periods that end on this day or later; a year back when left out."),
        last_day=Date(description="Periods that end on this day or before; today when left out."),
        first=Int(description="At most 100; 12 when left out."),
        size=USUAL,
        description="Newest first, each in its latest version.",
    )

    resolve_code = attribute("id")
    resolve_method_version = attribute("version")
    resolve_method_since = attribute("since")

    @staticmethod
    def resolve_name(row: Definition, info: Any) -> str:
        return gettext(info.context.language, row.name)

    @staticmethod
    def resolve_description(row: Definition, info: Any) -> str:
        return gettext(info.context.language, row.description)

    @staticmethod
    def resolve_method(row: Definition, info: Any) -> str:
        return gettext(info.context.language, row.method)

    @staticmethod
    def resolve_contributors(row: Definition, info: Any) -> str:
        return gettext(info.context.language, row.contributors)

    @staticmethod
    def resolve_rounded_to(row: Definition, info: Any) -> Any:
        return ROUNDED_TO[row.unit]

    @staticmethod
    def resolve_json_url(row: Definition, info: Any) -> str:
        return f"{settings.PUBLIC_URL}/indicators/{row.id}.json"

    @staticmethod
    def resolve_csv_url(row: Definition, info: Any) -> str:
        return f"{settings.PUBLIC_URL}/indicators/{row.id}.csv"

    @staticmethod
    @batch
    def resolve_latest(rows: list[Definition], info: Any) -> list[Snapshot | None]:
        found = latest_of({row.id for row in rows})
        return [found.get(row.id) for row in rows]

    @staticmethod
    @batch
    def resolve_snapshots(
        rows: list[Definition],
        info: Any,
        first_day: date | None = None,
        last_day: date | None = None,
        first: int | None = None,
    ) -> list[list[Snapshot]]:
        wanted = _filter(first_day, last_day, day_here(info.context.now))
        if first is not None and not 0 < first <= MOST:
            raise InputError(_("Between 1 and %(most)s."), field="first", params={"most": MOST})
        found = newest_within({row.id for row in rows}, wanted, most=first or USUAL)
        return [found[row.id] for row in rows]


def _filter(first_day: date | None, last_day: date | None, today: date) -> Filter:
    try:
        return filter_between(first_day, last_day, today=today)
    except BadFilter:
        raise InputError(_("Choose days in their order, at most five years apart."), field="firstDay") from None
