"""Seats: never more than there are, and who waits moves up by itself."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from catalog.refusal import Refused
from marketplace.accounts.mail.outgoing_letter import OutgoingLetter
from marketplace.events.deliver import deliver_pending
from marketplace.expo.models import Seminar, SeminarSeat
from marketplace.expo.seminars.arrange import cancel_seminar, translate_seminar, update_seminar
from marketplace.expo.seminars.remind import remind_of_seminars
from marketplace.expo.seminars.seats import book_seat, leave_seat, leave_seats_of
from tests.catalog.stock.conftest import Parallel, empty_database, in_parallel
from tests.factories.expo import make_exhibitor, make_expo, make_hall
from tests.factories.meetings import make_fair_visitor, make_meeting, make_seminar

__all__ = ["empty_database", "in_parallel"]
NOW = timezone.now()


def letters() -> list[tuple[str, str]]:
    while deliver_pending(limit=50):
        pass
    found = list(OutgoingLetter.objects.order_by("created_at").values_list("kind", "recipient"))
    OutgoingLetter.objects.all().delete()
    return found


def code_of(call: Callable[[], object]) -> str:
    before = list(SeminarSeat.objects.values_list("pk", "status", "number"))
    with pytest.raises(Refused) as refused:
        call()
    assert list(SeminarSeat.objects.values_list("pk", "status", "number")) == before
    return refused.value.problems[0].code


def taken(seminar: Seminar) -> list[int | None]:
    return sorted(SeminarSeat.objects.booked().filter(seminar=seminar).values_list("number", flat=True))  # type: ignore[type-var]  # booked ones have numbers


@pytest.mark.django_db
def test_who_waits_longest_gets_the_seat_that_is_given_back() -> None:
    expo = make_expo()
    seminar = make_seminar(expo, seats=2)
    people = [make_fair_visitor(expo) for _ in range(5)]
    seats = [book_seat(seminar=seminar, visitor=one, now=NOW + timedelta(minutes=i)) for i, one in enumerate(people)]
    assert [seat.status for seat in seats] == ["BOOKED", "BOOKED", "WAITING", "WAITING", "WAITING"]
    assert {kind for kind, _to in letters()} == {"SEMINAR_BOOKED", "SEMINAR_WAITING"}
    make_meeting(make_exhibitor(expo), people[2], slot=10)  # 14:00, the seminar's own time
    leave_seat(seat=seats[0], now=NOW)
    assert letters() == [("SEMINAR_LEFT", people[0].email), ("SEMINAR_MOVED_UP", people[3].email)]
    assert taken(seminar) == [1, 2]
    update_seminar(seminar=seminar, changes={"seats": 9})
    assert letters() == [("SEMINAR_MOVED_UP", people[4].email)], "the one with a meeting then still waits"
    assert code_of(lambda: update_seminar(seminar=seminar, changes={"seats": 2})) == "INVALID"
    assert leave_seats_of(visitor=people[2], now=NOW) == 1
    assert letters() == [("SEMINAR_LEFT", people[2].email)]


@pytest.mark.django_db
def test_numbers_beyond_fewer_seats_count_too() -> None:
    expo = make_expo()
    seminar = make_seminar(expo, seats=3)
    seats = [book_seat(seminar=seminar, visitor=make_fair_visitor(expo), now=NOW) for _ in range(3)]
    leave_seat(seat=seats[0], now=NOW)
    update_seminar(seminar=seminar, changes={"seats": 2})
    assert taken(seminar) == [2, 3]
    assert book_seat(seminar=seminar, visitor=make_fair_visitor(expo), now=NOW).status == "WAITING"


@pytest.mark.django_db
def test_why_a_seat_is_refused() -> None:
    expo = make_expo()
    seminar, visitor = make_seminar(expo), make_fair_visitor(expo)
    book_seat(seminar=seminar, visitor=visitor, now=NOW)
    over = make_seminar(expo, starts_at=seminar.starts_at + timedelta(minutes=30))
    again = make_seminar(expo, starts_at=seminar.starts_at + timedelta(hours=1))
    stranger = make_fair_visitor(make_expo())

    def book(which: Seminar, who: object = visitor, now: object = NOW) -> str:
        return code_of(lambda: book_seat(seminar=which, visitor=who, now=now))  # type: ignore[arg-type]  # as given

    assert book(seminar) == "UNIQUE"
    assert book(over) == "VISITOR_BUSY"
    assert book(again, stranger) == "NOT_FOUND"
    assert book(again, make_fair_visitor(expo, confirmed_at=None)) == "NOT_CONFIRMED"
    assert book(again, now=again.starts_at) == "WRONG_STATE"
    cancel_seminar(seminar=again, now=NOW)
    assert book(again) == "WRONG_STATE"
    with pytest.raises(IntegrityError), transaction.atomic():
        SeminarSeat.objects.create(
            seminar=seminar, visitor=make_fair_visitor(expo), status="BOOKED", number=1, asked_at=NOW
        )


@pytest.mark.django_db
def test_plans_are_checked_and_everybody_with_a_seat_is_told_of_changes() -> None:
    expo = make_expo()
    hall = make_hall(expo)
    for wrong, field in (
        ({"title": ""}, "title"),
        ({"speaker": " "}, "speaker"),
        ({"minutes": 4}, "minutes"),
        ({"seats": 0}, "seats"),
        ({"languages": []}, "languages"),
        ({"languages": ["xx"]}, "languages"),
        ({"hall": make_hall()}, "hall_id"),
        ({"starts_at": NOW - timedelta(days=99)}, "starts_at"),
    ):
        with pytest.raises(Refused) as refused:
            make_seminar(expo, **wrong)
        assert [problem.field for problem in refused.value.problems] == [field], wrong
    seminar = make_seminar(expo, languages=["vi", "en"])
    visitor = make_fair_visitor(expo)
    book_seat(seminar=seminar, visitor=visitor, now=NOW)
    letters()
    update_seminar(seminar=seminar, changes={"speaker": "Trần Ví Dụ"})
    assert letters() == [], "neither time nor place"
    update_seminar(seminar=seminar, changes={"hall": hall})
    assert letters() == [("SEMINAR_MOVED", visitor.email)]
    translate_seminar(seminar=seminar, language="ko", texts_given={"title": "예시 세미나"})
    assert remind_of_seminars(now=seminar.starts_at - timedelta(hours=20)) == 1
    assert remind_of_seminars(now=seminar.starts_at - timedelta(hours=20)) == 0
    assert "예시 세미나" in OutgoingLetter.objects.get().subject
    assert letters() == [("SEMINAR_IN_A_DAY", visitor.email)]
    cancel_seminar(seminar=seminar, now=NOW)
    assert letters() == [("SEMINAR_CANCELLED", visitor.email)]
    with pytest.raises(Refused):
        cancel_seminar(seminar=seminar, now=NOW)


@pytest.mark.services
def test_a_crowd_at_once_takes_each_seat_once(in_parallel: Parallel) -> None:
    def prepare(_: int) -> tuple[Seminar, list[object]]:
        expo = make_expo()
        return make_seminar(expo, seats=7), [make_fair_visitor(expo) for _ in range(30)]

    ((seminar, people),) = in_parallel(prepare, 1)
    seats = in_parallel(lambda n: book_seat(seminar=seminar, visitor=people[n], now=NOW), 30)
    assert sorted(seat.number for seat in seats if seat.number) == [1, 2, 3, 4, 5, 6, 7]
    assert sum(seat.status == "WAITING" for seat in seats) == 23
    leaving = [seat for seat in seats if seat.number][:4]
    in_parallel(lambda n: leave_seat(seat=leaving[n], now=NOW), 4)
    in_parallel(lambda _: letters(), 1)
    assert in_parallel(lambda _: taken(seminar), 1) == [[1, 2, 3, 4, 5, 6, 7]]
