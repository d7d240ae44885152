"""A meeting as a reader sees it: the other side by name, the place, the page to answer on."""

from django.conf import settings

from i18n.formatting import country_name
from marketplace.expo.local_name import local_name
from marketplace.expo.meetings.calendar import uid_of
from marketplace.expo.meetings.letter import MeetingFacts
from marketplace.expo.meetings.meeting import Meeting, Side
from marketplace.expo.meetings.place import places_of
from marketplace.expo.meetings.readers import Reader
from marketplace.expo.meetings.words import NOTHING, Words
from marketplace.expo.visitors.token import visitor_token
from marketplace.expo.visitors.visitor import Visitor
from marketplace.graphql import to_global_id


def facts_for(meeting: Meeting, reader: Reader, *, said: Words = NOTHING, reason: str = "") -> MeetingFacts:
    return MeetingFacts(
        uid=uid_of("meeting", meeting.public_id),
        sequence=meeting.sequence,
        who=_other_side(meeting, reader),
        fair=local_name(meeting.expo, reader.language),
        starts_at=meeting.starts_at,
        ends_at=meeting.ends_at,
        zone=reader.zone,
        place=places_of([meeting], reader.language)[0],
        link=_link(meeting, reader),
        said=said,
        reason=reason,
        email=reader.email,
    )


def person(visitor: Visitor, language: str) -> str:
    """Name, firm, country: what an exhibitor sees of a visitor who asks. Never an address."""
    parts = [visitor.name, visitor.firm, country_name(visitor.country, language)]
    return ", ".join(part for part in parts if part)


def agenda_link(visitor: Visitor) -> str:
    """The visitor's agenda. The token in it opens nothing but this registration."""
    address = f"{settings.PUBLIC_URL}/{visitor.language}/vn/fairs/{visitor.expo.slug}/agenda"
    return f"{address}?token={visitor_token(visitor)}"


def _other_side(meeting: Meeting, reader: Reader) -> str:
    if reader.side is Side.VISITOR:
        return local_name(meeting.exhibitor, reader.language)
    return person(meeting.visitor, reader.language)


def _link(meeting: Meeting, reader: Reader) -> str:
    if reader.side is Side.VISITOR:
        return agenda_link(meeting.visitor)
    desk = f"{meeting.expo.slug}/{to_global_id('Exhibitor', meeting.exhibitor_id)}"
    return f"{settings.PUBLIC_URL}/{reader.language}/exhibitor-desk/{desk}/meetings"
