"""Who writes pages and menus, and the rows they name."""

from typing import Any, TypeVar

from django.db.models import Model

from catalog.graphql.errors import REFUSED
from i18n.messages import gettext_noop as _
from marketplace.accounts.permissions import Permission
from marketplace.content.page import Page, PageQuerySet
from marketplace.graphql import InputError, integer_key, permission

__all__ = ["CONTENT", "REFUSED", "the", "visible_pages"]
Row = TypeVar("Row", bound=Model)
CONTENT = permission(Permission.CONTENT_MANAGE)


def visible_pages(info: Any) -> PageQuerySet:
    """What is published; for those who write them, all."""
    if info.context.actor.has_permission(Permission.CONTENT_MANAGE):
        return Page.objects.all()
    return Page.objects.published(info.context.now)


def the(model: type[Row], global_id: str, *, field: str = "id") -> Row:
    """The row of an id. Raises `InputError` NOT_FOUND."""
    found = model._default_manager.filter(pk=integer_key(global_id, model.__name__, field=field)).first()
    if found is None:
        raise InputError(_("There is nothing of this id."), field=field, code="NOT_FOUND")
    return found
