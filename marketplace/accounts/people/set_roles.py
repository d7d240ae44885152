"""Give and take the roles of the marketplace's own people."""

from collections.abc import Iterable

from django.db import transaction

from marketplace.accounts.people.errors import LastOperator, NotThatState, OwnRoles
from marketplace.accounts.permissions import StaffRole
from marketplace.accounts.user import User


def set_roles(*, person: User, roles: Iterable[StaffRole], by: User) -> User:
    """They hold from the next request on.

    Raises ``OwnRoles``, ``NotThatState`` for an account that is not in use, and ``LastOperator``: of two who take each
    other's role at once, one is refused, for all operators are locked.
    """
    wanted = sorted(set(roles))
    with transaction.atomic():
        staff = User.objects.select_for_update().exclude(staff_roles=[]).order_by("pk")
        operators = {user.pk for user in staff if StaffRole.OPERATOR in user.staff_roles and user.is_active}
        user = User.objects.select_for_update().get(pk=person.pk)
        if user.pk == by.pk:
            raise OwnRoles
        if wanted and not (user.is_active and user.is_confirmed):
            raise NotThatState
        if StaffRole.OPERATOR not in wanted and not operators - {user.pk}:
            raise LastOperator
        if user.staff_roles != wanted:
            user.staff_roles = wanted
            user.save(update_fields=["staff_roles"])
    return user
