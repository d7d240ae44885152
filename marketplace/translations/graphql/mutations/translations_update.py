"""``translationsUpdate`` and ``translationReview``."""

from collections.abc import Sequence
from typing import Any

from i18n.graphql.types.language import LanguageCodeEnum
from i18n.messages import gettext_noop as _
from i18n.units.translate_units import MOST_AT_ONCE, UnitText, review_units, translate_units
from marketplace.graphql import (
    ID,
    SIGNED_IN,
    Boolean,
    Field,
    InputError,
    InputObjectType,
    Int,
    List,
    Mutation,
    NonNull,
    String,
)
from marketplace.translations.graphql.access import scope_for, signature, unit_id
from marketplace.translations.graphql.types.result import TranslationResult, results


class TranslationTextInput(InputObjectType):
    """A translation. An empty text removes what is stored."""

    id = ID(required=True, description="Of a TranslationUnit.")
    text = String(required=True)
    source_hash = String(description="Of the original that was translated; another one now is refused.")
    target_hash = String(description="Of the translation that was seen; another one now is refused.")
    is_reviewed = Boolean(description="Somebody has read it beside its original and found it right.")


class TranslationReviewInput(InputObjectType):
    """A translation that somebody has read."""

    id = ID(required=True, description="Of a TranslationUnit.")
    source_hash = String(description="Of the original that was read; another one now is refused.")
    target_hash = String(description="Of the translation that was read; another one now is refused.")


class TranslationsUpdate(Mutation):
    """Store up to 500 translations at once, each judged on its own. Nothing leads back into review of the product.

    For managers of the seller; without a seller, the marketplace's own texts, for its staff.
    """

    class Arguments:
        seller = ID()
        language_code = LanguageCodeEnum(required=True)
        texts = List(NonNull(TranslationTextInput), required=True)

    class Meta:
        access = SIGNED_IN

    count = Field(Int, description="How many were changed.")
    results = Field(List(NonNull(TranslationResult)))

    @classmethod
    def perform(cls, info: Any, *, language_code: Any, texts: Any, seller: str | None = None) -> dict[str, Any]:
        scope, language = scope_for(info, seller), str(language_code)
        given = [
            UnitText(
                unit_id(one["id"], index=index),
                one["text"],
                one.get("source_hash"),
                one.get("target_hash"),
                bool(one.get("is_reviewed")),
            )
            for index, one in enumerate(_bounded(texts))
        ]
        found = translate_units(
            owner_id=scope.owner_id, language=language, texts=given, by=signature(info), roles=scope.roles
        )
        return {
            "count": sum(result.changed for result in found),
            "results": results(found, info, language, scope.owner_id),
        }


class TranslationReview(Mutation):
    """Note that translations were read beside their originals and found right; an outdated one is up to date again.

    For managers of the seller; without a seller, the marketplace's own texts, for its staff.
    """

    class Arguments:
        seller = ID()
        language_code = LanguageCodeEnum(required=True)
        texts = List(NonNull(TranslationReviewInput), required=True)

    class Meta:
        access = SIGNED_IN

    count = Field(Int, description="How many were changed.")
    results = Field(List(NonNull(TranslationResult)))

    @classmethod
    def perform(cls, info: Any, *, language_code: Any, texts: Any, seller: str | None = None) -> dict[str, Any]:
        scope, language = scope_for(info, seller), str(language_code)
        given = [
            UnitText(unit_id(one["id"], index=index), "", one.get("source_hash"), one.get("target_hash"))
            for index, one in enumerate(_bounded(texts))
        ]
        found = review_units(
            owner_id=scope.owner_id, language=language, texts=given, by=signature(info), roles=scope.roles
        )
        return {
            "count": sum(result.changed for result in found),
            "results": results(found, info, language, scope.owner_id),
        }


def _bounded(texts: Sequence[Any]) -> Sequence[Any]:
    if len(texts) > MOST_AT_ONCE:
        raise InputError(_("At most %(most)s can be changed at once."), field="texts", params={"most": MOST_AT_ONCE})
    if len({one["id"] for one in texts}) != len(texts):
        raise InputError(_("Name each of them once."), field="texts")
    return texts
