"""Seminars in the API."""

from collections import Counter
from typing import Any

from django.db.models import Count

from i18n.graphql.localized import localized_texts, localized_type, stored_translations, translation_type
from i18n.graphql.types.language import LanguageDisplay, language_argument
from marketplace.expo.graphql.access import STAFF
from marketplace.expo.graphql.types.hall import Hall
from marketplace.expo.graphql.visitor_access import of_visitor
from marketplace.expo.hall import Hall as HallRow
from marketplace.expo.meetings.calendar import Method, calendar_text
from marketplace.expo.models import Seminar as SeminarRow
from marketplace.expo.models import SeminarSeat as SeatRow
from marketplace.expo.seminars.arrange import FIELDS
from marketplace.expo.seminars.facts import appointments_of
from marketplace.expo.seminars.seat import SeatStatus
from marketplace.graphql import (
    ANYONE,
    ID,
    Boolean,
    DateTime,
    Enum,
    Field,
    Int,
    List,
    NonNull,
    ObjectType,
    String,
    batch,
    related,
)

SeminarSeatStatusEnum = Enum.from_enum(
    SeatStatus, name="SeminarSeatStatusEnum", description="WAITING ones get a seat by themselves when one is free."
)
SeminarLocalized = localized_type("SeminarLocalized", required=["title"], optional=["description"])
SeminarTranslation = translation_type("SeminarTranslation", FIELDS)


class Seminar(ObjectType):
    """Somebody speaks at a fair, before as many people as there are seats."""

    class Meta:
        access = ANYONE

    id = Field(ID, required=True)
    title = Field(String, required=True, description="As written; see localized.")
    source_language = Field(LanguageDisplay, required=True)
    localized = Field(SeminarLocalized, required=True, language_code=language_argument())
    translations = Field(NonNull(List(NonNull(SeminarTranslation))), access=STAFF)
    description = Field(String, access=STAFF, description="As written; the public reads localized.")
    speaker = Field(String, required=True)
    languages = Field(NonNull(List(NonNull(LanguageDisplay))), size=3, description="Held or interpreted in.")
    hall = Field(Hall)
    room = Field(String)
    starts_at = Field(DateTime, required=True)
    ends_at = Field(DateTime, required=True)
    minutes = Field(Int, required=True)
    seats = Field(Int, required=True)
    seats_free = Field(Int, required=True)
    waiting = Field(Int, required=True, description="How many people wait for a seat.")
    is_cancelled = Field(Boolean, required=True)
    calendar = Field(
        String, required=True, cost=2, description="An iCalendar file (RFC 5545) in the language of the request."
    )

    resolve_localized = localized_texts(SeminarRow.SUBJECT, FIELDS)
    resolve_translations = stored_translations(SeminarRow.SUBJECT, FIELDS)
    resolve_hall = related("hall", queryset=lambda info: HallRow.objects.all())

    @staticmethod
    @batch
    def resolve_room(seminars: list[SeminarRow], info: Any) -> list[str | None]:
        return [seminar.room or None for seminar in seminars]

    @staticmethod
    @batch
    def resolve_seats_free(seminars: list[SeminarRow], info: Any) -> list[int]:
        booked = _seat_counts(seminars, SeatStatus.BOOKED)
        return [max(0, seminar.seats - booked[seminar.pk]) for seminar in seminars]

    @staticmethod
    @batch
    def resolve_waiting(seminars: list[SeminarRow], info: Any) -> list[int]:
        waiting = _seat_counts(seminars, SeatStatus.WAITING)
        return [waiting[seminar.pk] for seminar in seminars]

    @staticmethod
    @batch
    def resolve_is_cancelled(seminars: list[SeminarRow], info: Any) -> list[bool]:
        return [seminar.cancelled_at is not None for seminar in seminars]

    @staticmethod
    @batch
    def resolve_calendar(seminars: list[SeminarRow], info: Any) -> list[str]:
        language, now = info.context.language, info.context.now
        return [
            calendar_text([appointment], method=Method.PUBLISH, now=now)
            for appointment in appointments_of(seminars, language)
        ]


class SeminarSeat(ObjectType):
    """A visitor's seat in a seminar, or place in its waiting list."""

    class Meta:
        access = of_visitor(lambda seat: seat.visitor_id)

    id = Field(ID, required=True)
    seminar = Field(Seminar, required=True)
    status = Field(SeminarSeatStatusEnum, required=True)
    number = Field(Int, description="Of the seat; null while waiting.")
    place_in_line = Field(Int, description="1 is next; null for who has a seat.")
    asked_at = Field(DateTime, required=True)

    resolve_seminar = related("seminar", queryset=lambda info: SeminarRow.objects.all())

    @staticmethod
    @batch
    def resolve_place_in_line(seats: list[SeatRow], info: Any) -> list[int | None]:
        waiting = SeatRow.objects.waiting().filter(seminar__in={seat.seminar_id for seat in seats})
        places: dict[int, int] = {}
        met: Counter[int] = Counter()
        for pk, seminar in waiting.values_list("pk", "seminar_id"):
            met[seminar] += 1
            places[pk] = met[seminar]
        return [places.get(seat.pk) for seat in seats]


def _seat_counts(seminars: list[SeminarRow], status: SeatStatus) -> Counter[int]:
    seats = SeatRow.objects.filter(seminar__in=[seminar.pk for seminar in seminars], status=status)
    return Counter(dict(seats.order_by().values_list("seminar_id").annotate(Count("pk"))))
