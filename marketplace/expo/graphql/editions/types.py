"""Opening hours and registration periods in the API."""

import enum

from marketplace.expo.editions.hours import HoursAudience, OpeningHours
from marketplace.expo.editions.registration import RegistrationAudience
from marketplace.graphql import ANYONE, Date, DateTime, Enum, Field, ObjectType, String, batch

FairHoursAudienceEnum = Enum.from_enum(
    enum.StrEnum("FairHoursAudienceEnum", {name: name for name in HoursAudience.names}),
    description="TRADE visitors only; BUILD_UP and DISMANTLING are for exhibitors and their stand builders.",
)
FairRegistrationAudienceEnum = Enum.from_enum(
    enum.StrEnum("FairRegistrationAudienceEnum", {name: name for name in RegistrationAudience.names}),
    description="Exhibitors apply, visitors register.",
)


class FairOpeningHours(ObjectType):
    """One day's hours for one audience. Times are local to the exhibition (`Expo.timezone`), as 09:30."""

    class Meta:
        access = ANYONE

    day = Field(Date, required=True)
    audience = Field(FairHoursAudienceEnum, required=True)
    opens_at = Field(String, required=True)
    closes_at = Field(String, required=True)

    @staticmethod
    @batch
    def resolve_opens_at(rows: list[OpeningHours], info: object) -> list[str]:
        return [f"{row.opens_at:%H:%M}" for row in rows]

    @staticmethod
    @batch
    def resolve_closes_at(rows: list[OpeningHours], info: object) -> list[str]:
        return [f"{row.closes_at:%H:%M}" for row in rows]


class FairRegistrationPeriod(ObjectType):
    """When one audience may register."""

    class Meta:
        access = ANYONE

    audience = Field(FairRegistrationAudienceEnum, required=True)
    opens_at = Field(DateTime, required=True)
    closes_at = Field(DateTime, required=True, description="No more from this moment on.")
