"""Reports of possible fakes in the API."""

from typing import Any

from catalog.graphql.shopper_access import OWN_OR_OPERATOR
from catalog.graphql.types.lot import TraceCode
from catalog.traceability.shopper.fakes import report
from catalog.traceability.shopper.fakes.photo import signed_photo_url
from i18n.graphql.types.country import CountryDisplay
from i18n.graphql.types.language import LanguageDisplay
from i18n.messages import gettext
from i18n.messages import gettext_noop as _
from marketplace.accounts.models import User
from marketplace.accounts.permissions import Permission
from marketplace.graphql import (
    ID,
    Boolean,
    DateTime,
    Enum,
    Field,
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
from marketplace.sellers.graphql.access import is_member
from marketplace.sellers.graphql.types.seller import Seller
from marketplace.sellers.member import MemberRole

THROUGH_ITS_REPORT = Rule("reaching it through a report one may see", lambda _context, _parents: True)
FakeReportState = Enum.from_enum(report.FakeState, name="FakeReportState", description="How far a case is.")
STATE_WORDS = {
    "NEW": _("New"),
    "LOOKED_INTO": _("Being looked into"),
    "CONFIRMED": _("Confirmed: a fake"),
    "DISMISSED": _("Dismissed"),
}


class FakeReportStep(ObjectType):
    """What was done about a case."""

    class Meta:
        access = THROUGH_ITS_REPORT

    state = Field(FakeReportState, required=True)
    state_display = Field(String, required=True, description="In the language of the request.")
    note = Field(String, required=True)
    by = Field(String, description="Null for the marketplace's operator to the seller, and for people who are gone.")
    by_operator = Field(Boolean, required=True)
    at = Field(DateTime, required=True)

    @staticmethod
    def resolve_state_display(step: report.FakeReportStep, info: Any) -> str:
        return gettext(info.context.language, STATE_WORDS[step.state])

    @staticmethod
    @batch
    def resolve_by(steps: list[report.FakeReportStep], info: Any) -> list[str | None]:
        people = User.objects.in_bulk({step.by_id for step in steps if step.by_id and not step.by_operator})
        return [people[step.by_id].full_name if step.by_id in people else None for step in steps]


class FakeReport(ObjectType):
    """Somebody holds goods that may be a fake."""

    class Meta:
        access = OWN_OR_OPERATOR

    id = Field(ID, required=True)
    typed_code = Field(String, required=True, description="What stands on the goods, as it was typed or scanned.")
    code = Field(TraceCode, description="Null when no maker here has given out such a code.")
    seller = Field(Seller, description="Whose code it is.")
    bought_at = Field(String, required=True)
    country = Field(CountryDisplay)
    text = Field(String, required=True)
    language = Field(LanguageDisplay, required=True, description="Of the page it was written on.")
    contact_email = Field(
        String, description="Where managers and the operator may ask the reporter; gone when the case is closed."
    )
    photo_url = Field(String, description="Works for an hour.")
    state = Field(FakeReportState, required=True)
    state_display = Field(String, required=True, description="In the language of the request.")
    created_at = Field(DateTime, required=True)
    steps = Field(List(NonNull(FakeReportStep)), required=True, description="Oldest first.")

    resolve_code = related("code")
    resolve_seller = related("seller")
    resolve_steps = related_list(lambda _info: report.FakeReportStep.objects.order_by("at", "id"), by="report_id")

    @staticmethod
    def resolve_country(row: report.FakeReport, info: Any) -> str | None:
        return row.country or None

    @staticmethod
    def resolve_contact_email(row: report.FakeReport, info: Any) -> str | None:
        asks = info.context.actor.has_permission(Permission.TAKEDOWNS_MANAGE) or (
            row.seller_id is not None and is_member(info.context, row.seller_id, MemberRole.MANAGER)
        )
        return (row.contact_email or None) if asks else None

    @staticmethod
    def resolve_photo_url(row: report.FakeReport, info: Any) -> str | None:
        return signed_photo_url(row)

    @staticmethod
    def resolve_state_display(row: report.FakeReport, info: Any) -> str:
        return gettext(info.context.language, STATE_WORDS[row.state])


FakeReportCountableConnection = connection_type(FakeReport)
