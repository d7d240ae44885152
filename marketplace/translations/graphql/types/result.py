"""What became of each text of a bulk mutation."""

from collections.abc import Iterable
from typing import Any

from i18n.units.find import units_at
from i18n.units.translate_units import UnitResult
from marketplace.graphql import SIGNED_IN, Boolean, Field, Int, List, NonNull, ObjectType
from marketplace.translations.graphql.errors import remarks
from marketplace.translations.graphql.types.remark import TranslationRemark
from marketplace.translations.graphql.types.unit import TranslationUnit


class TranslationResult(ObjectType):
    """One of the texts that were handed in."""

    class Meta:
        access = SIGNED_IN

    index = Field(Int, required=True, description="Its place among the texts handed in.")
    changed = Field(Boolean, required=True)
    unit = Field(TranslationUnit, description="As it is now; null where there is none for the caller.")
    errors = Field(NonNull(List(NonNull(TranslationRemark))), description="Why it was not stored.")
    warnings = Field(NonNull(List(NonNull(TranslationRemark))), description="It was stored; look at it again.")


def results(found: Iterable[UnitResult], info: Any, language: str, owner_id: int) -> list[dict[str, Any]]:
    """The payload's list, the units read again as they are after the change."""
    rows = list(found)
    now = units_at([row.id for row in rows if row.unit is not None], language, owner_id)
    return [
        {
            "index": index,
            "changed": row.changed,
            "unit": now.get(row.id) if row.unit is not None else None,
            "errors": remarks(row.problems, info.context.language),
            "warnings": remarks(row.warnings, info.context.language),
        }
        for index, row in enumerate(rows)
    ]
