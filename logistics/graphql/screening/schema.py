"""Screening in the public API: for those who decide about hits."""

from typing import Any

from django.db.models import QuerySet

from logistics.customs.screening.formats.registry import list_formats
from logistics.customs.screening.listed_party import ListEdition
from logistics.customs.screening.screening import Screening as ScreeningRow
from logistics.graphql.access import uuid_key
from logistics.graphql.screening.access import DECIDES
from logistics.graphql.screening.mutations import DeniedListLoad, ScreeningDecide
from logistics.graphql.screening.types import DeniedList, DeniedListFormat, Screening, ScreeningStatus
from marketplace.graphql import ID, Boolean, ConnectionField, Field, InputObjectType, List, NonNull, ObjectType, String
from marketplace.graphql import connection_type as connection_of

ScreeningCountableConnection = connection_of(Screening)
DeniedListCountableConnection = connection_of(DeniedList)


class ScreeningFilterInput(InputObjectType):
    """Which screenings to list."""

    status = List(NonNull(ScreeningStatus))
    is_current = Boolean()
    reference = String(description="The whole number of an order.")


class ScreeningQueries(ObjectType):
    """Whom the lists name."""

    denied_list_formats = Field(List(NonNull(DeniedListFormat)), required=True, access=DECIDES, size=3)
    denied_lists = ConnectionField(
        DeniedListCountableConnection, access=DECIDES, description="Loaded editions, the latest first."
    )
    screenings = ConnectionField(
        ScreeningCountableConnection,
        filter=ScreeningFilterInput(),
        access=DECIDES,
        description="What was compared, the oldest first.",
    )
    screening = Field(Screening, id=ID(required=True), access=DECIDES)

    @staticmethod
    def resolve_denied_list_formats(root: Any, info: Any) -> list[Any]:
        return list(list_formats().values())

    @staticmethod
    def resolve_denied_lists(root: Any, info: Any) -> QuerySet[ListEdition]:
        return ListEdition.objects.order_by("-loaded_at", "-id")

    @staticmethod
    def resolve_screenings(root: Any, info: Any, filter: Any = None) -> QuerySet[ScreeningRow]:
        wanted, found = filter or {}, ScreeningRow.objects.all()
        if wanted.get("status") is not None:
            found = found.filter(status__in=[str(each) for each in wanted["status"]])
        if wanted.get("is_current") is not None:
            found = found.filter(is_current=wanted["is_current"])
        if wanted.get("reference"):
            found = found.filter(reference=wanted["reference"][:60])
        return found.order_by("screened_at", "id")

    @staticmethod
    def resolve_screening(root: Any, info: Any, id: str) -> ScreeningRow | None:
        return ScreeningRow.objects.filter(pk=uuid_key(id, "Screening")).first()


class ScreeningMutations(ObjectType):
    """Loading lists and deciding."""

    denied_list_load = DeniedListLoad.Field()
    screening_decide = ScreeningDecide.Field()
