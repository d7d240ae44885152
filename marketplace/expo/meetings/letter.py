"""A letter about a meeting, out of facts alone, so that it can be looked at without a database."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from i18n.formatting import language_name
from i18n.messages import gettext
from i18n.zones import clock_rows
from marketplace.accounts.mail.letter import Letter
from marketplace.accounts.mail.parts import Part
from marketplace.accounts.mail.write import LetterText
from marketplace.expo.meetings.calendar import Appointment, Method, calendar_text
from marketplace.expo.meetings.letter_texts import REASONS
from marketplace.expo.meetings.words import NOTHING, Words


@dataclass(frozen=True, slots=True)
class MeetingFacts:
    """A meeting as one of its readers sees it."""

    uid: str
    sequence: int
    who: str
    """The other side."""
    fair: str
    starts_at: datetime
    ends_at: datetime
    zone: str
    place: str
    link: str
    said: Words = NOTHING
    """The latest that was written, by whichever side."""
    reason: str = ""
    email: str = ""
    """The reader's own."""


def compose(
    text: LetterText, facts: MeetingFacts, language: str, *, now: datetime, method: Method, is_tentative: bool = False
) -> Letter:
    """What happened, when on whose clocks, where, what was written in which language; and the calendar's part."""
    subject = gettext(language, text.subject, who=facts.who, fair=facts.fair)
    body: list[Part] = [*gettext(language, text.body, who=facts.who, fair=facts.fair).split("\n\n")]
    body.append([*clock_rows(facts.starts_at, language, facts.zone), *_more(facts, language)])
    body += _said(facts, language)
    appointment = Appointment(
        uid=facts.uid,
        starts_at=facts.starts_at,
        ends_at=facts.ends_at,
        summary=f"{facts.who} – {facts.fair}",
        place=facts.place,
        url=facts.link,
        sequence=facts.sequence,
        is_tentative=is_tentative,
        is_cancelled=method is Method.CANCEL,
    )
    return Letter(
        subject=subject,
        language=language,
        body=body,
        link=facts.link,
        link_text=gettext(language, "See your meetings"),
        calendar=calendar_text([appointment], method=method, now=now, reader=facts.email),
    )


def _more(facts: MeetingFacts, language: str) -> list[tuple[str, str]]:
    rows = [(gettext(language, "With"), facts.who), (gettext(language, "Fair"), facts.fair)]
    if facts.place:
        rows.append((gettext(language, "Place"), facts.place))
    if facts.reason:
        rows.append((gettext(language, "Reason"), gettext(language, REASONS[facts.reason])))
    return rows


def _said(facts: MeetingFacts, language: str) -> Sequence[Part]:
    if not facts.said.text:
        return []
    named = language_name(facts.said.language, language)
    return [gettext(language, "Written in %(language)s:", language=named), facts.said.text]
