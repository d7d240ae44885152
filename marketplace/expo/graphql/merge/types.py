"""Two exhibitors side by side, in the API: for staff with expo.manage."""

from typing import Any

from i18n.messages import gettext
from marketplace.expo.graphql.access import STAFF
from marketplace.expo.graphql.types.exhibitor import Exhibitor
from marketplace.expo.merge.compare import Comparison, Side
from marketplace.graphql import Field, Int, List, NonNull, ObjectType, String


class ExhibitorMergeSide(ObjectType):
    """An exhibitor with how much it has. Of the result, what it would have."""

    class Meta:
        access = STAFF

    exhibitor = Field(Exhibitor, required=True, description="Of the result, the one that stays.")
    name = Field(String, required=True)
    country = Field(String, required=True, description="ISO 3166-1 alpha-2.")
    tax_code = Field(String, required=True)
    website_url = Field(String, required=True)
    email = Field(String, required=True)
    phone = Field(String, required=True)
    description = Field(String, required=True)
    categories = Field(NonNull(List(NonNull(String))), size=10)
    seller_name = Field(String, description="The linked seller.", cost=2)
    tables = Field(Int, required=True, description="How many visitors it meets at the same time.")
    booths = Field(Int, required=True)
    reserved_booths = Field(Int, required=True)
    exhibits = Field(Int, required=True)
    co_exhibitors = Field(Int, required=True)
    people = Field(Int, required=True)
    badges = Field(Int, required=True)
    leads = Field(Int, required=True)
    meetings = Field(Int, required=True)
    manual_answers = Field(Int, required=True)
    papers = Field(Int, required=True, description="Contracts, invoices and credit notes.")


class ExhibitorMergeObstacle(ObjectType):
    """Why the two cannot become one: what exhibitorMerge would answer."""

    class Meta:
        access = STAFF

    code = Field(String, required=True)
    message = Field(String, required=True, description="In the caller's language.")


class ExhibitorMergePreview(ObjectType):
    """What exhibitorMerge would do; nothing is changed."""

    class Meta:
        access = STAFF

    goes = Field(ExhibitorMergeSide, required=True)
    stays = Field(ExhibitorMergeSide, required=True)
    result = Field(ExhibitorMergeSide, required=True)
    obstacles = Field(NonNull(List(NonNull(ExhibitorMergeObstacle))), size=6)

    @staticmethod
    def resolve_goes(comparison: Comparison, info: Any) -> dict[str, Any]:
        return _as_told(comparison.goes)

    @staticmethod
    def resolve_stays(comparison: Comparison, info: Any) -> dict[str, Any]:
        return _as_told(comparison.stays)

    @staticmethod
    def resolve_result(comparison: Comparison, info: Any) -> dict[str, Any]:
        return _as_told(comparison.result)

    @staticmethod
    def resolve_obstacles(comparison: Comparison, info: Any) -> list[dict[str, str]]:
        language = info.context.language
        return [
            {"code": each.code, "message": gettext(language, each.message, **each.params)}
            for each in comparison.obstacles
        ]


_FIELDS = ("name", "country", "tax_code", "website_url", "email", "phone", "description", "categories")


def _as_told(side: Side) -> dict[str, Any]:
    one = side.exhibitor
    return {
        "exhibitor": one,
        **{name: getattr(one, name) for name in _FIELDS},
        "seller_name": one.seller.name if one.seller is not None else None,
        "tables": one.meeting_tables,
        **side.counts,
    }
