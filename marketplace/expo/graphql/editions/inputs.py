"""Rows of the tables of hours and periods, as people give them."""

from collections.abc import Sequence
from datetime import datetime, time
from typing import Any

from i18n.messages import gettext_noop as _
from marketplace.expo.editions.set_hours import Hours
from marketplace.expo.editions.set_registration import Period
from marketplace.expo.graphql.editions.types import FairHoursAudienceEnum, FairRegistrationAudienceEnum
from marketplace.graphql import Date, DateTime, InputError, InputObjectType, String, UserErrors


class FairOpeningHoursInput(InputObjectType):
    """One day's hours for one audience."""

    day = Date(required=True)
    audience = FairHoursAudienceEnum(required=True)
    opens_at = String(required=True, description="Local to the exhibition, as 09:30.")
    closes_at = String(required=True, description="Local to the exhibition, as 17:00; at most 23:59.")


class FairRegistrationPeriodInput(InputObjectType):
    """When one audience may register."""

    audience = FairRegistrationAudienceEnum(required=True)
    opens_at = DateTime(required=True)
    closes_at = DateTime(required=True)


def hours_of(rows: Sequence[Any]) -> list[Hours]:
    """The rows with their times read. Raises `UserErrors`, each with the index of its row."""
    errors: list[InputError] = []
    hours = []
    for index, row in enumerate(rows):
        opens_at = _time(row["opens_at"], "opens_at", index, errors)
        closes_at = _time(row["closes_at"], "closes_at", index, errors)
        if opens_at is not None and closes_at is not None:
            hours.append(Hours(row["day"], opens_at, closes_at, str(row["audience"])))
    if errors:
        raise UserErrors(errors)
    return hours


def periods_of(rows: Sequence[Any]) -> list[Period]:
    return [Period(str(row["audience"]), row["opens_at"], row["closes_at"]) for row in rows]


def _time(text: str, field: str, index: int, errors: list[InputError]) -> time | None:
    try:
        return datetime.strptime(text[:10].strip(), "%H:%M").time()  # noqa: DTZ007  # a time of day has no zone
    except ValueError:
        errors.append(InputError(_("Write a time, for example 09:30."), field=field, code="INVALID", index=index))
        return None
