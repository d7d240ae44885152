"""What staff see of people beyond what people see of themselves."""

from typing import Any

from django.db.models import Max

from marketplace.accounts.graphql.types.user import User
from marketplace.accounts.models import User as UserRow
from marketplace.accounts.people.block import AccountBlock as BlockRow
from marketplace.accounts.permissions import Permission, StaffRole
from marketplace.accounts.sessions.session import Session, SessionKind
from marketplace.graphql import (
    Boolean,
    DateTime,
    Enum,
    Field,
    InputObjectType,
    List,
    NonNull,
    ObjectType,
    String,
    attribute,
    batch,
    connection_type,
    permission,
    related,
)
from marketplace.graphql.extend import extend

STAFF_OF_PEOPLE = permission(Permission.USERS_MANAGE)
ROLES = permission(Permission.STAFF_MANAGE)
StaffRoleEnum = Enum.from_enum(
    StaffRole, name="StaffRole", description="Of the marketplace's own people, and of who works for it at fairs."
)


class AccountBlockade(ObjectType):
    """A time in which somebody was kept from signing in."""

    class Meta:
        access = STAFF_OF_PEOPLE

    reason = Field(String, required=True)
    blocked_at = Field(DateTime, required=True)
    blocked_by = Field(User)
    ended_at = Field(DateTime)
    ended_by = Field(User)

    resolve_blocked_at = attribute("blocked_at")
    resolve_ended_at = attribute("ended_at")
    resolve_blocked_by = related("blocked_by")
    resolve_ended_by = related("ended_by")


class PersonOfStaff(ObjectType):
    """For staff."""

    class Meta:
        access = STAFF_OF_PEOPLE

    staff_roles = Field(NonNull(List(NonNull(StaffRoleEnum))), size=4)
    last_seen = Field(DateTime, description="When a device was last signed in, to a quarter of an hour.")
    blockades = Field(NonNull(List(NonNull(AccountBlockade))), size=2, description="The latest first.")

    @staticmethod
    @batch
    def resolve_staff_roles(users: list[UserRow], info: Any) -> list[list[str]]:
        known = set(StaffRole)
        return [[role for role in user.staff_roles if role in known] for user in users]

    @staticmethod
    @batch
    def resolve_last_seen(users: list[UserRow], info: Any) -> list[Any]:
        rows = Session.objects.filter(user__in=[user.pk for user in users], kind=SessionKind.SIGN_IN)
        found = dict(rows.order_by().values_list("user").annotate(Max("last_used_at")))
        return [found.get(user.pk) for user in users]

    @staticmethod
    @batch
    def resolve_blockades(users: list[UserRow], info: Any) -> list[list[BlockRow]]:
        found: dict[int, list[BlockRow]] = {user.pk: [] for user in users}
        for row in BlockRow.objects.filter(person__in=found).order_by("-blocked_at", "-id"):
            found[row.person_id].append(row)
        return [found[user.pk] for user in users]


extend(User, PersonOfStaff)


class UserFilterInput(InputObjectType):
    """Which people."""

    search = String(description="The whole or a part of the e-mail address or of a name: three characters at least.")
    is_active = Boolean()
    is_staff = Boolean()


UserConnection = connection_type(User)
