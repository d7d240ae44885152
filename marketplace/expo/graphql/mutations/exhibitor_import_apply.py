"""``exhibitorImportApply``."""

from typing import Any

from marketplace.expo.graphql import errors
from marketplace.expo.graphql.access import STAFF, import_of
from marketplace.expo.graphql.types.exhibitor_import import ExhibitorImport
from marketplace.expo.imports.apply import apply_exhibitors
from marketplace.graphql import ID, Field, Int, Mutation


class ExhibitorImportApply(Mutation):
    """Bring the good rows of a previewed list into the directory; doing it again changes nothing."""

    class Arguments:
        id = ID(required=True)

    class Meta:
        access = STAFF
        cost = 50
        known_errors = errors.REFUSED

    import_ = Field(ExhibitorImport, name="import")
    created = Field(Int)
    updated = Field(Int)
    unchanged = Field(Int)
    refused = Field(Int, description="Rows with errors, which were left out.")

    @classmethod
    def perform(cls, info: Any, *, id: str) -> dict[str, Any]:
        applied = apply_exhibitors(exhibitor_import=import_of(info, id))
        return {
            "import_": applied.exhibitor_import,
            "created": applied.created,
            "updated": applied.updated,
            "unchanged": applied.unchanged,
            "refused": applied.refused,
        }
