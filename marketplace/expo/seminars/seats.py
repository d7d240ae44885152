"""Seats in a seminar: ``book_seat``, ``leave_seat``, and ``fill_seat`` for those who wait.

Seats are given out under the seminar's lock: lock → count → the lowest free number. With 30 seats, of 31 who book at
the same moment 30 get the numbers 1 to 30 and one waits; when number 7 leaves, who has waited longest gets number 7.
"""

from datetime import datetime

from django.db import transaction

from catalog.refusal import Problem, Refused
from i18n.messages import gettext_noop as _
from marketplace.events.publish import publish
from marketplace.expo.locks import lock_seminar, lock_visitor
from marketplace.expo.meetings.slots import busy_times, overlaps_any
from marketplace.expo.seminars.events import SeatChange, SeatChanged, SeatsFreed
from marketplace.expo.seminars.seat import HELD, SeatStatus, SeminarSeat
from marketplace.expo.seminars.seminar import Seminar
from marketplace.expo.visitors.visitor import Visitor


def book_seat(*, seminar: Seminar, visitor: Visitor, now: datetime) -> SeminarSeat:
    """A seat, or a place at the end of the waiting list when all are taken. Raises ``Refused``."""
    with transaction.atomic():
        person, locked = lock_visitor(visitor.pk), lock_seminar(seminar.pk)
        _require_bookable(locked, person, now)
        _require_free_visitor(locked, person)
        number = _free_number(locked)
        seat = SeminarSeat.objects.create(
            seminar=locked,
            visitor=person,
            status=SeatStatus.WAITING if number is None else SeatStatus.BOOKED,
            number=number,
            asked_at=now,
        )
        change = SeatChange.WAITING if number is None else SeatChange.BOOKED
        publish(SeatChanged(seat.pk, change, seat.sequence))
    return seat


def leave_seat(*, seat: SeminarSeat, now: datetime) -> SeminarSeat:
    """Give a seat back, or leave the waiting list. Raises ``Refused`` for one that is not held any more."""
    with transaction.atomic():
        lock_visitor(seat.visitor_id)
        seminar = lock_seminar(seat.seminar_id)
        held = SeminarSeat.objects.filter(pk=seat.pk, status__in=HELD).first()
        if held is None or seminar.starts_at <= now:
            message = _("This seat has moved on. Load the page again to see what is possible now.")
            raise Refused(Problem("id", "WRONG_STATE", message))
        had_seat = held.status == SeatStatus.BOOKED
        held.status, held.number = SeatStatus.CANCELLED, None
        held.sequence += 1
        held.save()
        publish(SeatChanged(held.pk, SeatChange.CANCELLED, held.sequence))
        if had_seat:
            publish(SeatsFreed(seminar.pk))
    return held


def leave_seats_of(*, visitor: Visitor, now: datetime) -> int:
    """Free all seats of a visitor who withdrew. Returns how many."""
    held = SeminarSeat.objects.filter(visitor=visitor, status__in=HELD, seminar__starts_at__gt=now).order_by("pk")
    return len([leave_seat(seat=seat, now=now) for seat in held])


def fill_seat(*, seminar_id: int, now: datetime) -> SeminarSeat | None:
    """Give one free seat to who has waited longest and has time then. Asks to be called again if one moved up.

    One at a time, so that the locks are taken in their order: this visitor's, then the seminar's.
    """
    with transaction.atomic():
        seminar = Seminar.objects.on().filter(pk=seminar_id, starts_at__gt=now).first()
        waiting = SeminarSeat.objects.waiting().filter(seminar_id=seminar_id).select_related("visitor")
        if seminar is None or _free_number(seminar) is None:
            return None
        for seat in waiting:
            if not _is_busy(seminar, seat.visitor):
                return _move_up(seat)
    return None


def _move_up(seat: SeminarSeat) -> SeminarSeat | None:
    visitor, seminar = lock_visitor(seat.visitor_id), lock_seminar(seat.seminar_id)
    waits = SeminarSeat.objects.filter(pk=seat.pk, status=SeatStatus.WAITING).exists()
    number = _free_number(seminar)
    if number is None or seminar.cancelled_at is not None:
        return None
    publish(SeatsFreed(seminar.pk))
    if not waits or _is_busy(seminar, visitor):
        return None
    seat.status, seat.number = SeatStatus.BOOKED, number
    seat.sequence += 1
    seat.save()
    publish(SeatChanged(seat.pk, SeatChange.MOVED_UP, seat.sequence))
    return seat


def _free_number(seminar: Seminar) -> int | None:
    taken = set(SeminarSeat.objects.booked().filter(seminar=seminar).values_list("number", flat=True))
    if len(taken) >= seminar.seats:
        return None
    return next(number for number in range(1, seminar.seats + 1) if number not in taken)


def _is_busy(seminar: Seminar, visitor: Visitor) -> bool:
    return overlaps_any(seminar.starts_at, seminar.ends_at, busy_times(visitor))


def _require_bookable(seminar: Seminar, visitor: Visitor, now: datetime) -> None:
    if seminar.expo_id != visitor.expo_id or not seminar.expo.is_published:
        raise Refused(Problem("seminar_id", "NOT_FOUND", _("There is no such seminar.")))
    if not visitor.is_registered:
        message = _("Confirm your registration first: open the link in the letter you got.")
        raise Refused(Problem(None, "NOT_CONFIRMED", message))
    if seminar.cancelled_at is not None or seminar.starts_at <= now:
        raise Refused(Problem("seminar_id", "WRONG_STATE", _("This seminar is over or was called off.")))
    if SeminarSeat.objects.filter(seminar=seminar, visitor=visitor, status__in=HELD).exists():
        raise Refused(Problem("seminar_id", "UNIQUE", _("You have a seat in this seminar, or wait for one, already.")))


def _require_free_visitor(seminar: Seminar, visitor: Visitor) -> None:
    if _is_busy(seminar, visitor):
        message = _("You have a meeting or another seminar at this time. Cancel that one first.")
        raise Refused(Problem("seminar_id", "VISITOR_BUSY", message))
