"""Sources of exhibitor lists, for the mutations of staff."""

from typing import Any

from i18n.messages import gettext_noop as _
from marketplace.expo.imports.source import ExhibitorSource
from marketplace.graphql import InputError, integer_key


def source_of(info: Any, global_id: str, field: str = "id") -> ExhibitorSource:
    """Raises `InputError` NOT_FOUND."""
    found = ExhibitorSource.objects.filter(pk=integer_key(global_id, "ExhibitorSource", field=field)).first()
    if found is None:
        raise InputError(_("There is no such source of exhibitors."), field=field, code="NOT_FOUND")
    return found
