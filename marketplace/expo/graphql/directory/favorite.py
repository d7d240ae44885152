"""``exhibitorFavoriteAdd`` and ``exhibitorFavoriteRemove``."""

from typing import Any

from i18n.messages import gettext_noop as _
from marketplace.expo.directory.keep import drop_exhibitor, keep_exhibitor
from marketplace.expo.graphql import errors
from marketplace.expo.graphql.access import visible_exhibitors
from marketplace.expo.graphql.types.exhibitor import Exhibitor
from marketplace.graphql import ID, SIGNED_IN, Field, InputError, Mutation, integer_key


class ExhibitorFavoriteAdd(Mutation):
    """Keep an exhibitor among those one wants to visit; doing it again changes nothing."""

    class Arguments:
        exhibitor_id = ID(required=True)

    class Meta:
        access = SIGNED_IN
        creates = True
        known_errors = errors.REFUSED

    exhibitor = Field(Exhibitor)

    @classmethod
    def perform(cls, info: Any, *, exhibitor_id: str) -> dict[str, Any]:
        key = integer_key(exhibitor_id, "Exhibitor", field="exhibitor_id")
        found = visible_exhibitors(info).filter(pk=key).first()
        if found is None:
            raise InputError(_("There is no such exhibitor."), field="exhibitor_id", code="NOT_FOUND")
        keep_exhibitor(user=info.context.actor, exhibitor=found)
        return {"exhibitor": found}


class ExhibitorFavoriteRemove(Mutation):
    """Let an exhibitor go from those one wants to visit."""

    class Arguments:
        exhibitor_id = ID(required=True)

    class Meta:
        access = SIGNED_IN

    exhibitor = Field(Exhibitor, description="Null when it is no longer shown.")

    @classmethod
    def perform(cls, info: Any, *, exhibitor_id: str) -> dict[str, Any]:
        key = integer_key(exhibitor_id, "Exhibitor", field="exhibitor_id")
        drop_exhibitor(user=info.context.actor, exhibitor_id=key)
        return {"exhibitor": visible_exhibitors(info).filter(pk=key).first()}
