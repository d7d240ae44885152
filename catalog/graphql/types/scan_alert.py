"""Openings of codes in the API: alerts, and figures by lot."""

from typing import Any

from catalog.graphql.shopper_access import OWN
from catalog.graphql.types.lot import Lot, TraceCode
from catalog.traceability.lot import Lot as LotRow
from catalog.traceability.shopper.scans import scan_alert
from catalog.traceability.shopper.scans.figures import CountryScans as CountryScansRow
from catalog.traceability.shopper.scans.figures import LotScans as LotScansRow
from catalog.traceability.shopper.scans.meaning import MEANING
from i18n.graphql.types.country import CountryDisplay
from i18n.messages import gettext
from marketplace.accounts.models import User
from marketplace.graphql import (
    ID,
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
)

THROUGH_ITS_SELLER = Rule("reaching it through a seller one works for", lambda _context, _parents: True)
ScanRuleEnum = Enum.from_enum(
    scan_alert.ScanRule, name="ScanRule", description="What is unusual in the openings of a code's page."
)


class ScanAlert(ObjectType):
    """A code was looked at as genuine ones are not: a sign to look into, no proof."""

    class Meta:
        access = OWN

    id = Field(ID, required=True)
    rule = Field(ScanRuleEnum, required=True)
    meaning = Field(String, required=True, description="In the language of the request.")
    code = Field(TraceCode, required=True)
    scans = Field(Int, required=True, description="Openings that the rule looked at, or wrong hidden numbers.")
    countries = Field(List(NonNull(CountryDisplay)), required=True, description="Most openings first.")
    since = Field(Date, required=True, description="The first day the rule looked at.")
    raised_at = Field(DateTime, required=True)
    acknowledged_at = Field(DateTime)
    acknowledged_by = Field(String, description="Who looked into it.")
    note = Field(String, description="What was found out.")

    resolve_code = related("code")

    @staticmethod
    @batch
    def resolve_meaning(alerts: list[scan_alert.ScanAlert], info: Any) -> list[str]:
        return [gettext(info.context.language, MEANING[row.rule]) for row in alerts]

    @staticmethod
    @batch
    def resolve_acknowledged_by(alerts: list[scan_alert.ScanAlert], info: Any) -> list[str | None]:
        people = User.objects.in_bulk({row.acknowledged_by_id for row in alerts if row.acknowledged_by_id})
        names = {key: user.full_name for key, user in people.items()}
        return [names.get(row.acknowledged_by_id or 0) for row in alerts]

    @staticmethod
    def resolve_note(alert: scan_alert.ScanAlert, info: Any) -> str | None:
        return alert.note or None


ScanAlertCountableConnection = connection_type(ScanAlert)


class CountryScans(ObjectType):
    """Openings from one country."""

    class Meta:
        access = THROUGH_ITS_SELLER

    country = Field(CountryDisplay, description="Null where nobody said from which.")
    scans = Field(Int, required=True)

    @staticmethod
    def resolve_country(row: CountryScansRow, info: Any) -> str | None:
        return row.country or None


class LotScans(ObjectType):
    """How often the pages of a lot's codes were opened in the last 90 days."""

    class Meta:
        access = THROUGH_ITS_SELLER

    lot = Field(Lot, required=True)
    scans = Field(Int, required=True)
    codes = Field(Int, required=True, description="How many of its codes were opened.")
    countries = Field(List(NonNull(CountryScans)), required=True, description="Most openings first.")

    @staticmethod
    @batch
    def resolve_lot(rows: list[LotScansRow], info: Any) -> list[LotRow]:
        lots = LotRow.objects.in_bulk({row.lot_id for row in rows})
        return [lots[row.lot_id] for row in rows]
