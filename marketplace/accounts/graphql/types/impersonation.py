"""Looking with somebody's eyes, in the API."""

from marketplace.accounts.graphql.types.user import User
from marketplace.graphql import SIGNED_IN, DateTime, Field, ObjectType, String, attribute, related


class Impersonation(ObjectType):
    """One of our own looks at the pages as this person sees them."""

    class Meta:
        access = SIGNED_IN

    person = Field(User, required=True)
    reason = Field(String, required=True)
    started = Field(DateTime, required=True)
    ends = Field(DateTime, required=True, description="It is over then; nothing makes it longer.")

    resolve_person = related("person")

    resolve_started = attribute("started_at")
    resolve_ends = attribute("ends_at")
