"""An indicator's figures in the API."""

from datetime import date
from decimal import Decimal as Number
from typing import Any

from django.db.models import Q

from i18n.convert import RateUsed
from i18n.formatting import country_name, language_name
from i18n.graphql.types.exchange_rate import ExchangeRate
from i18n.messages import gettext
from i18n.messages import gettext_noop as _
from i18n.translate import localize
from marketplace.expo.models import Expo
from marketplace.graphql import (
    ANYONE,
    Date,
    DateTime,
    Decimal,
    Field,
    Int,
    List,
    NonNull,
    ObjectType,
    String,
    batch,
    related_list,
)
from marketplace.indicators.definition import ALL, UNKNOWN, Dimension
from marketplace.indicators.definitions import definitions
from marketplace.indicators.files.told import period_of
from marketplace.indicators.graphql.types.enums import IndicatorDimensionEnum, IndicatorStatusEnum
from marketplace.indicators.snapshot import Observation, Snapshot

NAMES = {ALL: _("All together"), UNKNOWN: _("Not known")}


class IndicatorKey(ObjectType):
    """What a figure is of, in one dimension."""

    class Meta:
        access = ANYONE

    dimension = Field(IndicatorDimensionEnum, required=True)
    code = Field(String, required=True, description="`_T` is the sum over the dimension, `_U` is not known.")
    name = Field(String, description="In the language of the request; null for what clients name: trades and chapters.")

    @staticmethod
    @batch
    def resolve_name(keys: list[dict[str, Any]], info: Any) -> list[str | None]:
        return [_name(key["dimension"], key["code"], info.context.language) for key in keys]


def _name(dimension: Dimension, code: str, language: str) -> str | None:
    if code in NAMES:
        return gettext(language, NAMES[code])
    if dimension == Dimension.COUNTRY:
        return country_name(code, language)
    return language_name(code, language) if dimension == Dimension.LANGUAGE else None


class IndicatorObservation(ObjectType):
    """A figure."""

    class Meta:
        access = ANYONE

    keys = Field(NonNull(List(NonNull(IndicatorKey))), size=2, description="In the order of the dimensions.")
    value = Field(Decimal, description="Rounded as the indicator says; null where it is withheld.")
    status = Field(IndicatorStatusEnum, required=True)

    @staticmethod
    @batch
    def resolve_keys(rows: list[Observation], info: Any) -> list[list[dict[str, Any]]]:
        dimensions = {row.pk: definitions()[row.snapshot.indicator].dimensions for row in rows}
        return [
            [
                {"dimension": dimension, "code": code}
                for dimension, code in zip(dimensions[row.pk], row.key, strict=True)
            ]
            for row in rows
        ]


class IndicatorSnapshot(ObjectType):
    """An indicator as it was counted for a period."""

    class Meta:
        access = ANYONE

    period = Field(String, required=True, description="A day (2026-11-22), a month (2026-11), or a fair's slug.")
    first_day = Field(Date, required=True)
    last_day = Field(Date, required=True)
    version = Field(Int, required=True, description="Above 1 it is a restatement.")
    method_version = Field(Int, required=True)
    taken_at = Field(DateTime, required=True)
    reason = Field(String, description="Why it was counted again.")
    rates = Field(NonNull(List(NonNull(ExchangeRate))), size=4)
    left_out = Field(NonNull(List(NonNull(String))), size=2, description="Currencies that no rate leads from.")
    fair = Field(String, description="The name of the fair it is of.")
    total = Field(IndicatorObservation, description="The figure of all together; null where figures cannot be added.")
    observations = Field(NonNull(List(NonNull(IndicatorObservation))), size=30)

    resolve_observations = related_list(
        lambda info: Observation.objects.select_related("snapshot").order_by("pk"), by="snapshot_id"
    )

    @staticmethod
    @batch
    def resolve_fair(rows: list[Snapshot], info: Any) -> list[str | None]:
        fairs = list(Expo.objects.published().filter(slug__in={row.scope for row in rows if row.scope}))
        texts = localize(
            subject=Expo.SUBJECT,
            rows=fairs,
            fields=["name"],
            language=info.context.language,
            source_language=lambda fair: fair.source_language,
        )
        names = {fair.slug: text["name"] for fair, text in zip(fairs, texts, strict=True)}
        found = [names.get(row.scope) for row in rows]
        return [each.text if each else row.scope or None for each, row in zip(found, rows, strict=True)]

    @staticmethod
    @batch
    def resolve_total(rows: list[Snapshot], info: Any) -> list[Observation | None]:
        wanted = Q(first_key__in=("", ALL), second_key__in=("", ALL), snapshot__in={row.pk for row in rows})
        found = {each.snapshot_id: each for each in Observation.objects.filter(wanted).select_related("snapshot")}
        return [found.get(row.pk) for row in rows]

    @staticmethod
    def resolve_period(row: Snapshot, info: Any) -> str:
        return period_of(definitions()[row.indicator], row).code

    @staticmethod
    def resolve_reason(row: Snapshot, info: Any) -> str | None:
        return row.reason or None

    @staticmethod
    def resolve_rates(row: Snapshot, info: Any) -> list[RateUsed]:
        return [
            RateUsed(each["base"], each["quote"], Number(each["rate"]), date.fromisoformat(each["on"]), each["source"])
            for each in row.details.get("rates", [])
        ]

    @staticmethod
    def resolve_left_out(row: Snapshot, info: Any) -> list[str]:
        left: list[str] = row.details.get("left_out", [])
        return left
