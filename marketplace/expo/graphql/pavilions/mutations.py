"""``pavilionCreate``, ``pavilionUpdate``, ``pavilionDelete``, ``exhibitorPavilionSet``; co-exhibitors."""

from typing import Any

from i18n.graphql.types.language import LanguageCodeEnum
from marketplace.expo.graphql import errors
from marketplace.expo.graphql.access import EXHIBITOR, STAFF, exhibitor_of, expo_of, own_exhibitor, row_of
from marketplace.expo.graphql.inputs import given
from marketplace.expo.graphql.pavilions.types import CoExhibitor, Pavilion
from marketplace.expo.graphql.types.exhibitor import Exhibitor
from marketplace.expo.pavilions.arrange import (
    PavilionPlan,
    create_pavilion,
    delete_pavilion,
    join_pavilion,
    update_pavilion,
)
from marketplace.expo.pavilions.co_exhibitor import CoExhibitor as CoExhibitorRow
from marketplace.expo.pavilions.pavilion import Pavilion as PavilionRow
from marketplace.expo.pavilions.share_booth import CoExhibitorEntry, add_co_exhibitor, remove_co_exhibitor
from marketplace.expo.people.member import ExhibitorRole
from marketplace.graphql import ID, Field, InputObjectType, Mutation, String


class PavilionInput(InputObjectType):
    """What is left out stays as it is, or empty at first."""

    name = String()
    source_language = LanguageCodeEnum()
    country = String(description="ISO 3166-1 alpha-2; empty for an association of several countries.")
    colour = String(description="As #9a3324.")
    contact_name = String()
    contact_email = String()


class PavilionCreate(Mutation):
    """Plan a pavilion."""

    class Arguments:
        expo_id = ID(required=True)
        input = PavilionInput(required=True)

    class Meta:
        access = STAFF
        creates = True
        known_errors = errors.REFUSED

    pavilion = Field(Pavilion)

    @classmethod
    def perform(cls, info: Any, *, expo_id: str, input: Any) -> dict[str, Any]:
        plan = PavilionPlan(**{"name": "", **given(input)})
        return {"pavilion": create_pavilion(expo=expo_of(info, expo_id, "expo_id"), plan=plan)}


class PavilionUpdate(Mutation):
    """Change a pavilion."""

    class Arguments:
        id = ID(required=True)
        input = PavilionInput(required=True)

    class Meta:
        access = STAFF
        known_errors = errors.REFUSED

    pavilion = Field(Pavilion)

    @classmethod
    def perform(cls, info: Any, *, id: str, input: Any) -> dict[str, Any]:
        return {"pavilion": update_pavilion(pavilion=_pavilion(id), changes=given(input))}


class PavilionDelete(Mutation):
    """Remove a pavilion; its exhibitors stay at the fair."""

    class Arguments:
        id = ID(required=True)

    class Meta:
        access = STAFF

    @classmethod
    def perform(cls, info: Any, *, id: str) -> dict[str, Any]:
        delete_pavilion(pavilion=_pavilion(id))
        return {}


class ExhibitorPavilionSet(Mutation):
    """Put an exhibitor into a pavilion of its fair, or, without one, take it out."""

    class Arguments:
        exhibitor_id = ID(required=True)
        pavilion_id = ID()

    class Meta:
        access = STAFF
        known_errors = errors.REFUSED

    exhibitor = Field(Exhibitor)

    @classmethod
    def perform(cls, info: Any, *, exhibitor_id: str, pavilion_id: str | None = None) -> dict[str, Any]:
        exhibitor = exhibitor_of(info, exhibitor_id, "exhibitor_id")
        pavilion = _pavilion(pavilion_id, "pavilion_id") if pavilion_id is not None else None
        return {"exhibitor": join_pavilion(exhibitor=exhibitor, pavilion=pavilion)}


class CoExhibitorInput(InputObjectType):
    """A firm that shares the booth."""

    name = String(required=True)
    country = String(description="ISO 3166-1 alpha-2; VN when left out.")
    tax_code = String()
    website_url = String()


class CoExhibitorAdd(Mutation):
    """List one more firm under the exhibitor. For its managers, and staff."""

    class Arguments:
        exhibitor_id = ID(required=True)
        input = CoExhibitorInput(required=True)

    class Meta:
        access = EXHIBITOR
        creates = True
        known_errors = errors.REFUSED

    co_exhibitor = Field(CoExhibitor)

    @classmethod
    def perform(cls, info: Any, *, exhibitor_id: str, input: Any) -> dict[str, Any]:
        exhibitor = own_exhibitor(info, exhibitor_id, role=ExhibitorRole.MANAGER)
        return {"co_exhibitor": add_co_exhibitor(exhibitor=exhibitor, entry=CoExhibitorEntry(**given(input)))}


class CoExhibitorRemove(Mutation):
    """Take a firm off the list. For managers of the exhibitor, and staff."""

    class Arguments:
        exhibitor_id = ID(required=True)
        co_exhibitor_id = ID(required=True)

    class Meta:
        access = EXHIBITOR

    @classmethod
    def perform(cls, info: Any, *, exhibitor_id: str, co_exhibitor_id: str) -> dict[str, Any]:
        exhibitor = own_exhibitor(info, exhibitor_id, role=ExhibitorRole.MANAGER)
        rows = CoExhibitorRow.objects.filter(exhibitor=exhibitor)
        remove_co_exhibitor(co_exhibitor=row_of(rows, "CoExhibitor", co_exhibitor_id, "co_exhibitor_id"))
        return {}


def _pavilion(global_id: str, field: str = "id") -> PavilionRow:
    return row_of(PavilionRow.objects.all(), "Pavilion", global_id, field)
