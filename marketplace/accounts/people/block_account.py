"""Keep somebody from signing in, and let them in again."""

from datetime import datetime

from django.db import transaction

from marketplace.accounts.events import AccountBlocked
from marketplace.accounts.people.block import REASON_LEAST, REASON_MOST, AccountBlock
from marketplace.accounts.people.errors import NotThatState, NotToBlock, ReasonNeeded
from marketplace.accounts.tokens.revoke import revoke_all_tokens
from marketplace.accounts.user import User
from marketplace.events.publish import publish


def block_account(*, person: User, reason: str, by: User, now: datetime) -> User:
    """All devices are signed out at once, and the person is told why.

    Orders, listings and papers stay as they are. Raises ``ReasonNeeded``, ``NotToBlock``, ``NotThatState``.
    """
    words = " ".join(reason.split())
    if not REASON_LEAST <= len(words) <= REASON_MOST:
        raise ReasonNeeded
    with transaction.atomic():
        user = User.objects.select_for_update().get(pk=person.pk)
        if user.pk == by.pk or user.staff_roles:
            raise NotToBlock(is_staff=bool(user.staff_roles))
        if not user.is_active:
            raise NotThatState
        user.is_active = False
        user.save(update_fields=["is_active"])
        revoke_all_tokens(user)
        AccountBlock.objects.create(person=user, reason=words, blocked_by=by, blocked_at=now)
        publish(AccountBlocked(user_id=user.pk))
    return user


def unblock_account(*, person: User, by: User, now: datetime) -> User:
    """They sign in with the password they had. Raises ``NotThatState``: an account that was erased stays so."""
    with transaction.atomic():
        user = User.objects.select_for_update().get(pk=person.pk)
        if user.is_active or user.erased_at is not None:
            raise NotThatState
        AccountBlock.objects.filter(person=user, ended_at__isnull=True).update(ended_at=now, ended_by=by)
        user.is_active = True
        user.save(update_fields=["is_active"])
    return user
