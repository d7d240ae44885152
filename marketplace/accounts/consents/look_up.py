"""``consents_of_address``: what somebody agreed to who asks, and proved in another way that the address is theirs."""

from django.db.models import Q, QuerySet

from marketplace.accounts.consents.mine import with_ends
from marketplace.accounts.consents.person import person_keys
from marketplace.accounts.consents.record import ConsentRecord
from marketplace.accounts.registration.register import checked_email
from marketplace.accounts.user import User


def consents_of_address(email: str) -> QuerySet[ConsentRecord]:
    """As ``consents_of``: given with this address, or by the account that has confirmed it. Raises `InvalidEmail`."""
    address = checked_email(email)
    given = Q(person__in=person_keys(address))
    account = User.objects.filter(email=address, is_confirmed=True).first()
    return with_ends(ConsentRecord.objects.filter(given | Q(user=account) if account is not None else given))
