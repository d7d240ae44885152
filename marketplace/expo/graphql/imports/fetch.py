"""``exhibitorImportFetch``."""

from typing import Any

from marketplace.expo.graphql import errors
from marketplace.expo.graphql.access import STAFF, caller, expo_of
from marketplace.expo.graphql.imports.access import source_of
from marketplace.expo.graphql.types.exhibitor_import import ExhibitorImport
from marketplace.expo.imports.soon import fetch_soon
from marketplace.graphql import ID, Field, Mutation


class ExhibitorImportFetch(Mutation):
    """Ask a source for its list and say what it would do; nothing of the directory changes.

    The list is FETCHING when this answers and PREVIEWED or FAILED later: see exhibitorImport. A list of the same source
    that is being fetched already is answered again.
    """

    class Arguments:
        expo_id = ID(required=True)
        source_id = ID(required=True)

    class Meta:
        access = STAFF
        creates = True
        known_errors = errors.REFUSED

    import_ = Field(ExhibitorImport, name="import")

    @classmethod
    def perform(cls, info: Any, *, expo_id: str, source_id: str) -> dict[str, Any]:
        expo, source = expo_of(info, expo_id, "expo_id"), source_of(info, source_id, "source_id")
        return {"import_": fetch_soon(expo=expo, source=source, by=caller(info))}
