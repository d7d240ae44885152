"""Leads in the API: to the exhibitor, and to the visitor whose badge was scanned."""

from typing import Any

from i18n.graphql.types.country import CountryDisplay
from i18n.graphql.types.language import LanguageDisplay
from marketplace.accounts.models import User
from marketplace.expo.graphql.leads.access import OWN_LEAD
from marketplace.expo.graphql.types.exhibitor import Exhibit, Exhibitor
from marketplace.expo.leads.export import LeadFormat
from marketplace.expo.leads.lead import Lead as LeadRow
from marketplace.expo.leads.lead import LeadScan as ScanRow
from marketplace.expo.models import Exhibit as ExhibitRow
from marketplace.expo.models import Exhibitor as ExhibitorRow
from marketplace.expo.models import Visitor as VisitorRow
from marketplace.graphql import (
    ID,
    Boolean,
    Date,
    DateTime,
    Enum,
    Field,
    Int,
    List,
    NonNull,
    ObjectType,
    Rule,
    String,
    batch,
    connection_type,
    related,
    related_list,
)

THROUGH_THE_LEAD = Rule("reaching it through a lead one may see", lambda _context, _parents: True)
LeadFormatEnum = Enum.from_enum(LeadFormat, name="LeadFileFormat", description="A file for a spreadsheet program.")


class LeadContact(ObjectType):
    """Who the visitor is, as the visitor let this exhibitor know."""

    class Meta:
        access = THROUGH_THE_LEAD

    name = Field(String, required=True)
    firm = Field(String, required=True)
    job_title = Field(String, required=True)
    email = Field(String, required=True)
    language = Field(LanguageDisplay, required=True, description="The visitor's own.")


class LeadScan(ObjectType):
    """One moment in which the badge was scanned."""

    class Meta:
        access = THROUGH_THE_LEAD

    id = Field(ID, required=True)
    scanned_at = Field(DateTime, required=True)
    by = Field(String, description="Who of the stand scanned it.")

    @staticmethod
    @batch
    def resolve_by(scans: list[ScanRow], info: Any) -> list[str | None]:
        people = User.objects.in_bulk([scan.by_id for scan in scans if scan.by_id is not None])
        return [people[scan.by_id].full_name or None if scan.by_id in people else None for scan in scans]


class Lead(ObjectType):
    """A visitor whom an exhibitor met. Several scans of one person are one lead."""

    class Meta:
        access = OWN_LEAD

    id = Field(ID, required=True)
    exhibitor = Field(Exhibitor, required=True)
    country = Field(CountryDisplay, required=True, description="Where the visitor comes from.")
    contact = Field(
        LeadContact,
        description="Null unless the visitor consented before the scan and has not taken it back.",
    )
    scanned_at = Field(DateTime, required=True, description="The first time.")
    last_scanned_at = Field(DateTime, required=True)
    scans = Field(NonNull(List(NonNull(LeadScan))), size=2)
    note = Field(String, required=True)
    rating = Field(Int, description="From 1 to 5.")
    follow_up_on = Field(Date)
    followed_up_at = Field(DateTime)
    exhibits = Field(NonNull(List(NonNull(Exhibit))), size=3, description="What the visitor was interested in.")

    resolve_exhibitor = related("exhibitor", queryset=lambda info: ExhibitorRow.objects.all())
    resolve_scans = related_list(lambda info: ScanRow.objects.order_by("scanned_at", "pk"), by="lead_id")

    @staticmethod
    @batch
    def resolve_country(leads: list[LeadRow], info: Any) -> list[str]:
        visitors = _visitors(leads)
        return [visitors[lead.visitor_id].country for lead in leads]

    @staticmethod
    @batch
    def resolve_contact(leads: list[LeadRow], info: Any) -> list[VisitorRow | None]:
        rows = LeadRow.objects.with_contact().filter(pk__in=[lead.pk for lead in leads])
        shown = set(rows.values_list("pk", flat=True))
        visitors = _visitors([lead for lead in leads if lead.pk in shown])
        return [visitors[lead.visitor_id] if lead.pk in shown else None for lead in leads]

    @staticmethod
    @batch
    def resolve_exhibits(leads: list[LeadRow], info: Any) -> list[list[ExhibitRow]]:
        found: dict[int, list[ExhibitRow]] = {lead.pk: [] for lead in leads}
        chosen = (
            LeadRow.exhibits.through.objects.filter(lead__in=found).select_related("exhibit").order_by("exhibit_id")
        )
        for row in chosen:
            found[row.lead_id].append(row.exhibit)
        return [found[lead.pk] for lead in leads]


def _visitors(leads: list[LeadRow]) -> dict[int, VisitorRow]:
    return VisitorRow.objects.in_bulk({lead.visitor_id for lead in leads})


LeadCountableConnection = connection_type(Lead)


class ContactHolder(ObjectType):
    """An exhibitor that scanned the visitor's badge, as the visitor sees it."""

    class Meta:
        access = THROUGH_THE_LEAD

    id = Field(ID, required=True)
    exhibitor = Field(Exhibitor, required=True)
    scanned_at = Field(DateTime, required=True, description="The first time.")
    last_scanned_at = Field(DateTime, required=True)
    holds_contact = Field(
        Boolean, required=True, description="Whether this exhibitor reads name, firm and address of the visitor today."
    )

    resolve_exhibitor = related("exhibitor", queryset=lambda info: ExhibitorRow.objects.all())

    @staticmethod
    @batch
    def resolve_holds_contact(leads: list[LeadRow], info: Any) -> list[bool]:
        rows = LeadRow.objects.with_contact().filter(pk__in=[lead.pk for lead in leads])
        shown = set(rows.values_list("pk", flat=True))
        return [lead.pk in shown for lead in leads]


class LeadFile(ObjectType):
    """Leads for another program."""

    class Meta:
        access = THROUGH_THE_LEAD

    file_name = Field(String, required=True)
    media_type = Field(String, required=True)
    content = Field(String, required=True, description="Base64.")
    leads = Field(Int, required=True, description="How many are in it.")
