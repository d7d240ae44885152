"""Who may see and answer a meeting: its visitor, by link or account, and who works for its exhibitor."""

from typing import Any

from i18n.messages import gettext_noop as _
from marketplace.expo.graphql.access import of_exhibitor, roles_at_fairs
from marketplace.expo.graphql.visitor_access import has_opened, of_visitor, opened, visitor_if_any
from marketplace.expo.meetings.meeting import Meeting, Side
from marketplace.expo.meetings.words import Words
from marketplace.graphql import InputError, Rule, integer_key

PARTIES = of_visitor(lambda meeting: meeting.visitor_id) | of_exhibitor(lambda meeting: meeting.exhibitor_id)
THROUGH = Rule("reaching it through a meeting, match or agenda one may see", lambda _context, _parents: True)


def is_side(info: Any, meeting: Meeting) -> bool:
    """Whether the caller is one of the two: what they write to each other is no business of the organiser's."""
    return meeting.exhibitor_id in roles_at_fairs(info.context) or has_opened(info.context, meeting.visitor_id)


def own_meeting(info: Any, global_id: str, token: str | None) -> tuple[Meeting, Side]:
    """The meeting, and for which side the caller acts. Raises `InputError` NOT_FOUND for everybody else."""
    key = integer_key(global_id, "Meeting", field="id")
    meeting = Meeting.objects.select_related("expo", "exhibitor", "visitor").filter(pk=key).first()
    side = _side(info, meeting, token) if meeting is not None else None
    if meeting is None or side is None:
        raise InputError(_("There is no such meeting."), field="id", code="NOT_FOUND")
    return meeting, side


def _side(info: Any, meeting: Meeting, token: str | None) -> Side | None:
    if not token and meeting.exhibitor_id in roles_at_fairs(info.context):
        return Side.EXHIBITOR
    visitor = visitor_if_any(info, meeting.expo, token)
    if visitor is None or visitor.pk != meeting.visitor_id:
        return None
    opened(info, visitor)
    return Side.VISITOR


def words_of(info: Any, text: str | None, language: Any) -> Words:
    """What was written, in the language named or that of the request."""
    return Words(text or "", str(language or info.context.language))
