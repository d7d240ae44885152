"""What one agreed to, in the public API."""

from typing import Any

from django.db.models import QuerySet

from marketplace.accounts.consents.mine import consents_of
from marketplace.accounts.consents.record import ConsentRecord
from marketplace.accounts.graphql.access import signed_in_user
from marketplace.accounts.graphql.mutations.consent_withdraw import ConsentWithdraw
from marketplace.accounts.graphql.mutations.consents_look_up import ConsentsLookUp
from marketplace.accounts.graphql.types.consent import ConsentConnection
from marketplace.graphql import SIGNED_IN, ConnectionField, ObjectType


class ConsentQueries(ObjectType):
    """The consent log, as far as it is one's own."""

    my_consents = ConnectionField(
        ConsentConnection,
        access=SIGNED_IN,
        description="What one agreed to, the latest first; also without being signed in, with the account's confirmed"
        " e-mail address.",
    )

    @staticmethod
    def resolve_my_consents(root: Any, info: Any) -> QuerySet[ConsentRecord]:
        return consents_of(signed_in_user(info))


class ConsentMutations(ObjectType):
    """Taking back one's own, and looking up others', which is written down and so no question."""

    consent_withdraw = ConsentWithdraw.Field()
    consents_look_up = ConsentsLookUp.Field()
