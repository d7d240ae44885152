"""Exhibitors' business with their fairs in the public API: applications, contracts, money, manual, people."""

from typing import Any

from django.db.models import QuerySet

from i18n.text import fold
from marketplace.expo.applications.application import FairApplication as ApplicationRow
from marketplace.expo.exhibitor import Exhibitor as ExhibitorRow
from marketplace.expo.graphql.access import STAFF, expo_of, is_staff, roles_at_fairs
from marketplace.expo.graphql.applications.types import (
    FairApplication,
    FairApplicationCountableConnection,
    FairApplicationStatusEnum,
)
from marketplace.expo.graphql.billing.types import FairInvoice, FairInvoiceCountableConnection
from marketplace.expo.graphql.people.desk import ExhibitorDesk
from marketplace.expo.graphql.people.types import ExhibitorInvitationCard
from marketplace.expo.invoices.invoice import FairInvoice as InvoiceRow
from marketplace.expo.people.invitation import ExhibitorInvitation as InvitationRow
from marketplace.expo.people.invite import FairInvitationInvalid, read_exhibitor_invitation
from marketplace.expo.people.membership import exhibitors_of, exhibits
from marketplace.graphql import (
    ANYONE,
    ID,
    SIGNED_IN,
    Boolean,
    ConnectionField,
    Field,
    InputObjectType,
    List,
    NonNull,
    ObjectType,
    String,
    integer_key,
)


class FairApplicationFilterInput(InputObjectType):
    """Applications that fit all of it."""

    status = List(NonNull(FairApplicationStatusEnum))
    search = String(description="Words of the firm's name, with or without accents, or its tax code.")


class ExpoPeopleQueries(ObjectType):
    """For who applies, who works for an exhibitor, and staff."""

    exhibitor_desk = Field(
        ExhibitorDesk,
        id=ID(required=True, description="Of the Exhibitor."),
        access=ANYONE,
        description="Null for who does not work for the exhibitor.",
    )
    my_exhibitors = Field(
        NonNull(List(NonNull(ExhibitorDesk))),
        access=SIGNED_IN,
        description="Where the caller works for an exhibitor, the latest fair first; at most 100.",
    )
    exhibits_at_fairs = Field(
        Boolean,
        required=True,
        access=SIGNED_IN,
        description="Whether the caller works for an exhibitor of any fair, or has applied to exhibit.",
    )
    exhibitor_invitation = Field(
        ExhibitorInvitationCard, token=String(required=True), access=ANYONE, description="Null once it is over."
    )
    my_fair_applications = Field(
        NonNull(List(NonNull(FairApplication))),
        access=SIGNED_IN,
        description="The caller's own, the latest first; at most 50.",
    )
    fair_application = Field(
        FairApplication, id=ID(required=True), access=ANYONE, description="Null for who neither applied nor is staff."
    )
    fair_applications = ConnectionField(
        FairApplicationCountableConnection,
        expo_id=ID(required=True),
        filter=FairApplicationFilterInput(),
        access=STAFF,
        description="Of a fair, those that wait longest first; drafts only when asked for.",
    )
    fair_invoice = Field(FairInvoice, id=ID(required=True), access=STAFF)
    fair_invoices = ConnectionField(
        FairInvoiceCountableConnection,
        expo_id=ID(required=True),
        access=STAFF,
        description="Of a fair, credit notes among them, the latest first.",
    )

    @staticmethod
    def resolve_exhibitor_desk(root: Any, info: Any, id: str) -> ExhibitorRow | None:
        exhibitor_id = integer_key(id, "Exhibitor")
        if not is_staff(info) and exhibitor_id not in roles_at_fairs(info.context):
            return None
        return ExhibitorRow.objects.filter(pk=exhibitor_id).first()

    @staticmethod
    def resolve_my_exhibitors(root: Any, info: Any) -> QuerySet[ExhibitorRow]:
        return exhibitors_of(info.context.actor).order_by("-expo__starts_on", "pk")[:100]

    @staticmethod
    def resolve_exhibits_at_fairs(root: Any, info: Any) -> bool:
        return exhibits(info.context.actor)

    @staticmethod
    def resolve_exhibitor_invitation(root: Any, info: Any, token: str) -> InvitationRow | None:
        try:
            return read_exhibitor_invitation(token)
        except FairInvitationInvalid:
            return None

    @staticmethod
    def resolve_my_fair_applications(root: Any, info: Any) -> QuerySet[ApplicationRow]:
        return ApplicationRow.objects.filter(user_id=info.context.actor.id).order_by("-pk")[:50]

    @staticmethod
    def resolve_fair_application(root: Any, info: Any, id: str) -> ApplicationRow | None:
        rows = ApplicationRow.objects.all()
        if not is_staff(info):
            rows = rows.filter(user_id=info.context.actor.id, user__isnull=False)
        return rows.filter(pk=integer_key(id, "FairApplication")).first()

    @staticmethod
    def resolve_fair_applications(root: Any, info: Any, expo_id: str, filter: Any = None) -> Any:
        wanted = filter or {}
        rows = ApplicationRow.objects.filter(expo=expo_of(info, expo_id, "expo_id"))
        statuses = [str(status) for status in wanted.get("status") or ()]
        rows = rows.filter(status__in=statuses) if statuses else rows.exclude(status="DRAFT")
        for word in fold((wanted.get("search") or "")[:100]).split()[:6]:
            rows = rows.filter(search_text__contains=word)
        return rows.order_by("submitted_at", "pk")

    @staticmethod
    def resolve_fair_invoice(root: Any, info: Any, id: str) -> InvoiceRow | None:
        return InvoiceRow.objects.filter(pk=integer_key(id, "FairInvoice")).first()

    @staticmethod
    def resolve_fair_invoices(root: Any, info: Any, expo_id: str) -> QuerySet[InvoiceRow]:
        expo = expo_of(info, expo_id, "expo_id")
        return InvoiceRow.objects.filter(exhibitor__expo=expo).order_by("-issued_on", "-pk")
