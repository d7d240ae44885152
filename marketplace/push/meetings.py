"""Reaction to meetings at fairs: who works for the exhibitor hears that a visitor asks for one."""

from functools import partial

from django.db.models import Q

from i18n.formatting import format_datetime
from i18n.messages import gettext
from marketplace.accounts.models import User
from marketplace.expo.exhibition import LOCAL_ZONE
from marketplace.expo.exhibitor import Exhibitor
from marketplace.expo.meetings.events import Change, MeetingChanged
from marketplace.expo.meetings.meeting import Meeting, Side
from marketplace.expo.people.member import ExhibitorMember
from marketplace.graphql import to_global_id
from marketplace.push.kinds import PushKind
from marketplace.push.notice import Notice, Words
from marketplace.push.queue import queue_push
from marketplace.sellers.member import MemberRole, SellerMember


def push_meeting(event: MeetingChanged) -> None:
    """Asked for or moved by a visitor; a change that another has overtaken is not told."""
    if Change(event.change) not in {Change.REQUESTED, Change.MOVED} or event.by != Side.VISITOR:
        return
    found = Meeting.objects.filter(pk=event.meeting_id, sequence=event.sequence)
    meeting = found.select_related("expo", "exhibitor").first()
    if meeting is None:
        return
    about = f"{meeting.public_id.hex}:{meeting.sequence}"
    queue_push(Notice(PushKind.MEETING_ASKED, about, partial(asked, meeting)), _team(meeting.exhibitor))


def asked(meeting: Meeting, reader: User) -> Words:
    """Not who asks: that is behind the sign-in."""
    desk = f"{meeting.expo.slug}/{to_global_id('Exhibitor', meeting.exhibitor_id)}"
    return Words(
        title=gettext(reader.language, "A visitor asks for a meeting"),
        body=f"{meeting.expo.name} · {format_datetime(meeting.starts_at, reader.language, LOCAL_ZONE)}",
        path=f"/{reader.language}/exhibitor-desk/{desk}/meetings",
    )


def _team(exhibitor: Exhibitor) -> list[int]:
    members = ExhibitorMember.objects.filter(exhibitor=exhibitor).values("user_id")
    team = SellerMember.objects.filter(seller=exhibitor.seller, role__in=[MemberRole.OWNER, MemberRole.MANAGER])
    rows = User.objects.filter(Q(pk__in=members) | Q(pk__in=team.values("user_id")), is_active=True)
    return list(rows.values_list("pk", flat=True))
