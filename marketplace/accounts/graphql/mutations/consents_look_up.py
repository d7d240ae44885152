"""``consentsLookUp``."""

from typing import Any

from marketplace.accounts.consents.look_up import consents_of_address
from marketplace.accounts.graphql import errors
from marketplace.accounts.graphql.types.consent import Consent
from marketplace.accounts.permissions import Permission
from marketplace.graphql import Field, Int, List, Mutation, NonNull, String, permission

MOST = 200


class ConsentsLookUp(Mutation):
    """What somebody agreed to who asks for it, by the e-mail address. It changes nothing but the audit log: that staff
    looked is written down there, the address is not, and neither is it in an address line."""

    class Arguments:
        email = String(required=True, description="The whole address. Make sure that it is theirs who ask.")

    class Meta:
        access = permission(Permission.CONSENTS_READ)
        error_type = errors.AccountError
        known_errors = errors.EMAIL

    consents = Field(List(NonNull(Consent)), size=50, description=f"The latest first, at most {MOST}.")
    total_count = Field(Int)

    @classmethod
    def perform(cls, info: Any, *, email: str) -> dict[str, Any]:
        found = consents_of_address(email)
        consents = list(found[:MOST])
        return {"consents": consents, "total_count": found.count() if len(consents) == MOST else len(consents)}
