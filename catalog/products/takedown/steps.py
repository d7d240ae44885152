"""What happens to a takedown after it was recorded. Every step is locked, checked and kept in its history.

recorded --answered--> the authority knows: the clock stops; the goods stay hidden.
recorded or answered --objected (seller), upheld (staff)--> nothing changes but the history.
recorded or answered --lifted--> the goods are shown again where they are approved and published. Nothing follows.
"""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from catalog.events import TakedownLifted, TakedownObjected, TakedownUpheld
from catalog.products.changed import products_changed
from catalog.products.takedown.named_products import named_products
from catalog.products.takedown.takedown import Takedown, TakedownStep, TakedownStepKind
from catalog.refusal import Problem, Refused
from i18n.messages import gettext_noop as _
from marketplace.accounts.models import User
from marketplace.events.publish import publish
from marketplace.sellers.profile import tidy_text

LONGEST_NOTE = 2000
MOST_OBJECTIONS = 20


class TakedownOver(ValueError):
    """It was lifted, or answered, before."""


def answer_takedown(*, takedown: Takedown, note: str, by: User | None) -> Takedown:
    """The authority was told, and given what it asked for. Raises `TakedownOver`, `Refused`."""
    with transaction.atomic():
        locked = _locked(takedown)
        if locked.answered_at is not None:
            raise TakedownOver
        now = timezone.now()
        locked.answered_at = now
        locked.save(update_fields=["answered_at"])
        add_step(locked, TakedownStepKind.ANSWERED, by=by, at=now, note=_checked(note))
    return locked


def object_to_takedown(*, takedown: Takedown, reason: str, by: User | None) -> Takedown:
    """The seller's counter-notice; staff read it. Raises `TakedownOver`, `Refused`."""
    with transaction.atomic():
        locked = _locked(takedown)
        if locked.steps.filter(kind=TakedownStepKind.OBJECTED).count() >= MOST_OBJECTIONS:
            message = _("At most %(most)s objections to one takedown.")
            raise Refused(Problem("reason", "INVALID", message, {"most": MOST_OBJECTIONS}))
        add_step(locked, TakedownStepKind.OBJECTED, by=by, at=timezone.now(), note=_required(reason))
        publish(TakedownObjected(takedown_id=locked.pk))
    return locked


def uphold_takedown(*, takedown: Takedown, reason: str, by: User | None) -> Takedown:
    """Staff read an objection and leave the goods hidden; the seller reads why. Raises `TakedownOver`, `Refused`."""
    with transaction.atomic():
        locked = _locked(takedown)
        add_step(locked, TakedownStepKind.UPHELD, by=by, at=timezone.now(), note=_required(reason))
        publish(TakedownUpheld(takedown_id=locked.pk))
    return locked


def lift_takedown(*, takedown: Takedown, reason: str, by: User | None) -> Takedown:
    """The authority withdrew its request, or was found wrong. Raises `TakedownOver`, `Refused`."""
    with transaction.atomic():
        locked = _locked(takedown)
        now = timezone.now()
        locked.lifted_at = now
        locked.save(update_fields=["lifted_at"])
        add_step(locked, TakedownStepKind.LIFTED, by=by, at=now, note=_required(reason))
        products_changed(named_products(locked))
        publish(TakedownLifted(takedown_id=locked.pk))
    return locked


def add_step(
    takedown: Takedown, kind: TakedownStepKind, *, by: User | None, at: datetime, note: str = ""
) -> TakedownStep:
    """A line of history; call it in the transaction of what it tells."""
    return TakedownStep.objects.create(takedown=takedown, kind=kind, note=note, by=by, at=at)


def _locked(takedown: Takedown) -> Takedown:
    locked = Takedown.objects.select_for_update().get(pk=takedown.pk)
    if locked.lifted_at is not None:
        raise TakedownOver
    return locked


def _required(text: str) -> str:
    note = _checked(text)
    if not note:
        raise Refused(Problem("reason", "REQUIRED", _("Say why: the other side reads it.")))
    return note


def _checked(text: str) -> str:
    note = tidy_text(text, lines=True)
    if len(note) > LONGEST_NOTE:
        message = _("This text is too long: at most %(longest)s characters.")
        raise Refused(Problem("reason", "INVALID", message, {"longest": LONGEST_NOTE}))
    return note
