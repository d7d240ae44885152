"""A letter about a seat in a seminar, out of facts alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from i18n.formatting import format_list, language_name
from i18n.messages import gettext
from i18n.zones import clock_rows
from marketplace.accounts.mail.letter import Letter
from marketplace.accounts.mail.parts import Part
from marketplace.accounts.mail.write import LetterText
from marketplace.expo.meetings.calendar import Appointment, Method, calendar_text


@dataclass(frozen=True, slots=True)
class SeminarFacts:
    """A seminar as one of its readers sees it."""

    appointment: Appointment
    title: str
    fair: str
    speaker: str
    languages: Sequence[str]
    zone: str
    email: str = ""


def compose(
    text: LetterText, facts: SeminarFacts, language: str, *, now: datetime, method: Method | None = None
) -> Letter:
    """Without a ``method`` nothing is said to the calendar."""
    words = {"title": facts.title, "fair": facts.fair}
    body: list[Part] = [*gettext(language, text.body, **words).split("\n\n")]
    body.append(_rows(facts, language))
    calendar = calendar_text([facts.appointment], method=method, now=now, reader=facts.email) if method else ""
    return Letter(
        subject=gettext(language, text.subject, **words),
        language=language,
        body=body,
        link=facts.appointment.url,
        link_text=gettext(language, "See your agenda"),
        calendar=calendar,
    )


def _rows(facts: SeminarFacts, language: str) -> list[tuple[str, str]]:
    held_in = format_list([language_name(code, language) for code in facts.languages], language)
    rows = [
        (gettext(language, "Seminar"), facts.title),
        *clock_rows(facts.appointment.starts_at, language, facts.zone),
        (gettext(language, "Speaker"), facts.speaker),
        (gettext(language, "Languages"), held_in),
        (gettext(language, "Place"), facts.appointment.place),
    ]
    return [(name, value) for name, value in rows if value]
