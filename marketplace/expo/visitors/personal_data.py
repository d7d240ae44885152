"""What visits to fairs hold about a person: giving it to them, and letting go of it."""

from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone

from marketplace.accounts.models import User
from marketplace.accounts.privacy.registry import register_erasure, register_export
from marketplace.expo.door.door_scan import DoorScan
from marketplace.expo.meetings.meeting import Meeting
from marketplace.expo.seminars.seat import SeminarSeat
from marketplace.expo.visitors.change import withdraw_visitor
from marketplace.expo.visitors.visitor import Visitor


def register() -> None:
    """Tell accounts that there is something here."""
    register_export("fairVisits", export_visits)
    register_erasure("expo_visitors", erase_visits)


def visits_of(user: User) -> QuerySet[Visitor]:
    """Also those that were registered with the account's confirmed address before there was the account."""
    own = Q(user=user) | (Q(email=user.email) if user.is_confirmed else Q())
    return Visitor.objects.filter(own, forgotten_at__isnull=True)


def export_visits(user: User) -> list[dict[str, Any]]:
    parts = ("consents", "badges", "meetings__exhibitor", "seminar_seats__seminar")
    visits = visits_of(user).select_related("expo").prefetch_related(*parts).order_by("registered_at")
    return [_visit(visitor) for visitor in visits]


def _visit(visitor: Visitor) -> dict[str, Any]:
    scans = DoorScan.objects.filter(badge__visitor=visitor).order_by("scanned_at")
    return {
        "fair": visitor.expo.name,
        "name": visitor.name,
        "firm": visitor.firm,
        "jobTitle": visitor.job_title,
        "country": visitor.country,
        "language": visitor.language,
        "timezone": visitor.timezone,
        "email": visitor.email,
        "kind": visitor.kind,
        "interests": visitor.interests,
        "registeredAt": visitor.registered_at.isoformat(),
        "confirmedAt": visitor.confirmed_at.isoformat() if visitor.confirmed_at else None,
        "consents": [
            {
                "purpose": consent.purpose,
                "wordingVersion": consent.wording_version,
                "givenAt": consent.given_at.isoformat(),
                "withdrawnAt": consent.withdrawn_at.isoformat() if consent.withdrawn_at else None,
            }
            for consent in visitor.consents.all()
        ],
        "badges": [badge.code for badge in visitor.badges.all()],
        "doors": [{"door": one.door, "at": one.scanned_at.isoformat(), "direction": one.direction} for one in scans],
        "meetings": [_meeting(meeting) for meeting in visitor.meetings.all()],
        "seminars": [_seat(seat) for seat in visitor.seminar_seats.all()],
    }


def _meeting(meeting: Meeting) -> dict[str, Any]:
    """What both sides wrote is about the visitor, so the visitor has it."""
    return {
        "exhibitor": meeting.exhibitor.name,
        "startsAt": meeting.starts_at.isoformat(),
        "status": meeting.status,
        "askedBy": meeting.asked_by,
        "message": meeting.message,
        "answeredBy": meeting.answered_by,
        "answer": meeting.answer,
        "declineReason": meeting.decline_reason,
        "createdAt": meeting.created_at.isoformat(),
        "decidedAt": meeting.decided_at.isoformat() if meeting.decided_at else None,
    }


def _seat(seat: SeminarSeat) -> dict[str, Any]:
    return {
        "seminar": seat.seminar.title,
        "startsAt": seat.seminar.starts_at.isoformat(),
        "status": seat.status,
        "seat": seat.number,
        "askedAt": seat.asked_at.isoformat(),
    }


def erase_visits(user: User) -> list[str]:
    """As if the visitor had withdrawn from every fair; what is counted by country has no name on it."""
    now = timezone.now()
    for visitor in visits_of(user).order_by("pk"):
        withdraw_visitor(visitor=visitor, now=now)
    return []
