"""``companyPrefixUpdate``, ``-Verify``, ``-Refuse``, ``numberSeriesUpdate`` and ``itemIdentifierUpdate``."""

from typing import Any

from catalog.graphql import label_errors
from catalog.graphql.access import caller, own_variant
from catalog.graphql.types.company_prefix import PREFIXES, CompanyPrefix, NumberSeries, PrefixRow, SeriesKindEnum
from catalog.graphql.types.item_identifier import IdentifierSchemeEnum, ItemIdentifier
from catalog.traceability.identity.claim_prefix import (
    claim_company_prefix,
    refuse_company_prefix,
    verify_company_prefix,
)
from catalog.traceability.identity.item_identifier import set_item_identifier
from catalog.traceability.identity.scheme import Scheme
from catalog.traceability.minting.series import SeriesKind
from catalog.traceability.minting.set_series import set_number_series
from i18n.messages import gettext_noop as _
from marketplace.accounts.models import User
from marketplace.graphql import ID, SIGNED_IN, Field, InputError, Mutation, String, integer_key
from marketplace.sellers.graphql.access import seller_for
from marketplace.sellers.member import MemberRole

LONGEST = 400


class CompanyPrefixUpdate(Mutation):
    """Name the prefix that GS1 gave to the company, for goods and parcels alike; the operator verifies it.

    For managers. Empty: none. Numbers that are out stay as they are.
    """

    class Arguments:
        seller = ID(required=True)
        prefix = String(required=True, description="4 to 12 digits.")
        evidence = String(description="Number and day of the certificate of membership.")

    class Meta:
        access = SIGNED_IN
        known_errors = label_errors.PREFIX

    company_prefix = Field(CompanyPrefix)

    @classmethod
    def perform(cls, info: Any, *, seller: str, prefix: str, evidence: str = "") -> dict[str, Any]:
        own = seller_for(info, seller, MemberRole.MANAGER, field="seller")
        _bounded(evidence, "evidence")
        _bounded(prefix, "prefix", 30)
        claimed = claim_company_prefix(seller_id=own.pk, prefix=prefix, evidence=evidence or "", by=caller(info))
        return {"company_prefix": claimed}


class CompanyPrefixVerify(Mutation):
    """Say that the evidence of a seller's prefix was seen: its word counts about what begins with it. For staff."""

    class Arguments:
        id = ID(required=True)

    class Meta:
        access = PREFIXES

    company_prefix = Field(CompanyPrefix)

    @classmethod
    def perform(cls, info: Any, *, id: str) -> dict[str, Any]:
        return {"company_prefix": verify_company_prefix(prefix=_claimed(id), by=_staff(info))}


class CompanyPrefixRefuse(Mutation):
    """Take a prefix from a seller that could not show it was its own; the seller reads the reason. For staff."""

    class Arguments:
        id = ID(required=True)
        reason = String(required=True)

    class Meta:
        access = PREFIXES

    company_prefix = Field(CompanyPrefix)

    @classmethod
    def perform(cls, info: Any, *, id: str, reason: str) -> dict[str, Any]:
        if not reason.strip():
            raise InputError(_("Say why."), field="reason", code="REQUIRED")
        _bounded(reason, "reason")
        return {"company_prefix": refuse_company_prefix(prefix=_claimed(id), by=_staff(info), reason=reason)}


class NumberSeriesUpdate(Mutation):
    """Say how numbers of lots or pieces are written, from the next one on. For managers. Empty: by hand again."""

    class Arguments:
        seller = ID(required=True)
        kind = SeriesKindEnum(required=True)
        pattern = String(
            required=True, description="{YYYY}, {YY}, {MM}, {DD} and, last, {n} or {n:4}: such as {YY}{MM}-{n:4}."
        )
        variant = ID(description="For this one alone.")

    class Meta:
        access = SIGNED_IN
        known_errors = label_errors.SERIES

    number_series = Field(NumberSeries)

    @classmethod
    def perform(cls, info: Any, *, seller: str, kind: Any, pattern: str, variant: str | None = None) -> dict[str, Any]:
        own = seller_for(info, seller, MemberRole.MANAGER, field="seller")
        of = own_variant(info, variant, field="variant") if variant else None
        if of is not None and of.seller_id != own.pk:
            raise InputError(_("You have no such variant."), field="variant", code="NOT_FOUND")
        row = set_number_series(seller_id=own.pk, variant=of, kind=SeriesKind(str(kind)), pattern=pattern)
        return {"number_series": row}


class ItemIdentifierUpdate(Mutation):
    """Say what a state system, or the seller itself, calls a kind of goods. For managers. Empty: nothing any more."""

    class Arguments:
        variant = ID(required=True)
        scheme = IdentifierSchemeEnum(required=True)
        authority = String(description="Who gave it; required for a national one.")
        value = String(required=True)

    class Meta:
        access = SIGNED_IN
        known_errors = label_errors.IDENTIFIER

    item_identifier = Field(ItemIdentifier)

    @classmethod
    def perform(
        cls, info: Any, *, variant: str, scheme: Any, value: str, authority: str | None = None
    ) -> dict[str, Any]:
        own = own_variant(info, variant, field="variant")
        row = set_item_identifier(variant=own, scheme=Scheme(str(scheme)), authority=authority or "", value=value)
        return {"item_identifier": row}


def _claimed(global_id: str) -> PrefixRow:
    found = PrefixRow.objects.current().filter(pk=integer_key(global_id, "CompanyPrefix")).first()
    if found is None:
        raise InputError(_("There is no such prefix."), field="id", code="NOT_FOUND")
    return found


def _staff(info: Any) -> User:
    actor: User = info.context.actor
    return actor


def _bounded(text: str | None, field: str, longest: int = LONGEST) -> None:
    if len(text or "") > longest:
        raise InputError(
            _("At most %(longest)s characters are possible here."), field=field, params={"longest": longest}
        )
