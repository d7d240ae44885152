"""SeminarSeat: a visitor's seat, or place in the waiting list."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from marketplace.expo.seminars.seminar import Seminar


class SeatStatus(models.TextChoices):
    BOOKED = "BOOKED"
    WAITING = "WAITING"
    CANCELLED = "CANCELLED"


HELD = (SeatStatus.BOOKED, SeatStatus.WAITING)


class SeminarSeatQuerySet(models.QuerySet["SeminarSeat"]):
    def booked(self) -> SeminarSeatQuerySet:
        return self.filter(status=SeatStatus.BOOKED)

    def waiting(self) -> SeminarSeatQuerySet:
        """Who came first, first."""
        return self.filter(status=SeatStatus.WAITING).order_by("asked_at", "pk")


class SeminarSeat(models.Model):
    """Seats are numbered from 1 and given out under the seminar's lock, so there are never more than it has.

    The number's unique constraint stands behind that: nobody can be given a seat that is taken.
    """

    seminar = models.ForeignKey(Seminar, on_delete=models.CASCADE, related_name="taken_seats")
    visitor = models.ForeignKey("expo.Visitor", on_delete=models.CASCADE, related_name="seminar_seats")
    status = models.CharField(max_length=10, choices=SeatStatus.choices)
    number = models.PositiveIntegerField(null=True)
    asked_at = models.DateTimeField()
    sequence = models.PositiveIntegerField(default=0)
    """Counts what was written about it to the visitor's calendar, beside the seminar's own changes."""
    reminded_of_day_at = models.DateTimeField(null=True)
    reminded_of_hour_at = models.DateTimeField(null=True)

    objects: ClassVar[SeminarSeatQuerySet] = SeminarSeatQuerySet.as_manager()  # type: ignore[assignment]  # a manager

    class Meta:
        ordering = ["asked_at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["seminar", "number"], condition=models.Q(status="BOOKED"), name="one_visitor_per_seat"
            ),
            models.UniqueConstraint(
                fields=["seminar", "visitor"],
                condition=models.Q(status__in=["BOOKED", "WAITING"]),
                name="one_seat_per_visitor",
            ),
            models.CheckConstraint(
                condition=models.Q(status="BOOKED", number__gte=1) | ~models.Q(status="BOOKED"),
                name="booked_seat_has_number",
            ),
        ]

    def __str__(self) -> str:
        return f"seat of visitor {self.visitor_id} in seminar {self.seminar_id} {self.status}"
