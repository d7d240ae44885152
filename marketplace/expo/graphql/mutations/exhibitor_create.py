"""``exhibitorCreate``."""

from typing import Any

from marketplace.expo.exhibitors import ExhibitorEntry, create_exhibitor
from marketplace.expo.graphql import errors
from marketplace.expo.graphql.access import STAFF, expo_of
from marketplace.expo.graphql.inputs import ExhibitorInput, given
from marketplace.expo.graphql.types.exhibitor import Exhibitor
from marketplace.graphql import ID, Field, Mutation


class ExhibitorCreate(Mutation):
    """Write down an exhibitor."""

    class Arguments:
        expo_id = ID(required=True)
        input = ExhibitorInput(required=True)

    class Meta:
        access = STAFF
        creates = True
        known_errors = errors.REFUSED

    exhibitor = Field(Exhibitor)

    @classmethod
    def perform(cls, info: Any, *, expo_id: str, input: Any) -> dict[str, Any]:
        entry = ExhibitorEntry(**{"name": "", **given(input)})
        return {"exhibitor": create_exhibitor(expo=expo_of(info, expo_id, "expo_id"), entry=entry)}
