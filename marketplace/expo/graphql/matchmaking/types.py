"""Matches in the API: whom to meet, and why."""

from typing import Any

from catalog.graphql.types.category import Category
from catalog.models import Category as CategoryRow
from marketplace.expo.graphql.meetings.access import THROUGH
from marketplace.expo.graphql.meetings.types import FairContact
from marketplace.expo.graphql.types.exhibitor import Exhibitor
from marketplace.expo.matchmaking.match import Match, Reason, ReasonKind
from marketplace.expo.matchmaking.reason_texts import reason_texts
from marketplace.expo.meetings.meeting import Side
from marketplace.expo.models import Exhibitor as ExhibitorRow
from marketplace.expo.models import Visitor as VisitorRow
from marketplace.graphql import Enum, Field, Int, List, NonNull, ObjectType, String, batch

MatchReasonKind = Enum.from_enum(
    ReasonKind,
    name="MatchReasonKind",
    description="EXHIBITS shows what is looked for, SELLS sells it here, CATEGORY is listed under it, SHIPS sells to "
    "the visitor's country, LANGUAGE has texts in the visitor's language, CERTIFICATES has some in force.",
)


class MatchReason(ObjectType):
    """What speaks for a match."""

    class Meta:
        access = THROUGH

    kind = Field(MatchReasonKind, required=True)
    points = Field(Int, required=True, description="What it adds to the score.")
    count = Field(Int, required=True, description="Of products or certificates; 0 where nothing is counted.")
    category = Field(Category)
    text = Field(String, required=True, description="A sentence in the language of the request.")

    @staticmethod
    @batch
    def resolve_kind(reasons: list[tuple[Reason, Side]], info: Any) -> list[str]:
        return [reason.kind.value for reason, _side in reasons]

    @staticmethod
    @batch
    def resolve_points(reasons: list[tuple[Reason, Side]], info: Any) -> list[int]:
        return [reason.points for reason, _side in reasons]

    @staticmethod
    @batch
    def resolve_count(reasons: list[tuple[Reason, Side]], info: Any) -> list[int]:
        return [reason.count for reason, _side in reasons]

    @staticmethod
    @batch
    def resolve_category(reasons: list[tuple[Reason, Side]], info: Any) -> list[CategoryRow | None]:
        wanted = {reason.category_id for reason, _side in reasons if reason.category_id is not None}
        rows = CategoryRow.objects.in_bulk(wanted)
        return [rows.get(reason.category_id or 0) for reason, _side in reasons]

    @staticmethod
    @batch
    def resolve_text(reasons: list[tuple[Reason, Side]], info: Any) -> list[str]:
        to = reasons[0][1]
        return reason_texts([reason for reason, _side in reasons], info.context.language, to)


class ExhibitorMatch(ObjectType):
    """An exhibitor that has what a visitor looks for."""

    class Meta:
        access = THROUGH

    exhibitor = Field(Exhibitor, required=True)
    score = Field(Int, required=True, description="The sum of its reasons' points.")
    reasons = Field(NonNull(List(NonNull(MatchReason))), size=6, description="The strongest first.")

    @staticmethod
    @batch
    def resolve_exhibitor(matches: list[Match[ExhibitorRow]], info: Any) -> list[ExhibitorRow]:
        return [match.row for match in matches]

    @staticmethod
    @batch
    def resolve_reasons(matches: list[Match[ExhibitorRow]], info: Any) -> list[list[tuple[Reason, Side]]]:
        return [[(reason, Side.VISITOR) for reason in match.reasons] for match in matches]


class VisitorMatch(ObjectType):
    """A visitor who looks for what an exhibitor has, and agreed to be proposed."""

    class Meta:
        access = THROUGH

    visitor = Field(FairContact, required=True)
    score = Field(Int, required=True, description="The sum of its reasons' points.")
    reasons = Field(NonNull(List(NonNull(MatchReason))), size=6, description="The strongest first.")

    @staticmethod
    @batch
    def resolve_visitor(matches: list[Match[VisitorRow]], info: Any) -> list[VisitorRow]:
        return [match.row for match in matches]

    @staticmethod
    @batch
    def resolve_reasons(matches: list[Match[VisitorRow]], info: Any) -> list[list[tuple[Reason, Side]]]:
        return [[(reason, Side.EXHIBITOR) for reason in match.reasons] for match in matches]
