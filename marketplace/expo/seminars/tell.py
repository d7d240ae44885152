"""Letters about seats, to each visitor in their language and on their clocks; and seats for those who wait."""

from dataclasses import replace

from django.db.models import QuerySet
from django.utils import timezone

from marketplace.accounts.mail.post import post
from marketplace.accounts.mail.write import LetterText
from marketplace.expo.meetings.calendar import Method
from marketplace.expo.seminars import letter_texts
from marketplace.expo.seminars.events import SeatChange, SeatChanged, SeatsFreed, SeminarCancelled, SeminarMoved
from marketplace.expo.seminars.facts import facts_for
from marketplace.expo.seminars.letter import compose
from marketplace.expo.seminars.seat import HELD, SeatStatus, SeminarSeat
from marketplace.expo.seminars.seats import fill_seat

_TEXTS = {
    SeatChange.BOOKED: (letter_texts.BOOKED, Method.REQUEST),
    SeatChange.WAITING: (letter_texts.WAITING, None),
    SeatChange.MOVED_UP: (letter_texts.MOVED_UP, Method.REQUEST),
    SeatChange.CANCELLED: (letter_texts.LEFT, Method.CANCEL),
}


def tell_of_seat(event: SeatChanged) -> None:
    """Reaction; what a later change of the same seat has overtaken is not told any more."""
    seat = _seats().filter(pk=event.seat_id, sequence=event.sequence).first()
    if seat is not None:
        text, method = _TEXTS[SeatChange(event.change)]
        write_about(seat, text, method)


def fill_freed_seats(event: SeatsFreed) -> None:
    """Reaction: one seat for who has waited longest; it asks for the next one by the same event."""
    fill_seat(seminar_id=event.seminar_id, now=timezone.now())


def tell_of_moved_seminar(event: SeminarMoved) -> None:
    """Reaction: to everybody with a seat."""
    for seat in _seats().filter(seminar=event.seminar_id, seminar__sequence=event.sequence, status=SeatStatus.BOOKED):
        write_about(seat, letter_texts.MOVED, Method.REQUEST)


def tell_of_cancelled_seminar(event: SeminarCancelled) -> None:
    """Reaction: to everybody with a seat, and to those who wait."""
    for seat in _seats().filter(seminar=event.seminar_id, status__in=HELD):
        write_about(seat, letter_texts.CANCELLED, Method.CANCEL)


def write_about(seat: SeminarSeat, text: LetterText, method: Method | None) -> None:
    """Post one letter; nobody is written to whose address is forgotten."""
    if not seat.visitor.email:
        return
    facts = facts_for(seat)
    if method is Method.CANCEL:
        facts = replace(facts, appointment=replace(facts.appointment, is_cancelled=True))
    letter = compose(text, facts, seat.visitor.language, now=timezone.now(), method=method)
    post(letter, to=seat.visitor.email, kind=text.kind)


def _seats() -> QuerySet[SeminarSeat]:
    return SeminarSeat.objects.select_related("seminar__expo", "seminar__hall", "visitor__expo").order_by("pk")
