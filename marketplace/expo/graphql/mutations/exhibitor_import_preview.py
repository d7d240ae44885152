"""``exhibitorImportPreview``."""

from typing import Any

from catalog.graphql.inputs import read_upload
from catalog.graphql.mutations.product_import_preview import ImportColumnInput
from catalog.products.bulk_import.bounds import MOST_BYTES, MOST_COLUMNS
from marketplace.expo.graphql import errors
from marketplace.expo.graphql.access import STAFF, caller, expo_of
from marketplace.expo.graphql.imports.access import source_of
from marketplace.expo.graphql.types.exhibitor_import import ExhibitorImport
from marketplace.expo.imports.preview import preview_exhibitors
from marketplace.graphql import ID, Field, List, Mutation, NonNull, String, Upload


class ExhibitorImportPreview(Mutation):
    """Read a list of exhibitors and say what it would do; nothing of the directory changes."""

    class Arguments:
        expo_id = ID(required=True)
        file = Upload(required=True)
        mapping = List(
            NonNull(ImportColumnInput),
            description="For columns whose header is not understood; kept with the source, if one is named.",
        )
        feed = String(description="The list's form; spreadsheet when left out, and the source's where one is named.")
        source_id = ID(description="Whose list it is: its ids are known again, and who is missing from it is told.")

    class Meta:
        access = STAFF
        creates = True
        cost = 50
        known_errors = errors.REFUSED

    import_ = Field(ExhibitorImport, name="import")

    @classmethod
    def perform(
        cls,
        info: Any,
        *,
        expo_id: str,
        file: Any,
        mapping: Any = None,
        feed: str | None = None,
        source_id: str | None = None,
    ) -> dict[str, Any]:
        told = {entry["header"]: entry.get("field") for entry in (mapping or [])[:MOST_COLUMNS]}
        preview = preview_exhibitors(
            expo=expo_of(info, expo_id, "expo_id"),
            content=read_upload(file, most=MOST_BYTES, field="file"),
            file_name=str(getattr(file, "name", "") or ""),
            mapping=told if mapping is not None else None,
            feed_name=feed or "spreadsheet",
            source=source_of(info, source_id, "source_id") if source_id else None,
            by=caller(info),
        )
        return {"import_": preview}
