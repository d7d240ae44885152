"""A letter on its way to the mail server: written with what it speaks of, kept until the server has accepted it."""

import uuid

from django.db import models


class LetterState(models.TextChoices):
    """``LETTER_MOVES`` is the table of what may follow what."""

    WAITING = "WAITING"
    SENT = "SENT"
    """The mail server has taken it over."""
    REFUSED = "REFUSED"
    """The mail server said that it will never take it: no such mailbox, for example."""
    EXPIRED = "EXPIRED"
    """What it offers (a link) had ended before it could be sent."""
    GIVEN_UP = "GIVEN_UP"
    """Tried for days."""


LETTER_MOVES = {
    LetterState.WAITING: {LetterState.SENT, LetterState.REFUSED, LetterState.EXPIRED, LetterState.GIVEN_UP},
    LetterState.SENT: set[LetterState](),
    LetterState.REFUSED: {LetterState.WAITING},
    LetterState.EXPIRED: set[LetterState](),
    LetterState.GIVEN_UP: {LetterState.WAITING},
}


class OutgoingLetter(models.Model):
    """Texts are dropped once the server has them: they may hold links that open an account or an order."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    """Also in its Message-ID, so that a letter which arrives twice is known as one."""
    kind = models.CharField(max_length=40, blank=True)
    recipient = models.EmailField(max_length=254)
    language = models.CharField(max_length=12)
    subject = models.CharField(max_length=500)
    text = models.TextField(blank=True)
    html = models.TextField(blank=True)
    calendar = models.TextField(blank=True)
    """What goes into the reader's calendar: an iCalendar object with its METHOD."""
    state = models.CharField(max_length=10, choices=LetterState.choices, default=LetterState.WAITING)
    cause = models.JSONField(null=True)
    """Which request or event it was written for, as `marketplace.observability.cause` writes it."""
    created_at = models.DateTimeField()
    good_until = models.DateTimeField(null=True)
    """Not worth sending after this moment."""
    available_at = models.DateTimeField()
    """Not looked at before: pushed on while somebody sends it, and after a failure."""
    attempts = models.PositiveIntegerField(default=0)
    last_error = models.CharField(max_length=300, blank=True)
    """What kind of failure, and the server's code; never its words, which may quote the address."""
    ended_at = models.DateTimeField(null=True)
    """When it came to be in a state other than WAITING."""

    class Meta:
        ordering = ["-created_at", "-id"]
        indexes = [
            models.Index(fields=["available_at"], name="letters_waiting", condition=models.Q(state="WAITING")),
            models.Index(fields=["state", "-created_at"], name="letters_by_state"),
            models.Index(fields=["recipient"], name="letters_of_a_person"),
        ]

    def __str__(self) -> str:
        return f"{self.kind or 'letter'} {self.id} {self.state}"
