"""The API's ways to read a record's texts: in a reader's language, or a translation as it is stored.

For a product, for example::

    ProductLocalized = localized_type("ProductLocalized", required=["name"], optional=["description"])
    ProductTranslation = translation_type("ProductTranslation", ["name", "description"])

    class Product(ObjectType):
        localized = Field(ProductLocalized, required=True, language_code=language_argument())
        resolve_localized = localized_texts("catalog.Product", ["name", "description"])
        translation = Field(ProductTranslation, language_code=language_argument(required=True))
        resolve_translation = stored_translation("catalog.Product", ["name", "description"])
        translations = Field(NonNull(List(NonNull(ProductTranslation))), required=True)
        resolve_translations = stored_translations("catalog.Product", ["name", "description"])

Each is one query for a whole level of records.
"""

from collections.abc import Callable, Iterable, Sequence
from operator import attrgetter
from typing import Any

from i18n.graphql.types.language import LanguageDisplay
from i18n.graphql.types.localized_text import LocalizedText, TextSource
from i18n.translate import localize, translations_of
from i18n.translation import Translation, TranslationSource
from marketplace.graphql import ANYONE, Field, ObjectType, String, batch

Resolver = Callable[..., Any]
Getter = Callable[[Any], Any]


def localized_type(name: str, *, required: Sequence[str] = (), optional: Sequence[str] = ()) -> type[ObjectType]:
    """A type with one `LocalizedText` per field; ``required`` for texts that a record always has."""
    fields = {field: Field(LocalizedText, required=field in required) for field in (*required, *optional)}
    return _type(name, "Texts in the language asked for, or the nearest there is.", fields)


def translation_type(name: str, fields: Sequence[str], **more: Any) -> type[ObjectType]:
    """A type for what is stored in exactly one language; a field without a translation is null.

    ``more`` fields are filled by whoever resolves it.
    """
    texts = {field: Field(String) for field in fields} | more
    about = {
        "language": Field(LanguageDisplay, required=True),
        "source": Field(TextSource, required=True, description="MACHINE as soon as one of the texts is."),
    }
    return _type(name, "A stored translation.", {**about, **texts})


def _type(name: str, description: str, fields: dict[str, Any]) -> type[ObjectType]:
    meta = type("Meta", (), {"access": ANYONE, "description": description})
    return type(name, (ObjectType,), {**fields, "Meta": meta})


def localized_texts(
    subject: str,
    fields: Sequence[str],
    *,
    source_language: Getter = attrgetter("source_language"),
    pk: Getter = attrgetter("pk"),
) -> Resolver:
    """Resolves ``localized(languageCode)``: each parent's fields as `LocalizedText`."""

    def resolve(rows: list[Any], info: Any, language_code: str | None = None) -> list[Any]:
        language = str(language_code or info.context.language)
        return localize(
            subject=subject, rows=rows, fields=fields, language=language, source_language=source_language, pk=pk
        )

    return batch(resolve)


def stored_translation(subject: str, fields: Sequence[str], *, pk: Getter = attrgetter("pk")) -> Resolver:
    """Resolves ``translation(languageCode)``: what is stored in exactly this language, or null."""

    def resolve(rows: list[Any], info: Any, language_code: str) -> list[Any]:
        stored = translations_of(subject, [pk(row) for row in rows], [str(language_code)], fields)
        return [next(iter(_by_language(stored[str(pk(row))])), None) for row in rows]

    return batch(resolve)


def stored_translations(subject: str, fields: Sequence[str], *, pk: Getter = attrgetter("pk")) -> Resolver:
    """Resolves ``translations``: everything that is stored, a record per language, by language code."""

    def resolve(rows: list[Any], info: Any) -> list[Any]:
        stored = translations_of(subject, [pk(row) for row in rows], fields=fields)
        return [_by_language(stored[str(pk(row))]) for row in rows]

    return batch(resolve)


def _by_language(rows: Iterable[Translation]) -> list[dict[str, Any]]:
    found: dict[str, dict[str, Any]] = {}
    for row in rows:
        about = found.setdefault(row.language, {"language": row.language, "source": row.source})
        about[row.field] = row.text
        about["source"] = _least_certain(about["source"], row.source)
    return list(found.values())


def _least_certain(*sources: str) -> str:
    order = [TranslationSource.HUMAN, TranslationSource.IMPORTED, TranslationSource.MACHINE]
    return max(sources, key=[source.value for source in order].index)
