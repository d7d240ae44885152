"""Who shapes the catalogue, and the rows they name."""

from typing import Any, TypeVar

from django.db.models import Model, QuerySet

from catalog.models import AttributeValue, Product
from i18n.messages import gettext_noop as _
from marketplace.accounts.permissions import Permission
from marketplace.graphql import InputError, integer_key, permission

Row = TypeVar("Row", bound=Model)
STRUCTURE = permission(Permission.CATALOG_MANAGE)
"""Categories, attributes, product types and collections are the marketplace's own."""
_MISSING = {
    "Attribute": _("There is no such attribute."),
    "AttributeValue": _("There is no such value."),
    "Category": _("There is no such category."),
    "Collection": _("There is no such collection."),
    "Product": _("There is no such product."),
    "ProductType": _("There is no such product type."),
}


def the(model: type[Row], global_id: str, *, field: str = "id") -> Row:
    """The row of an id. Raises `InputError` NOT_FOUND."""
    [row] = each_of(model, [global_id], field=field)
    return row


def each_of(model: type[Row], global_ids: list[str], *, field: str) -> list[Row]:
    """The rows of at most a hundred ids, in their order. Raises `InputError` NOT_FOUND for the first one missing."""
    name = model.__name__
    if len(global_ids) > 100:
        raise InputError(_("At most %(most)s can be named at once."), field=field, params={"most": 100})
    keys = [integer_key(each, name, field=field) for each in global_ids]
    found = _rows(model).in_bulk(set(keys))
    for index, key in enumerate(keys):
        if key not in found:
            raise InputError(_MISSING[name], field=field, code="NOT_FOUND", index=index)
    return [found[key] for key in keys]


def _rows(model: type[Row]) -> QuerySet[Row]:
    rows: Any = model._default_manager
    if model is Product:
        return rows.current()
    if model is AttributeValue:
        return rows.select_related("attribute")
    return rows.all()


def may_manage(info: Any) -> bool:
    """Whether the caller may see what no market shows."""
    return bool(info.context.actor.has_permission(Permission.CATALOG_MANAGE))
