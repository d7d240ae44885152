"""The fair that a caller of the public names."""

from typing import Any

from i18n.messages import gettext_noop as _
from marketplace.expo.exhibition import Expo
from marketplace.expo.graphql.access import visible_expos
from marketplace.graphql import InputError, integer_key


def visible_expo_of(info: Any, global_id: str, field: str = "expo_id") -> Expo:
    """Raises `InputError` NOT_FOUND, also for one that is not published yet."""
    expo = visible_expos(info).filter(pk=integer_key(global_id, "Expo", field=field)).first()
    if expo is None:
        raise InputError(_("There is no such exhibition."), field=field, code="NOT_FOUND")
    return expo
