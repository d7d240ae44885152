"""What visitors do about the exhibitors that scanned their badge."""

from typing import Any

from i18n.messages import gettext_noop as _
from marketplace.expo.graphql.visitor_access import visitor_of
from marketplace.expo.leads.contact import give_contact_again, leads_about, withdraw_contact
from marketplace.expo.leads.lead import Lead as LeadRow
from marketplace.expo.models import Visitor
from marketplace.graphql import ANYONE, ID, Field, InputError, Int, Mutation, String, integer_key

LINK = "Of the visitor's link; without it the caller's own visit."
EXPO = "Needed without the link."


class LeadContactWithdraw(Mutation):
    """Take one's contact back, from one exhibitor or from all that hold it. They read it no more from then on."""

    class Arguments:
        expo_id = ID(description=EXPO)
        visitor_token = String(description=LINK)
        holder_id = ID(description="The ContactHolder; all of them when left out.")

    class Meta:
        access = ANYONE

    withdrawn = Field(Int, description="From how many.")

    @classmethod
    def perform(
        cls,
        info: Any,
        *,
        expo_id: str | None = None,
        visitor_token: str | None = None,
        holder_id: str | None = None,
    ) -> dict[str, Any]:
        visitor = visitor_of(info, expo_id, visitor_token)
        lead = _lead(visitor, holder_id) if holder_id is not None else None
        return {"withdrawn": withdraw_contact(visitor=visitor, lead=lead, now=info.context.now)}


class LeadContactGive(Mutation):
    """Let one exhibitor that scanned one's badge have the contact (again). Needs the consent to leads."""

    class Arguments:
        expo_id = ID(description=EXPO)
        visitor_token = String(description=LINK)
        holder_id = ID(required=True, description="The ContactHolder.")

    class Meta:
        access = ANYONE
        error_codes = ("NO_CONSENT",)

    @classmethod
    def perform(
        cls, info: Any, *, holder_id: str, expo_id: str | None = None, visitor_token: str | None = None
    ) -> dict[str, Any]:
        visitor = visitor_of(info, expo_id, visitor_token)
        if not give_contact_again(visitor=visitor, lead=_lead(visitor, holder_id), now=info.context.now):
            message = _("Agree first that exhibitors who scan your badge get your contact.")
            raise InputError(message, field="holder_id", code="NO_CONSENT")
        return {}


def _lead(visitor: Visitor, global_id: str) -> LeadRow:
    lead = leads_about(visitor).filter(pk=integer_key(global_id, "ContactHolder", field="holder_id")).first()
    if lead is None:
        raise InputError(_("There is no such exhibitor."), field="holder_id", code="NOT_FOUND")
    return lead
