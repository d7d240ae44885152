"""The part of the public API about translating: coverage, units, glossary, files and machines."""

import base64
from typing import Any

from django.db.models import QuerySet

from i18n.exchange.export import ExportedFile, export_translations
from i18n.exchange.translation_import import TranslationImport as ImportRow
from i18n.glossary.term import GlossaryTerm as TermRow
from i18n.glossary.terms import terms_of
from i18n.graphql.types.language import LanguageCodeEnum
from i18n.graphql.types.localized_text import TranslationStateEnum
from i18n.graphql.types.translation_coverage import TranslationCoverage
from i18n.machine_translation.configured import configured_engine
from i18n.machine_translation.request import MachineTranslationRequest as RequestRow
from i18n.machine_translation.usage import left_on
from i18n.messages import gettext
from i18n.translation_state import TranslationState
from i18n.units.coverage import Coverage, coverage
from i18n.units.find import Wanted
from marketplace.graphql import (
    ID,
    SIGNED_IN,
    ConnectionField,
    Field,
    List,
    NonNull,
    ObjectType,
    String,
)
from marketplace.translations.graphql.access import scope_for
from marketplace.translations.graphql.errors import NO_ENGINE
from marketplace.translations.graphql.mutations.glossary_term import (
    GlossaryTermCreate,
    GlossaryTermDelete,
    GlossaryTermUpdate,
)
from marketplace.translations.graphql.mutations.machine_translation_request import MachineTranslationRequestMutation
from marketplace.translations.graphql.mutations.translation_import import (
    TranslationImportApply,
    TranslationImportPreview,
    own_import,
)
from marketplace.translations.graphql.mutations.translations_update import TranslationReview, TranslationsUpdate
from marketplace.translations.graphql.types.machine import MachineTranslation
from marketplace.translations.graphql.types.term import GlossaryTermConnection
from marketplace.translations.graphql.types.translation_import import (
    TranslationExport,
    TranslationFileFormat,
    TranslationImport,
)
from marketplace.translations.graphql.types.unit import TranslationUnitConnection, UnitPage, page_of_units

OWNER = "Whose texts: a seller's, for its managers; without a seller the marketplace's own, for its staff."


def _seller() -> ID:
    return ID(description=OWNER)


class TranslationsQueries(ObjectType):
    """Reading what translators work on."""

    translation_coverage = Field(
        NonNull(List(NonNull(TranslationCoverage))),
        seller=_seller(),
        access=SIGNED_IN,
        description="A row per language and kind of record.",
    )
    translation_units = ConnectionField(
        TranslationUnitConnection,
        required=True,
        seller=_seller(),
        language_code=LanguageCodeEnum(required=True, description="The language to translate into."),
        states=List(NonNull(TranslationStateEnum)),
        kinds=List(NonNull(String)),
        product=ID(description="Only this product and its pictures."),
        search=String(description="A part of the original."),
        access=SIGNED_IN,
        description="Texts to translate, in a steady order; read forwards with first and after.",
    )
    glossary_terms = ConnectionField(
        GlossaryTermConnection, required=True, seller=_seller(), search=String(), access=SIGNED_IN
    )
    translation_import = Field(TranslationImport, id=ID(required=True), access=SIGNED_IN)
    translation_imports = Field(
        NonNull(List(NonNull(TranslationImport))),
        seller=_seller(),
        access=SIGNED_IN,
        description="The latest twenty, newest first.",
    )
    translation_export = Field(
        TranslationExport,
        required=True,
        seller=_seller(),
        source_language=LanguageCodeEnum(required=True, description="Only what is written in this language."),
        language_code=LanguageCodeEnum(required=True),
        format=TranslationFileFormat(required=True),
        states=List(NonNull(TranslationStateEnum)),
        kinds=List(NonNull(String)),
        product=ID(),
        access=SIGNED_IN,
        description="A file for a translator; what comes back is given to translationImportPreview.",
    )
    machine_translation = Field(MachineTranslation, required=True, seller=_seller(), access=SIGNED_IN)

    @staticmethod
    def resolve_translation_coverage(root: Any, info: Any, seller: str | None = None) -> list[Coverage]:
        return coverage(scope_for(info, seller).narrowing())

    @staticmethod
    def resolve_translation_units(
        root: Any,
        info: Any,
        language_code: Any,
        seller: str | None = None,
        states: Any = None,
        kinds: Any = None,
        product: str | None = None,
        search: str | None = None,
        **paging: Any,
    ) -> UnitPage:
        narrowing = scope_for(info, seller).narrowing(kinds=kinds, product=product, search=search)
        return page_of_units(Wanted(narrowing, str(language_code), _states(states)), **paging)

    @staticmethod
    def resolve_glossary_terms(
        root: Any, info: Any, seller: str | None = None, search: str | None = None
    ) -> QuerySet[TermRow]:
        rows = terms_of(scope_for(info, seller).owner_id)
        if search and search.strip():
            rows = rows.filter(term_key__icontains=search.strip()[:100].casefold())
        return rows.order_by("term_key", "language")

    @staticmethod
    def resolve_translation_import(root: Any, info: Any, id: str) -> ImportRow:
        return own_import(info, id)[0]

    @staticmethod
    def resolve_translation_imports(root: Any, info: Any, seller: str | None = None) -> QuerySet[ImportRow]:
        return ImportRow.objects.filter(owner_id=scope_for(info, seller).owner_id).order_by("-pk")[:20]

    @staticmethod
    def resolve_translation_export(
        root: Any,
        info: Any,
        source_language: Any,
        language_code: Any,
        format: Any,
        seller: str | None = None,
        states: Any = None,
        kinds: Any = None,
        product: str | None = None,
    ) -> dict[str, Any]:
        file: ExportedFile = export_translations(
            narrowing=scope_for(info, seller).narrowing(kinds=kinds, product=product),
            source_language=str(source_language),
            language=str(language_code),
            file_format="XLIFF" if str(format) == "XLIFF" else "XLSX",
            reader=info.context.language,
            states=_states(states),
        )
        return {
            "file_name": file.file_name,
            "media_type": file.media_type,
            "content": base64.b64encode(file.content).decode("ascii"),
            "units": file.units,
            "is_complete": file.is_complete,
        }

    @staticmethod
    def resolve_machine_translation(root: Any, info: Any, seller: str | None = None) -> dict[str, Any]:
        owner_id = scope_for(info, seller).owner_id
        engine = configured_engine()
        return {
            "is_configured": engine is not None,
            "engine": engine.name if engine else None,
            "message": None if engine else gettext(info.context.language, NO_ENGINE),
            "characters_left_today": left_on(info.context.now.date(), owner_id) if engine else 0,
            "requests": RequestRow.objects.filter(owner_id=owner_id).order_by("-pk")[:10],
        }


class TranslationsMutations(ObjectType):
    """Translating."""

    translations_update = TranslationsUpdate.Field()
    translation_review = TranslationReview.Field()
    glossary_term_create = GlossaryTermCreate.Field()
    glossary_term_update = GlossaryTermUpdate.Field()
    glossary_term_delete = GlossaryTermDelete.Field()
    translation_import_preview = TranslationImportPreview.Field()
    translation_import_apply = TranslationImportApply.Field()
    machine_translation_request = MachineTranslationRequestMutation.Field()


def _states(states: Any) -> list[TranslationState]:
    return [TranslationState(str(state)) for state in states or []]
