"""A seminar in a language, as an appointment and as facts for letters."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from operator import attrgetter

from i18n.messages import gettext
from i18n.translate import localize
from marketplace.expo.hall import Hall
from marketplace.expo.local_name import local_name
from marketplace.expo.meetings.calendar import Appointment, uid_of
from marketplace.expo.meetings.facts import agenda_link
from marketplace.expo.seminars.letter import SeminarFacts
from marketplace.expo.seminars.seat import SeminarSeat
from marketplace.expo.seminars.seminar import Seminar


def appointment_of(seminar: Seminar, language: str, *, url: str = "", changes: int = 0) -> Appointment:
    """``changes`` are those of the reader's own seat, which count on top of the seminar's."""
    (appointment,) = appointments_of([seminar], language, url=url)
    return replace(appointment, sequence=seminar.sequence + changes)


def appointments_of(seminars: Sequence[Seminar], language: str, *, url: str = "") -> list[Appointment]:
    """The same for many, with two queries at most."""
    halls = Hall.objects.in_bulk({seminar.hall_id for seminar in seminars if seminar.hall_id is not None})
    titles = localize(
        subject=Seminar.SUBJECT,
        rows=seminars,
        fields=["title"],
        language=language,
        source_language=attrgetter("source_language"),
    )
    return [
        _appointment(seminar, text.text if (text := each["title"]) else seminar.title, url, halls, language)
        for seminar, each in zip(seminars, titles, strict=True)
    ]


def _appointment(seminar: Seminar, title: str, url: str, halls: Mapping[int, Hall], language: str) -> Appointment:
    return Appointment(
        uid=uid_of("seminar", seminar.public_id),
        starts_at=seminar.starts_at,
        ends_at=seminar.ends_at,
        summary=title,
        place=_room(halls.get(seminar.hall_id or 0), seminar.room, language),
        description=seminar.speaker,
        url=url,
        sequence=seminar.sequence,
        is_cancelled=seminar.cancelled_at is not None,
    )


def _room(hall: Hall | None, room: str, language: str) -> str:
    named = gettext(language, "Hall %(name)s", name=hall.name) if hall else ""
    return " · ".join(part for part in (named, room) if part)


def facts_for(seat: SeminarSeat) -> SeminarFacts:
    visitor, seminar = seat.visitor, seat.seminar
    appointment = appointment_of(seminar, visitor.language, url=agenda_link(visitor), changes=seat.sequence)
    return SeminarFacts(
        appointment=appointment,
        title=appointment.summary,
        fair=local_name(seminar.expo, visitor.language),
        speaker=seminar.speaker,
        languages=seminar.languages,
        zone=visitor.timezone,
        email=visitor.email,
    )
