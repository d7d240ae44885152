"""``retry_letter``: a person wants a letter that ended badly to be tried again."""

from uuid import UUID

from django.db import transaction
from django.utils import timezone

from marketplace.accounts.mail.outgoing_letter import LETTER_MOVES, LetterState, OutgoingLetter


class NotToBeRetried(Exception):
    """It was sent, or what it offers has ended."""

    def __init__(self, state: str) -> None:
        super().__init__(f"a letter that is {state} is not tried again")
        self.state = state


def retry_letter(*, letter_id: UUID) -> OutgoingLetter:
    """REFUSED and GIVEN_UP wait again, with five days of their own; one that waits is tried at once.

    Raises ``NotToBeRetried``.
    """
    with transaction.atomic():
        letter = OutgoingLetter.objects.select_for_update().get(pk=letter_id)
        state = LetterState(letter.state)
        if state != LetterState.WAITING and LetterState.WAITING not in LETTER_MOVES[state]:
            raise NotToBeRetried(state)
        if state != LetterState.WAITING:
            letter.created_at, letter.attempts = timezone.now(), 0
        letter.state, letter.ended_at, letter.available_at = LetterState.WAITING, None, timezone.now()
        letter.save(update_fields=["state", "ended_at", "available_at", "created_at", "attempts"])
    return letter
