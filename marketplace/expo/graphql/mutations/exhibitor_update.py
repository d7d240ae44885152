"""``exhibitorUpdate``."""

from typing import Any

from marketplace.expo.exhibitors import update_exhibitor
from marketplace.expo.graphql import errors
from marketplace.expo.graphql.access import STAFF, exhibitor_of
from marketplace.expo.graphql.inputs import ExhibitorInput, given
from marketplace.expo.graphql.types.exhibitor import Exhibitor
from marketplace.graphql import ID, Field, Mutation


class ExhibitorUpdate(Mutation):
    """Change an exhibitor."""

    class Arguments:
        id = ID(required=True)
        input = ExhibitorInput(required=True)

    class Meta:
        access = STAFF
        known_errors = errors.REFUSED

    exhibitor = Field(Exhibitor)

    @classmethod
    def perform(cls, info: Any, *, id: str, input: Any) -> dict[str, Any]:
        return {"exhibitor": update_exhibitor(exhibitor=exhibitor_of(info, id), changes=given(input))}
