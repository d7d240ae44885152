"""What exhibitors do with leads."""

import base64
from typing import Any

from i18n.today import day_here
from marketplace.expo.graphql import errors
from marketplace.expo.graphql.access import EXHIBITOR, caller
from marketplace.expo.graphql.leads.access import lead_exhibitor, own_lead
from marketplace.expo.graphql.leads.inputs import LeadFilterInput, LeadScanInput, LeadUpdateInput, exhibit_keys, wanted
from marketplace.expo.graphql.leads.types import Lead, LeadFile, LeadFormatEnum
from marketplace.expo.leads.export import LeadFormat, export_leads
from marketplace.expo.leads.notes import LeadNotes
from marketplace.expo.leads.record import record_lead
from marketplace.expo.leads.update import delete_lead, update_lead
from marketplace.expo.leads.wanted import wanted_leads
from marketplace.graphql import ID, Field, Mutation

SCAN_CODES = ("NOT_A_VISITOR", "BADGE_VOID")


class LeadScanCreate(Mutation):
    """Scan a visitor's badge at the stand. The visitor scanned again stays one lead."""

    class Arguments:
        exhibitor_id = ID(required=True)
        input = LeadScanInput(required=True)

    class Meta:
        access = EXHIBITOR
        creates = True
        error_codes = SCAN_CODES
        known_errors = errors.REFUSED

    lead = Field(Lead)

    @classmethod
    def perform(cls, info: Any, *, exhibitor_id: str, input: Any) -> dict[str, Any]:
        notes = LeadNotes(
            note=input.get("note") or "",
            rating=input.get("rating"),
            follow_up_on=input.get("follow_up_on"),
            exhibit_ids=exhibit_keys(input.get("exhibits")),
        )
        lead = record_lead(
            exhibitor=lead_exhibitor(info, exhibitor_id),
            code=input["code"],
            client_id=input["client_id"],
            scanned_at=input.get("scanned_at") or info.context.now,
            by=caller(info),
            notes=notes,
            now=info.context.now,
        )
        return {"lead": lead}


class LeadUpdate(Mutation):
    """Change what was noted."""

    class Arguments:
        id = ID(required=True)
        input = LeadUpdateInput(required=True)

    class Meta:
        access = EXHIBITOR
        known_errors = errors.REFUSED

    lead = Field(Lead)

    @classmethod
    def perform(cls, info: Any, *, id: str, input: Any) -> dict[str, Any]:
        changes = {name: value for name, value in input.items() if name != "exhibits"}
        if input.get("exhibits") is not None:
            changes["exhibit_ids"] = exhibit_keys(input["exhibits"])
        return {"lead": update_lead(lead=own_lead(info, id), changes=changes, now=info.context.now)}


class LeadDelete(Mutation):
    """Let go of a lead with all that was noted."""

    class Arguments:
        id = ID(required=True)

    class Meta:
        access = EXHIBITOR

    @classmethod
    def perform(cls, info: Any, *, id: str) -> dict[str, Any]:
        delete_lead(lead=own_lead(info, id))
        return {}


class LeadsExport(Mutation):
    """Leads as a file. Who took it, and when, is written down."""

    class Arguments:
        exhibitor_id = ID(required=True)
        format = LeadFormatEnum(required=True)
        filter = LeadFilterInput()

    class Meta:
        access = EXHIBITOR
        cost = 100

    file = Field(LeadFile)

    @classmethod
    def perform(cls, info: Any, *, exhibitor_id: str, format: Any, filter: Any = None) -> dict[str, Any]:
        exhibitor = lead_exhibitor(info, exhibitor_id)
        leads = wanted_leads(exhibitor=exhibitor, wanted=wanted(filter), today=day_here(info.context.now))
        made = export_leads(
            exhibitor=exhibitor,
            leads=leads,
            file_format=LeadFormat(getattr(format, "value", format)),
            language=info.context.language,
            by=caller(info),
            now=info.context.now,
        )
        content = base64.b64encode(made.content).decode("ascii")
        told = {"file_name": made.name, "media_type": made.media_type, "content": content, "leads": made.leads}
        return {"file": told}
