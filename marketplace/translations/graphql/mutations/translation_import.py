"""``translationImportPreview`` and ``translationImportApply``."""

from typing import Any

from i18n.exchange.apply_import import apply_import
from i18n.exchange.preview_import import preview_import
from i18n.exchange.translation_import import TranslationImport as ImportRow
from i18n.exchange.unit_in_file import MOST_BYTES
from i18n.messages import gettext_noop as _
from marketplace.graphql import ID, SIGNED_IN, Field, InputError, Mutation, Upload, integer_key
from marketplace.translations.graphql import errors
from marketplace.translations.graphql.access import Scope, scope_for, scope_of_owner, signature
from marketplace.translations.graphql.types.translation_import import TranslationImport


def own_import(info: Any, id: str) -> tuple[ImportRow, Scope]:
    """The import with the caller's scope. Raises NOT_FOUND or `PermissionDenied`."""
    missing = _("You have no such import.")
    row = ImportRow.objects.filter(pk=integer_key(id, "TranslationImport")).first()
    if row is None or (not row.owner_id and not info.context.actor.is_staff):
        raise InputError(missing, field="id", code="NOT_FOUND")
    return row, scope_of_owner(info, row.owner_id, missing=missing)


class TranslationImportPreview(Mutation):
    """Read a file of translations (XLIFF 2 or our XLSX) and say what it would do; nothing changes yet.

    For managers of the seller; without a seller, the marketplace's own texts, for its staff.
    """

    class Arguments:
        seller = ID()
        file = Upload(required=True)

    class Meta:
        access = SIGNED_IN
        creates = True
        known_errors = errors.FILE

    import_ = Field(TranslationImport, name="import")

    @classmethod
    def perform(cls, info: Any, *, file: Any, seller: str | None = None) -> dict[str, Any]:
        scope = scope_for(info, seller)
        content = file.read(MOST_BYTES + 1)
        if not content:
            raise InputError(_("The file is empty."), field="file")
        row = preview_import(
            owner_id=scope.owner_id,
            file_name=str(getattr(file, "name", "") or ""),
            content=content,
            by=signature(info),
            roles=scope.roles,
        )
        return {"import_": row}


class TranslationImportApply(Mutation):
    """Take over what the checked file brings, as things are now; conflicts are reported and not overwritten.

    For managers of the seller, or staff.
    """

    class Arguments:
        id = ID(required=True)

    class Meta:
        access = SIGNED_IN
        error_codes = ("WRONG_STATE",)
        known_errors = errors.FILE

    import_ = Field(TranslationImport, name="import")

    @classmethod
    def perform(cls, info: Any, *, id: str) -> dict[str, Any]:
        row, scope = own_import(info, id)
        apply_import(batch=row, by=signature(info), roles=scope.roles)
        row.refresh_from_db()
        return {"import_": row}
