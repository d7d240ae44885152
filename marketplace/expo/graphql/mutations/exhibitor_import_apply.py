"""``exhibitorImportApply``."""

from typing import Any

from marketplace.expo.graphql import errors
from marketplace.expo.graphql.access import STAFF, caller, import_of
from marketplace.expo.graphql.types.exhibitor_import import ExhibitorImport
from marketplace.expo.imports.apply import OUTCOME
from marketplace.expo.imports.soon import apply_soon
from marketplace.graphql import ID, Field, Int, List, Mutation, NonNull, integer_key


class ExhibitorImportApply(Mutation):
    """Bring the good rows of a previewed list into the directory; doing it again changes nothing.

    A list of more than 200 rows is WAITING when this answers, and the counts are null: exhibitorImport says how far it
    is, and in the end its outcome or its problem.
    """

    class Arguments:
        id = ID(required=True)
        remove = List(NonNull(ID), description="Exhibitors among those missing that leave the directory.")

    class Meta:
        access = STAFF
        cost = 50
        known_errors = errors.REFUSED

    import_ = Field(ExhibitorImport, name="import")
    created = Field(Int)
    updated = Field(Int)
    unchanged = Field(Int)
    refused = Field(Int, description="Rows with errors, which were left out.")
    undecided = Field(Int, description="Rows that nobody has decided about, which were left out.")
    skipped = Field(Int, description="Rows that somebody left out.")
    removed = Field(Int, description="Exhibitors that left the directory.")

    @classmethod
    def perform(cls, info: Any, *, id: str, remove: list[str] | None = None) -> dict[str, Any]:
        chosen = [integer_key(each, "Exhibitor", field="remove") for each in remove or ()]
        stored = import_of(info, id)
        applied = apply_soon(exhibitor_import=stored, remove=chosen, by=caller(info))
        if applied is None:
            return {"import_": import_of(info, id)}
        return {"import_": applied.exhibitor_import, **{name: getattr(applied, name) for name in OUTCOME}}
