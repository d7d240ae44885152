"""``exhibitDelete``."""

from typing import Any

from marketplace.expo.exhibitors import show_no_more
from marketplace.expo.graphql.access import STAFF, exhibit_of
from marketplace.expo.graphql.types.exhibitor import Exhibitor
from marketplace.graphql import ID, Field, Mutation


class ExhibitDelete(Mutation):
    """No longer list something as shown."""

    class Arguments:
        id = ID(required=True)

    class Meta:
        access = STAFF

    exhibitor = Field(Exhibitor)

    @classmethod
    def perform(cls, info: Any, *, id: str) -> dict[str, Any]:
        exhibit = exhibit_of(info, id)
        show_no_more(exhibit=exhibit)
        return {"exhibitor": exhibit.exhibitor}
