"""Rules of access about exhibitions: the public sees what is published, staff with expo.manage see and do all."""

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from django.db.models import Model, QuerySet

from i18n.messages import gettext_noop as _
from marketplace.accounts.models import User
from marketplace.accounts.permissions import Permission
from marketplace.expo.models import Booth, Exhibit, Exhibitor, ExhibitorImport, Expo, Hall
from marketplace.expo.people.member import ExhibitorRole
from marketplace.expo.people.membership import exhibitor_roles
from marketplace.graphql import SIGNED_IN, InputError, PermissionDenied, Rule, integer_key, object_rule, permission

STAFF = permission(Permission.EXPO_MANAGE)
EXHIBITOR = SIGNED_IN
"""Of mutations for an exhibitor's own people; `own_exhibitor` then finds the exhibitor that is theirs."""
_MEMO = "expo.exhibitor_roles"
Row = TypeVar("Row", bound=Model)
_MESSAGES = {
    "FairPackage": _("There is no such package."),
    "Pavilion": _("There is no such pavilion."),
    "CoExhibitor": _("There is no such co-exhibitor."),
    "FairApplication": _("There is no such application."),
    "FairInvoice": _("There is no such invoice."),
    "FairPayment": _("There is no such payment."),
    "ManualPage": _("There is no such page."),
    "ManualQuestion": _("There is no such question on this page."),
    "ExhibitorMember": _("There is no such person here."),
    "ExhibitorInvitation": _("There is no such invitation."),
    "FairTerms": _("There are no such terms."),
    "FairContract": _("There is no such contract."),
    "Expo": _("There is no such exhibition."),
    "Hall": _("There is no such hall."),
    "Booth": _("There is no such booth."),
    "Exhibitor": _("There is no such exhibitor."),
    "Exhibit": _("There is no such exhibit."),
    "ExhibitorImport": _("There is no such import."),
}


def is_staff(info: Any) -> bool:
    return bool(info.context.actor.has_permission(Permission.EXPO_MANAGE))


def visible_expos(info: Any) -> QuerySet[Expo]:
    return Expo.objects.all() if is_staff(info) else Expo.objects.published()


def visible_exhibitors(info: Any) -> QuerySet[Exhibitor]:
    return Exhibitor.objects.filter(expo__in=visible_expos(info))


def expo_of(info: Any, global_id: str, field: str = "id") -> Expo:
    """The row of an id, for the mutations of staff. Raises `InputError` NOT_FOUND."""
    return row_of(Expo.objects.all(), "Expo", global_id, field)


def hall_of(info: Any, global_id: str, field: str = "id") -> Hall:
    return row_of(Hall.objects.select_related("expo"), "Hall", global_id, field)


def booth_of(info: Any, global_id: str, field: str = "booth_id") -> Booth:
    return row_of(Booth.objects.select_related("hall"), "Booth", global_id, field)


def exhibitor_of(info: Any, global_id: str, field: str = "id") -> Exhibitor:
    return row_of(Exhibitor.objects.all(), "Exhibitor", global_id, field)


def exhibit_of(info: Any, global_id: str, field: str = "id") -> Exhibit:
    return row_of(Exhibit.objects.select_related("exhibitor"), "Exhibit", global_id, field)


def import_of(info: Any, global_id: str, field: str = "id") -> ExhibitorImport:
    return row_of(ExhibitorImport.objects.all(), "ExhibitorImport", global_id, field)


def roles_at_fairs(context: Any) -> dict[int, ExhibitorRole]:
    """The caller's role by exhibitor id, read once per request."""
    if _MEMO not in context.cache:
        context.cache[_MEMO] = exhibitor_roles(context.actor)
    roles: dict[int, ExhibitorRole] = context.cache[_MEMO]
    return roles


def forget_fair_roles(context: Any) -> None:
    """For a mutation that changes who works for an exhibitor."""
    context.cache.pop(_MEMO, None)


def of_exhibitor(get: Callable[[Any], int | None], role: ExhibitorRole = ExhibitorRole.STAND) -> Rule:
    """The caller works for the exhibitor whose id ``get(parent)`` answers (as manager, if so asked), or is staff."""

    def allows(context: Any, parents: Sequence[Any]) -> list[bool]:
        roles = roles_at_fairs(context)
        held = [roles.get(get(parent) or 0) for parent in parents]
        return [found is not None and role in (found, ExhibitorRole.STAND) for found in held]

    return STAFF | object_rule(f"being {role.value.lower()} of the exhibitor", allows)


def own_exhibitor(
    info: Any, id: str, field: str = "exhibitor_id", *, role: ExhibitorRole = ExhibitorRole.STAND
) -> Exhibitor:
    """The exhibitor of an id, for who works for it and for staff with expo.manage.

    Raises `InputError` NOT_FOUND for strangers, and `PermissionDenied` where a manager is wanted.
    """
    exhibitor_id = integer_key(id, "Exhibitor", field=field)
    held = ExhibitorRole.MANAGER if is_staff(info) else roles_at_fairs(info.context).get(exhibitor_id)
    exhibitor = Exhibitor.objects.filter(pk=exhibitor_id).select_related("expo").first() if held else None
    if exhibitor is None:
        raise InputError(_MESSAGES["Exhibitor"], field=field, code="NOT_FOUND")
    if role == ExhibitorRole.MANAGER and held != ExhibitorRole.MANAGER:
        raise PermissionDenied(_("Only a manager of the exhibitor may do this."))
    return exhibitor


def caller(info: Any) -> User | None:
    """Who signs for a change."""
    return info.context.actor if isinstance(info.context.actor, User) else None


def row_of(rows: QuerySet[Row], type_name: str, global_id: str, field: str) -> Row:
    """The row of an id among those the caller may have. Raises `InputError` NOT_FOUND."""
    row = rows.filter(pk=integer_key(global_id, type_name, field=field)).first()
    if row is None:
        raise InputError(_MESSAGES[type_name], field=field, code="NOT_FOUND")
    return row
