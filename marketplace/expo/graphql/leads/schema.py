"""Leads' part of the public API."""

from typing import Any

from django.db.models import QuerySet

from i18n.today import day_here
from marketplace.expo.graphql.access import EXHIBITOR
from marketplace.expo.graphql.leads.access import find_lead, lead_exhibitor
from marketplace.expo.graphql.leads.inputs import LeadFilterInput, wanted
from marketplace.expo.graphql.leads.mutations import LeadDelete, LeadScanCreate, LeadsExport, LeadUpdate
from marketplace.expo.graphql.leads.types import ContactHolder, Lead, LeadCountableConnection
from marketplace.expo.graphql.leads.visitor_mutations import EXPO, LINK, LeadContactGive, LeadContactWithdraw
from marketplace.expo.graphql.visitor_access import visitor_if_any
from marketplace.expo.leads.contact import leads_about
from marketplace.expo.leads.lead import Lead as LeadRow
from marketplace.expo.leads.wanted import wanted_leads
from marketplace.graphql import ANYONE, ID, ConnectionField, Field, List, NonNull, ObjectType, String


class LeadsQueries(ObjectType):
    """Whom exhibitors met, and who holds a visitor's contact."""

    leads = ConnectionField(
        LeadCountableConnection,
        exhibitor_id=ID(required=True),
        filter=LeadFilterInput(),
        access=EXHIBITOR,
        description="For who works for the exhibitor; the latest meeting first.",
    )
    lead = Field(
        Lead, id=ID(required=True), access=EXHIBITOR, description="Null for who does not work for its exhibitor."
    )
    contact_holders = Field(
        List(NonNull(ContactHolder)),
        expo_id=ID(description=EXPO),
        visitor_token=String(description=LINK),
        size=20,
        access=ANYONE,
        description="The exhibitors of a fair that scanned the visitor's badge, at most 200; null for nobody's visit.",
    )

    @staticmethod
    def resolve_leads(root: Any, info: Any, exhibitor_id: str, filter: Any = None) -> QuerySet[LeadRow]:
        exhibitor = lead_exhibitor(info, exhibitor_id)
        return wanted_leads(exhibitor=exhibitor, wanted=wanted(filter), today=day_here(info.context.now))

    @staticmethod
    def resolve_lead(root: Any, info: Any, id: str) -> LeadRow | None:
        return find_lead(info, id)

    @staticmethod
    def resolve_contact_holders(
        root: Any, info: Any, expo_id: str | None = None, visitor_token: str | None = None
    ) -> QuerySet[LeadRow] | None:
        visitor = visitor_if_any(info, expo_id, visitor_token)
        return leads_about(visitor)[:200] if visitor is not None and visitor.is_registered else None


class LeadsMutations(ObjectType):
    """Scanning, noting, letting go; and taking one's contact back."""

    lead_scan = LeadScanCreate.Field()
    lead_update = LeadUpdate.Field()
    lead_delete = LeadDelete.Field()
    leads_export = LeadsExport.Field()
    lead_contact_withdraw = LeadContactWithdraw.Field()
    lead_contact_give = LeadContactGive.Field()
