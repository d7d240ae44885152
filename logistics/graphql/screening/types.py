"""Lists of denied parties, and what was found by them, in the API."""

from typing import Any

from i18n.messages import gettext
from i18n.messages import gettext_noop as _
from logistics.customs.screening import listed_party, screening, states
from logistics.customs.screening.formats.registry import list_formats
from logistics.graphql.screening.access import DECIDES
from marketplace.accounts.graphql.types.user import User
from marketplace.graphql import (
    ID,
    Boolean,
    Date,
    DateTime,
    Decimal,
    Enum,
    Field,
    Int,
    List,
    NonNull,
    ObjectType,
    String,
    related,
    related_list,
)

ScreeningStatus = Enum.from_enum(
    states.ScreeningStatus, name="ScreeningStatus", description="What is known about a name in an order."
)
DeniedPartyKind = Enum.from_enum(listed_party.PartyKind, name="DeniedPartyKind", description="What a listed party is.")
REASONS = {
    "SAME_NAME": _("The same name"),
    "LIKE_NAME": _("A name that is nearly the same"),
    "INSIDE_NAME": _("One name is part of the other"),
    "RUN_TOGETHER": _("The same name, divided into words in another way"),
    "SAME_COUNTRY": _("The same country"),
    "OTHER_COUNTRY": _("Another country"),
}


class DeniedListFormat(ObjectType):
    """A list that can be loaded."""

    class Meta:
        access = DECIDES

    code = Field(String, required=True)
    name = Field(String, required=True, description="Whose list it is, in the language of the request.")

    @staticmethod
    def resolve_name(format: Any, info: Any) -> str:
        return gettext(info.context.language, format.name)


class DeniedList(ObjectType):
    """A loaded edition of a list."""

    class Meta:
        access = DECIDES

    id = Field(ID, required=True)
    format = Field(DeniedListFormat, required=True)
    published_on = Field(Date, description="As the file says; not every list does.")
    file_name = Field(String, required=True)
    sha256 = Field(String, required=True, description="Of the file, in hexadecimal.")
    party_count = Field(Int, required=True)
    loaded_at = Field(DateTime, required=True)
    superseded_at = Field(DateTime, description="Null for the edition that holds.")

    @staticmethod
    def resolve_format(edition: listed_party.ListEdition, info: Any) -> Any:
        return list_formats()[edition.source]


class ScreeningHit(ObjectType):
    """A listed party that may be meant, as the list said it then."""

    class Meta:
        access = DECIDES

    denied_list = Field(DeniedList, required=True)
    uid = Field(String, required=True, description="The list's own number of the party.")
    kind = Field(DeniedPartyKind, required=True)
    listed_name = Field(String, required=True)
    matched_name = Field(String, required=True, description="The one of its names that is like the screened one.")
    score = Field(Decimal, required=True, description="0 to 1: how alike the names are.")
    reasons = Field(List(NonNull(String)), required=True, description="In the language of the request.")
    programs = Field(List(NonNull(String)), required=True)
    countries = Field(List(NonNull(String)), required=True, description="ISO 3166-1 alpha-2.")
    born = Field(List(NonNull(String)), required=True, description="As the list writes it.")

    resolve_denied_list = related("edition")

    @staticmethod
    def resolve_reasons(hit: screening.ScreeningHit, info: Any) -> list[str]:
        return [gettext(info.context.language, REASONS[reason]) for reason in hit.reasons]


class ScreeningDecision(ObjectType):
    """What a person decided, and why."""

    class Meta:
        access = DECIDES

    status = Field(ScreeningStatus, required=True)
    reason = Field(String, required=True)
    decided_at = Field(DateTime, required=True)
    decided_by = Field(User)


class Screening(ObjectType):
    """A name in an order, compared with the lists that held."""

    class Meta:
        access = DECIDES

    id = Field(ID, required=True)
    reference = Field(String, required=True, description="The number of the order.")
    role = Field(String, required=True, description="CONSIGNEE, BILLED or BUYER.")
    name = Field(String, required=True, description="Empty once it was forgotten.")
    country = Field(String, required=True)
    status = Field(ScreeningStatus, required=True)
    is_current = Field(Boolean, required=True, description="False once the lists or the names in the order changed.")
    screened_at = Field(DateTime, required=True)
    follows_earlier = Field(Boolean, required=True, description="An earlier decision about the same name holds here.")
    hits = Field(List(NonNull(ScreeningHit)), required=True, size=3, description="The likest first.")
    decisions = Field(List(NonNull(ScreeningDecision)), required=True, size=2, description="The first one first.")

    resolve_hits = related_list(
        lambda _info: screening.ScreeningHit.objects.order_by("-score", "id"), by="screening_id"
    )
    resolve_decisions = related_list(
        lambda _info: screening.ScreeningDecision.objects.select_related("decided_by").order_by("decided_at", "id"),
        by="screening_id",
    )

    @staticmethod
    def resolve_follows_earlier(row: screening.Screening, info: Any) -> bool:
        return row.cleared_like_id is not None
