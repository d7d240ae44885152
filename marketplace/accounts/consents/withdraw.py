"""``withdraw_consent``: take one consent back by itself, with what was kept because of it.

Packages say what goes with a purpose. What has a page of its own (a visit to a fair, a device) is taken back there.
"""

from collections.abc import Callable
from datetime import datetime

from django.db import transaction

from marketplace.accounts.consents.mine import consents_of, is_in_force
from marketplace.accounts.consents.purpose import ConsentPlace, ConsentPurpose
from marketplace.accounts.consents.record import ConsentRecord
from marketplace.accounts.consents.write import end_consents
from marketplace.accounts.user import User

LetGo = Callable[[str], object]
"""Locks what the consent is about, named by its key, and lets go of what was kept under it alone."""
_let_go: dict[ConsentPurpose, LetGo] = {}


class WithdrawnElsewhere(Exception):
    """The page where it was given takes it back."""


def register_withdrawal(purpose: ConsentPurpose, let_go: LetGo) -> None:
    _let_go[purpose] = let_go


def can_be_withdrawn(record: ConsentRecord) -> bool:
    """By itself, here; ``record`` comes from ``consents_of``."""
    return is_in_force(record) and ConsentPurpose(record.purpose) in _let_go


def withdraw_consent(*, user: User, record_id: int, now: datetime) -> ConsentRecord | None:
    """What became of it, or nothing where it is not the user's. Raises `WithdrawnElsewhere`. Twice changes nothing."""
    mine = consents_of(user).filter(pk=record_id)
    record: ConsentRecord | None = mine.first()
    if record is None or not is_in_force(record):
        return record
    purpose = ConsentPurpose(record.purpose)
    if purpose not in _let_go:
        raise WithdrawnElsewhere(purpose)
    with transaction.atomic():
        _let_go[purpose](record.about.partition(":")[2])
        end_consents([record.about], purposes=[purpose], place=ConsentPlace.ACCOUNT_DATA, now=now)
    return mine.get()
