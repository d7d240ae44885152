"""``erase_account``: the person is gone from the database, what the law makes us keep stays without a name here."""

from django.db import transaction
from django.utils import timezone

from marketplace.accounts.addresses.address import Address
from marketplace.accounts.events import AccountErased
from marketplace.accounts.passwords.change import require_password
from marketplace.accounts.privacy.registry import erasures
from marketplace.accounts.sessions.session import Session
from marketplace.accounts.tokens.refresh_token import RefreshToken
from marketplace.accounts.tokens.revoke import revoke_all_tokens
from marketplace.accounts.two_factor.recovery_code import RecoveryCode
from marketplace.accounts.user import User
from marketplace.events.publish import publish


def erase_account(*, user: User, password: str) -> list[str]:
    """Erase all a person may have erased, in one transaction; answers with message ids of what is kept and why.

    Raises `WrongPassword`, and `ErasureRefused` when a package has something that must be settled first.
    """
    require_password(user, password)
    return erase_proven(user=user)


def erase_proven(*, user: User) -> list[str]:
    """Erase an account whose owner has shown to be the one who asks."""
    with transaction.atomic():
        # Ours last: the others may still need the e-mail address to find what is theirs.
        in_order = sorted(erasures.items(), key=lambda item: (item[0] == "accounts", item[0]))
        kept = [statement for _name, erase in in_order for statement in erase(user)]
        publish(AccountErased(user_id=user.pk))
    return kept


def anonymise_account(user: User) -> list[str]:
    """Accounts' own part: the row stays so that histories still add up, but nothing in it leads to the person."""
    revoke_all_tokens(user)
    RefreshToken.objects.filter(user=user).delete()
    Session.objects.filter(user=user).delete()
    RecoveryCode.objects.filter(user=user).delete()
    address_ids = list(user.saved_addresses.values_list("address_id", flat=True))
    user.email = f"erased-{user.public_id}@erased.invalid"
    user.first_name = user.last_name = user.totp_seed = ""
    user.staff_roles, user.default_shipping_address, user.totp_confirmed_at = [], None, None
    user.default_billing_address, user.metadata, user.private_metadata = None, {}, {}
    user.is_active, user.is_confirmed, user.erased_at, user.last_login = False, False, timezone.now(), None
    user.set_unusable_password()
    user.save()
    user.saved_addresses.all().delete()
    Address.objects.filter(pk__in=address_ids).delete()
    return []
