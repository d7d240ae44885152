"""``customsRulesPreview``, ``customsRulesApply``, ``customsRulesDiscard``."""

from collections.abc import Callable, Mapping
from typing import Any

from catalog.graphql.access import caller
from catalog.graphql.inputs import read_upload
from i18n.messages import gettext_noop as _
from logistics.customs.rules.apply import EditionHasMistakes, EditionNotOpen, apply_edition, discard_edition
from logistics.customs.rules.columns import MOST_BYTES
from logistics.customs.rules.edition import CustomsEdition as EditionRow
from logistics.customs.rules.preview import preview_rules
from logistics.customs.rules.read_csv import UnreadableRules
from logistics.graphql.customs.edition_types import MANAGES_CUSTOMS, CustomsEdition
from marketplace.graphql import ID, Boolean, Field, InputError, Mutation, String, Upload, integer_key

MOST_NOTE = 400

REFUSALS: Mapping[type[Exception], Callable[[Any], InputError]] = {
    UnreadableRules: lambda failure: InputError(failure.message, field="file", params=failure.params),
    EditionHasMistakes: lambda failure: InputError(
        _("%(count)s rows are wrong; nothing was applied."),
        field="id",
        code="HAS_ERRORS",
        params={"count": failure.wrong},
    ),
    EditionNotOpen: lambda _failure: InputError(
        _("This file can no longer be decided about."), field="id", code="NOT_OPEN"
    ),
}


class CustomsRulesPreview(Mutation):
    """Look through a CSV file of customs rules; nothing holds before it is applied."""

    class Arguments:
        file = Upload(required=True)
        note = String(description="Why, and after which text of the law.")

    class Meta:
        access = MANAGES_CUSTOMS
        creates = True
        known_errors = REFUSALS

    edition = Field(CustomsEdition)

    @classmethod
    def perform(cls, info: Any, *, file: Any, note: str | None = None) -> dict[str, Any]:
        if len(note or "") > MOST_NOTE:
            raise InputError(_("At most %(most)s characters."), field="note", params={"most": MOST_NOTE})
        content = read_upload(file, most=MOST_BYTES, field="file")
        name = str(file.name or "")
        return {"edition": preview_rules(file_name=name, content=content, note=note or "", by=caller(info))}


class CustomsRulesApply(Mutation):
    """From now on the file's rows count for the days they name: all of them, or those that are right."""

    class Arguments:
        id = ID(required=True)
        only_good_rows = Boolean(description="Leave out the rows that are wrong.")

    class Meta:
        access = MANAGES_CUSTOMS
        error_codes = ("HAS_ERRORS", "NOT_OPEN")
        known_errors = REFUSALS

    edition = Field(CustomsEdition)

    @classmethod
    def perform(cls, info: Any, *, id: str, only_good_rows: bool | None = None) -> dict[str, Any]:
        row = _edition(id)
        return {"edition": apply_edition(edition=row, only_good_rows=bool(only_good_rows), by=caller(info))}


class CustomsRulesDiscard(Mutation):
    """Put a file away that was only looked through."""

    class Arguments:
        id = ID(required=True)

    class Meta:
        access = MANAGES_CUSTOMS
        error_codes = ("NOT_OPEN",)
        known_errors = REFUSALS

    edition = Field(CustomsEdition)

    @classmethod
    def perform(cls, info: Any, *, id: str) -> dict[str, Any]:
        return {"edition": discard_edition(edition=_edition(id))}


def _edition(global_id: str) -> EditionRow:
    row = EditionRow.objects.filter(pk=integer_key(global_id, "CustomsEdition")).first()
    if row is None:
        raise InputError(_("There is no such file."), field="id", code="NOT_FOUND")
    return row
