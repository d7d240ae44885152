"""``exhibitorImportDecide``."""

import enum
from typing import Any

from i18n.messages import gettext_noop as _
from marketplace.expo.exhibitor_import import ExhibitorImport as ImportRecord
from marketplace.expo.graphql import errors
from marketplace.expo.graphql.access import STAFF, import_of
from marketplace.expo.graphql.types.exhibitor_import import ExhibitorImport
from marketplace.expo.imports.decide import NEW, SKIP, Decision, decide_rows
from marketplace.expo.imports.preview import judge_again
from marketplace.expo.imports.row import RowAction
from marketplace.graphql import (
    ID,
    Enum,
    Field,
    InputError,
    InputObjectType,
    Int,
    List,
    Mutation,
    NonNull,
    integer_key,
)

SAME = "SAME"
MOST = 500
ExhibitorRowTake = Enum.from_enum(
    enum.StrEnum("ExhibitorRowTake", {name: name for name in (NEW, SAME, SKIP)}),
    description="NEW: another firm after all; SAME: the named exhibitor; SKIP: leave the row out.",
)


class ExhibitorRowDecisionInput(InputObjectType):
    """About one row."""

    row = Int(required=True, description="Its number.")
    take = ExhibitorRowTake(required=True)
    exhibitor_id = ID(description="For SAME.")


class ExhibitorImportDecide(Mutation):
    """Say what rows are that look like somebody else; the list is then judged again."""

    class Arguments:
        id = ID(required=True)
        decisions = List(NonNull(ExhibitorRowDecisionInput), description="At most 500 at once.")
        rest = ExhibitorRowTake(description="For all other rows that wait for a decision: NEW or SKIP.")

    class Meta:
        access = STAFF
        cost = 50
        known_errors = errors.REFUSED

    import_ = Field(ExhibitorImport, name="import")

    @classmethod
    def perform(cls, info: Any, *, id: str, decisions: Any = None, rest: Any = None) -> dict[str, Any]:
        stored = import_of(info, id)
        said = {each["row"]: _decision(each) for each in (decisions or [])[:MOST]}
        if rest is not None:
            said = {**_for_the_rest(stored, str(rest)), **said}
        return {"import_": judge_again(decide_rows(exhibitor_import=stored, decisions=said))}


def _decision(given: Any) -> Decision:
    take = str(given["take"])
    if take != SAME:
        return take
    if not given.get("exhibitor_id"):
        raise InputError(_("This field is required."), field="exhibitor_id", code="REQUIRED")
    return integer_key(given["exhibitor_id"], "Exhibitor", field="exhibitor_id")


def _for_the_rest(stored: ImportRecord, take: str) -> dict[int, Decision]:
    if take == SAME:
        raise InputError(_("Say of each row which exhibitor it is."), field="rest", code="INVALID")
    return {row["number"]: take for row in stored.rows if row["action"] == RowAction.ASK}
