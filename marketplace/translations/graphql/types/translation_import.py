"""Files of translations in the API: what comes back from a translator, and what goes out."""

import enum
from collections import defaultdict
from typing import Any

from django.db.models import Count

from i18n.exchange.translation_import import TAKEN, ImportStatus, UnitOutcome
from i18n.exchange.translation_import import TranslationImport as ImportRow
from i18n.exchange.translation_import import TranslationImportUnit as UnitRow
from i18n.graphql.types.language import LanguageDisplay
from i18n.units.find import units_at
from i18n.units.unit import Unit, UnitId
from marketplace.graphql import (
    ID,
    SIGNED_IN,
    Boolean,
    DateTime,
    Enum,
    Field,
    Int,
    List,
    NonNull,
    ObjectType,
    String,
    batch,
    related_list,
)
from marketplace.translations.graphql.errors import stored_remarks
from marketplace.translations.graphql.types.remark import TranslationRemark
from marketplace.translations.graphql.types.unit import TranslationUnit

TranslationFileFormat = Enum.from_enum(
    enum.StrEnum("TranslationFileFormat", {"XLIFF": "XLIFF", "XLSX": "XLSX"}),
    description="XLIFF 2.1 for translators' own tools, XLSX for a spreadsheet program.",
)
TranslationImportStatus = Enum.from_enum(ImportStatus, name="TranslationImportStatus")
TranslationOutcome = Enum.from_enum(
    UnitOutcome,
    name="TranslationOutcome",
    description="What becomes of a text of the file; NEW, CHANGED and REVIEWED are taken over.",
)


class TranslationOutcomeCount(ObjectType):
    """How many texts of the file have this outcome."""

    class Meta:
        access = SIGNED_IN

    outcome = Field(TranslationOutcome, required=True)
    count = Field(Int, required=True)


class TranslationImportUnit(ObjectType):
    """One text of the file."""

    class Meta:
        access = SIGNED_IN

    position = Field(Int, required=True, description="From 1, in the order of the file.")
    name = Field(String, required=True, description="As the file names it.")
    text = Field(String, required=True, description="The translation that the file brings.")
    outcome = Field(TranslationOutcome, required=True)
    remarks = Field(NonNull(List(NonNull(TranslationRemark))))
    unit = Field(TranslationUnit, description="What we have, as it is now; null where there is none.")

    @staticmethod
    @batch
    def resolve_position(rows: list[UnitRow], info: Any) -> list[int]:
        return [row.position + 1 for row in rows]

    @staticmethod
    @batch
    def resolve_remarks(rows: list[UnitRow], info: Any) -> list[list[dict[str, str]]]:
        return [stored_remarks(row.problems, info.context.language) for row in rows]

    @staticmethod
    @batch
    def resolve_unit(rows: list[UnitRow], info: Any) -> list[Unit | None]:
        wanted: dict[tuple[str, int], list[UnitId]] = defaultdict(list)
        for row in rows:
            id = UnitId.read(row.name)
            if id is not None:
                wanted[row.batch.language, row.batch.owner_id].append(id)
        found = {key: units_at(ids, *key) for key, ids in wanted.items()}
        return [_found(found, row) for row in rows]


def _found(found: dict[tuple[str, int], dict[UnitId, Unit]], row: UnitRow) -> Unit | None:
    id = UnitId.read(row.name)
    return found[row.batch.language, row.batch.owner_id].get(id) if id is not None else None


class TranslationImport(ObjectType):
    """A file of translations that was handed in. Nothing is changed before it is applied."""

    class Meta:
        access = SIGNED_IN

    id = Field(ID, required=True)
    file_name = Field(String, required=True)
    file_format = Field(TranslationFileFormat, required=True)
    source_language = Field(LanguageDisplay, required=True)
    language = Field(LanguageDisplay, required=True)
    status = Field(TranslationImportStatus, required=True)
    created_at = Field(DateTime, required=True)
    applied_at = Field(DateTime)
    total = Field(Int, required=True)
    taken = Field(Int, required=True, description="Texts that applying takes over, or has taken over.")
    outcomes = Field(NonNull(List(NonNull(TranslationOutcomeCount))))
    units = Field(
        NonNull(List(NonNull(TranslationImportUnit))),
        outcomes=List(NonNull(TranslationOutcome)),
        changes_nothing=Boolean(description="Only what is not taken over and needs a look."),
        first=Int(description="At most this many; 100 unless said."),
    )

    resolve_units = related_list(lambda info, **args: _units(**args), by="batch_id", first="first")

    @staticmethod
    @batch
    def resolve_total(rows: list[ImportRow], info: Any) -> list[int]:
        counts = _counts(rows, info)
        return [sum(counts[row.pk].values()) for row in rows]

    @staticmethod
    @batch
    def resolve_taken(rows: list[ImportRow], info: Any) -> list[int]:
        counts = _counts(rows, info)
        return [sum(count for outcome, count in counts[row.pk].items() if outcome in TAKEN) for row in rows]

    @staticmethod
    @batch
    def resolve_outcomes(rows: list[ImportRow], info: Any) -> list[list[dict[str, Any]]]:
        counts = _counts(rows, info)
        return [
            [{"outcome": o, "count": counts[row.pk][o]} for o in UnitOutcome.values if counts[row.pk].get(o)]
            for row in rows
        ]


def _units(*, outcomes: Any = None, changes_nothing: bool | None = None, first: int | None = None) -> Any:
    rows = UnitRow.objects.select_related("batch").order_by("position")
    if outcomes is not None:
        rows = rows.filter(outcome__in=[str(outcome) for outcome in outcomes][:10])
    if changes_nothing:
        rows = rows.filter(outcome__in=[UnitOutcome.REFUSED, UnitOutcome.SOURCE_CHANGED, UnitOutcome.TARGET_CHANGED])
    return rows


def _counts(rows: list[ImportRow], info: Any) -> dict[int, dict[str, int]]:
    """Counts by outcome, read once for all fields of an answer."""
    key = ("translations.outcomes", tuple(row.pk for row in rows))
    if key not in info.context.cache:
        found: dict[int, dict[str, int]] = {row.pk: {} for row in rows}
        grouped = UnitRow.objects.filter(batch__in=rows).order_by().values_list("batch_id", "outcome")
        for pk, outcome, count in grouped.annotate(count=Count("pk")):
            found[pk][outcome] = count
        info.context.cache[key] = found
    counts: dict[int, dict[str, int]] = info.context.cache[key]
    return counts


class TranslationExport(ObjectType):
    """A file for a translator."""

    class Meta:
        access = SIGNED_IN

    file_name = Field(String, required=True)
    media_type = Field(String, required=True)
    content = Field(String, required=True, description="Base64.")
    units = Field(Int, required=True, description="How many texts are in it.")
    is_complete = Field(Boolean, required=True, description="False when there are more than the 20,000 a file holds.")
