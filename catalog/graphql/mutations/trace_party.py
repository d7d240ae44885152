"""``tracePartyCreate``, ``-Update`` and ``-Archive``."""

from typing import Any

from catalog.graphql import errors
from catalog.graphql.trace_access import party_for
from catalog.graphql.types.trace_place import TraceParty, TraceScheme
from catalog.traceability.identity.party import TraceParty as PartyRow
from catalog.traceability.identity.scheme import Scheme
from catalog.traceability.places.keep_party import PartyData, archive_party, create_party, update_party
from i18n.graphql.types.country import CountryCode
from i18n.graphql.types.language import LanguageCodeEnum
from i18n.messages import gettext_noop as _
from marketplace.graphql import (
    ID,
    SIGNED_IN,
    Boolean,
    Field,
    InputError,
    InputObjectType,
    Mutation,
    String,
    integer_key,
)
from marketplace.sellers.graphql.access import seller_for
from marketplace.sellers.member import MemberRole
from marketplace.sellers.models import Seller

TEXTS = ("name", "address", "email", "phone", "tax_code", "value")


class TracePartyInput(InputObjectType):
    """What is left out stays as it is; null takes it away."""

    name = String()
    address = String()
    country = CountryCode(description="Vietnam when left out.")
    email = String()
    phone = String()
    language = LanguageCodeEnum(description="In which it is written to; Vietnamese when left out.")
    tax_code = String()
    account = ID(description="The seller here that it is. It may then read the events that you and it share.")
    scheme = TraceScheme()
    value = String(description="A GLN of 13 digits with GS1, else any number.")
    is_public = Boolean(description="Whether its name may be told to others than authorities.")


class TracePartyCreate(Mutation):
    """Add a partner. For managers of the seller."""

    class Arguments:
        seller = ID(required=True)
        input = TracePartyInput(required=True)

    class Meta:
        access = SIGNED_IN
        creates = True
        known_errors = errors.REFUSED

    party = Field(TraceParty)

    @classmethod
    def perform(cls, info: Any, *, seller: str, input: Any) -> dict[str, Any]:
        owner = seller_for(info, seller, MemberRole.MANAGER, field="seller")
        return {"party": create_party(seller=owner, data=_data(PartyRow(seller=owner), input))}


class TracePartyUpdate(Mutation):
    """Correct a partner. For managers of the seller."""

    class Arguments:
        id = ID(required=True)
        input = TracePartyInput(required=True)

    class Meta:
        access = SIGNED_IN
        known_errors = errors.REFUSED

    party = Field(TraceParty)

    @classmethod
    def perform(cls, info: Any, *, id: str, input: Any) -> dict[str, Any]:
        party = party_for(info, id)
        return {"party": update_party(party=party, data=_data(party, input))}


class TracePartyArchive(Mutation):
    """Offer a partner for no further step. For managers of the seller."""

    class Arguments:
        id = ID(required=True)

    class Meta:
        access = SIGNED_IN

    party = Field(TraceParty)

    @classmethod
    def perform(cls, info: Any, *, id: str) -> dict[str, Any]:
        return {"party": archive_party(party=party_for(info, id))}


def _data(row: PartyRow, given: Any) -> PartyData:
    texts = {name: str(given[name] or "") if name in given else str(getattr(row, name)) for name in TEXTS}
    return PartyData(
        **texts,
        country=str(given.get("country") or row.country),
        language=str(given.get("language") or row.language),
        account=_account(given["account"]) if "account" in given else row.account,
        scheme=Scheme(given.get("scheme") or row.scheme),
        is_public=row.is_public if given.get("is_public") is None else given["is_public"],
    )


def _account(global_id: str | None) -> Seller | None:
    if not global_id:
        return None
    key = integer_key(global_id, "Seller", field="input.account")
    found = Seller.objects.filter(pk=key).first()
    if found is None or not found.is_approved:
        raise InputError(_("There is no such seller."), field="input.account", code="NOT_FOUND")
    return found
