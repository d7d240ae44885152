"""Other people's accounts in the public API, for staff."""

from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from i18n.graphql.bounded import bounded
from marketplace.accounts.graphql.mutations.people import AccountBlock, AccountUnblock, StaffRolesSet
from marketplace.accounts.graphql.types.person import STAFF_OF_PEOPLE, UserConnection, UserFilterInput
from marketplace.accounts.graphql.types.user import User
from marketplace.accounts.people.find import find_people
from marketplace.accounts.user import User as UserRow
from marketplace.graphql import ID, ConnectionField, Field, ObjectType, from_global_id


class PeopleQueries(ObjectType):
    """Finding people."""

    users = ConnectionField(
        UserConnection, filter=UserFilterInput(), access=STAFF_OF_PEOPLE, description="Who came last stands first."
    )
    user = Field(User, id=ID(required=True), access=STAFF_OF_PEOPLE)

    @staticmethod
    def resolve_users(root: Any, info: Any, filter: Any = None) -> QuerySet[UserRow]:
        given = filter or {}
        return find_people(
            words=bounded(given.get("search") or "", "search", 254),
            is_active=given.get("is_active"),
            is_staff=given.get("is_staff"),
        )

    @staticmethod
    def resolve_user(root: Any, info: Any, id: str) -> UserRow | None:
        try:
            key = UUID(from_global_id(id, "User", field="id"))
        except ValueError:
            return None
        return UserRow.objects.filter(public_id=key).first()


class PeopleMutations(ObjectType):
    """Keeping people out, letting them in, and the roles of staff."""

    account_block = AccountBlock.Field()
    account_unblock = AccountUnblock.Field()
    staff_roles_set = StaffRolesSet.Field()
