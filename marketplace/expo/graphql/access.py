"""Rules of access about exhibitions: the public sees what is published, staff with expo.manage see and do all."""

from typing import Any, TypeVar

from django.db.models import Model, QuerySet

from i18n.messages import gettext_noop as _
from marketplace.accounts.models import User
from marketplace.accounts.permissions import Permission
from marketplace.expo.models import Booth, Exhibit, Exhibitor, ExhibitorImport, Expo, Hall
from marketplace.graphql import InputError, integer_key, permission

STAFF = permission(Permission.EXPO_MANAGE)
Row = TypeVar("Row", bound=Model)
_MESSAGES = {
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
    return _row(Expo.objects.all(), "Expo", global_id, field)


def hall_of(info: Any, global_id: str, field: str = "id") -> Hall:
    return _row(Hall.objects.select_related("expo"), "Hall", global_id, field)


def booth_of(info: Any, global_id: str, field: str = "booth_id") -> Booth:
    return _row(Booth.objects.select_related("hall"), "Booth", global_id, field)


def exhibitor_of(info: Any, global_id: str, field: str = "id") -> Exhibitor:
    return _row(Exhibitor.objects.all(), "Exhibitor", global_id, field)


def exhibit_of(info: Any, global_id: str, field: str = "id") -> Exhibit:
    return _row(Exhibit.objects.select_related("exhibitor"), "Exhibit", global_id, field)


def import_of(info: Any, global_id: str, field: str = "id") -> ExhibitorImport:
    return _row(ExhibitorImport.objects.all(), "ExhibitorImport", global_id, field)


def caller(info: Any) -> User | None:
    """Who signs for a change."""
    return info.context.actor if isinstance(info.context.actor, User) else None


def _row(rows: QuerySet[Row], type_name: str, global_id: str, field: str) -> Row:
    row = rows.filter(pk=integer_key(global_id, type_name, field=field)).first()
    if row is None:
        raise InputError(_MESSAGES[type_name], field=field, code="NOT_FOUND")
    return row
