"""Customs rules and their editions, in the API of the operator."""

from datetime import date
from decimal import Decimal as Number
from typing import Any

from i18n.messages import gettext
from logistics.customs.rules import edition, rule
from marketplace.accounts.models import User
from marketplace.accounts.permissions import Permission
from marketplace.graphql import (
    ANYONE,
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
    batch,
    connection_type,
    permission,
    related,
)
from marketplace.graphql.engine.protocol import BATCH

MANAGES_CUSTOMS = permission(Permission.CUSTOMS_MANAGE)
MOST_ROWS_SHOWN = 200

CustomsEditionStatus = Enum.from_enum(
    edition.EditionStatus, name="CustomsEditionStatus", description="How far an edition of customs rules is."
)
CustomsRuleKind = Enum.from_enum(
    rule.RuleKind,
    name="CustomsRuleKind",
    description="Duty, additional duty, relief for small consignments, tax, fee, valuation, exchange rate of customs.",
)
_load_people = getattr(related("by"), BATCH)
_load_appliers = getattr(related("applied_by"), BATCH)


class CustomsRule(ObjectType):
    """What holds at import into a territory on a day, with its law and source."""

    class Meta:
        access = ANYONE

    name = Field(String, required=True, description="Names the rule in estimates: EU/duty/69120023/2022-01-01.")
    kind = Field(CustomsRuleKind, required=True)
    hs = Field(String, required=True, description="What codes begin with; empty: all goods.")
    country = Field(String, required=True)
    origin = Field(String, required=True)
    agreement = Field(String, required=True)
    about = Field(String, required=True, description="Which tax, fee or relief.")
    rate = Field(Decimal, description="A share of one.")
    rate_most = Field(Decimal, description="Where only the limits are known.")
    amount = Field(Decimal, description="So much for each `per`, in `currency`.")
    currency = Field(String, required=True)
    per = Field(String, required=True)
    least = Field(Decimal)
    most = Field(Decimal)
    threshold = Field(Decimal)
    effective_from = Field(Date, required=True)
    effective_to = Field(Date)
    legal_basis = Field(String, required=True)
    source = Field(String, required=True)
    source_date = Field(Date, required=True)
    is_checked = Field(Boolean, required=True)
    edition = Field(Int, required=True, description="0: shipped with the program.")
    note = Field(String, required=True)

    @staticmethod
    def resolve_name(row: rule.Rule, info: Any) -> str:
        return row.since.rule

    @staticmethod
    def resolve_about(row: rule.Rule, info: Any) -> str:
        return row.name

    @staticmethod
    def resolve_effective_from(row: rule.Rule, info: Any) -> date:
        return row.since.effective_from

    @staticmethod
    def resolve_effective_to(row: rule.Rule, info: Any) -> date | None:
        return row.since.effective_to

    @staticmethod
    def resolve_legal_basis(row: rule.Rule, info: Any) -> str:
        return row.since.legal_basis

    @staticmethod
    def resolve_source(row: rule.Rule, info: Any) -> str:
        return row.since.source

    @staticmethod
    def resolve_source_date(row: rule.Rule, info: Any) -> date:
        return row.since.source_date

    @staticmethod
    def resolve_is_checked(row: rule.Rule, info: Any) -> bool:
        return row.since.checked


class CustomsEditionMistake(ObjectType):
    """What is wrong with a cell."""

    class Meta:
        access = MANAGES_CUSTOMS

    column = Field(String, required=True)
    message = Field(String, required=True, description="In the language of the request.")

    @staticmethod
    def resolve_message(mistake: dict[str, Any], info: Any) -> str:
        return gettext(info.context.language, mistake["message"], **mistake["params"])


class CustomsEditionRow(ObjectType):
    """A line of the file."""

    class Meta:
        access = MANAGES_CUSTOMS

    number = Field(Int, required=True, description="Line of the file.")
    kind = Field(String, required=True)
    territory = Field(String, required=True)
    hs = Field(String, required=True)
    text = Field(String, required=True, description="The other cells as the file has them.")
    replaces = Field(String, description="The rule that holds today in its place, with its rate.")
    mistakes = Field(List(NonNull(CustomsEditionMistake)), required=True, size=2)

    @staticmethod
    def resolve_kind(row: dict[str, Any], info: Any) -> str:
        return str(row["cells"].get("kind", ""))

    @staticmethod
    def resolve_territory(row: dict[str, Any], info: Any) -> str:
        return str(row["cells"].get("territory", ""))

    @staticmethod
    def resolve_hs(row: dict[str, Any], info: Any) -> str:
        return str(row["cells"].get("hs", ""))

    @staticmethod
    def resolve_text(row: dict[str, Any], info: Any) -> str:
        shown = {name: cell for name, cell in row["cells"].items() if name not in ("kind", "territory", "hs")}
        return " · ".join(f"{name}: {cell}" for name, cell in shown.items())

    @staticmethod
    def resolve_replaces(row: dict[str, Any], info: Any) -> str | None:
        before = row["before"]
        if before is None:
            return None
        figures = [f"{Number(before['rate']).normalize():f} %"] if before["rate"] else []
        return " · ".join([before["rule"], *figures, *([before["amount"]] if before["amount"] else [])])


class CustomsEdition(ObjectType):
    """A file of customs rules: looked through, applied or put away. Applied ones are never changed."""

    class Meta:
        access = MANAGES_CUSTOMS

    id = ID(required=True)
    file_name = Field(String, required=True)
    status = Field(CustomsEditionStatus, required=True)
    note = Field(String, required=True)
    sequence = Field(Int, description="1, 2, 3 … in the order of being applied.")
    digest = Field(String, required=True, description="Chains the applied editions; empty before.")
    row_count = Field(Int, required=True)
    wrong_row_count = Field(Int, required=True)
    written = Field(Int, required=True, description="Rows that count since it was applied.")
    rows = Field(
        List(NonNull(CustomsEditionRow)),
        required=True,
        size=20,
        description="The wrong ones first, at most 200.",
    )
    created_at = Field(DateTime, required=True)
    by = Field(String)
    applied_at = Field(DateTime)
    applied_by = Field(String)

    @staticmethod
    def resolve_row_count(row: edition.CustomsEdition, info: Any) -> int:
        return len(row.rows)

    @staticmethod
    def resolve_wrong_row_count(row: edition.CustomsEdition, info: Any) -> int:
        return row.wrong_rows

    @staticmethod
    def resolve_rows(row: edition.CustomsEdition, info: Any) -> list[dict[str, Any]]:
        return sorted(row.rows, key=lambda each: (not each["mistakes"], each["number"]))[:MOST_ROWS_SHOWN]

    @staticmethod
    @batch
    def resolve_by(rows: list[edition.CustomsEdition], info: Any) -> list[str | None]:
        return _names(_load_people(rows, info))

    @staticmethod
    @batch
    def resolve_applied_by(rows: list[edition.CustomsEdition], info: Any) -> list[str | None]:
        return _names(_load_appliers(rows, info))


def _names(people: list[User | None]) -> list[str | None]:
    return [(person.full_name or person.email) if person else None for person in people]


CustomsEditionCountableConnection = connection_type(CustomsEdition)
