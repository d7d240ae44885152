"""Addresses and search-engine texts as Saleor's clients ask for them, on records and on their translations."""

from collections.abc import Callable, Sequence
from typing import Any

from marketplace.graphql import ANYONE, ID, Field, ObjectType, String, batch, to_global_id
from marketplace.graphql.engine.protocol import BATCH

SlugsIn = Callable[[str, Sequence[Any]], list[str]]


def page_fields() -> dict[str, Any]:
    """More fields of a translation."""
    return {
        "id": Field(ID, required=True, description="Of the record and the language together."),
        "slug": Field(String, description="The address in this language."),
        "seo_title": Field(String, description="Always null: pages are titled by the name."),
        "seo_description": Field(String, description="Always null: pages are described by the description."),
    }


def with_page_fields(resolver: Any, type_name: str, slugs_in: SlugsIn) -> Any:
    """``translation`` with `page_fields`; ``slugs_in`` gives the slugs of all rows in a language, in one query."""
    stored = getattr(resolver, BATCH)

    def resolve(rows: list[Any], info: Any, language_code: Any) -> list[Any]:
        found = stored(rows, info, language_code=language_code)
        slugs = slugs_in(str(language_code), rows)
        return [
            text and {**text, **_page(type_name, row, slug, text["language"])}
            for row, slug, text in zip(rows, slugs, found, strict=True)
        ]

    return batch(resolve)


def all_with_page_fields(resolver: Any, type_name: str, slugs_in: SlugsIn) -> Any:
    """``translations`` with the same; the rows' slugs are read once per language that has texts."""
    stored = getattr(resolver, BATCH)

    def resolve(rows: list[Any], info: Any) -> list[Any]:
        found = stored(rows, info)
        languages = {text["language"] for texts in found for text in texts}
        slugs = {language: slugs_in(language, rows) for language in sorted(languages)}
        return [
            [{**text, **_page(type_name, row, slugs[text["language"]][place], text["language"])} for text in texts]
            for place, (row, texts) in enumerate(zip(rows, found, strict=True))
        ]

    return batch(resolve)


def _page(type_name: str, row: Any, slug: str, language: str) -> dict[str, Any]:
    return {"id": to_global_id(f"{type_name}Translation", f"{row.pk}-{language}"), "slug": slug}


def one_slug(_language: str, rows: Sequence[Any]) -> list[str]:
    """Of records whose address is the same in every language."""
    return [row.slug for row in rows]


class SearchEngineTexts(ObjectType):
    """``seoTitle`` and ``seoDescription``: nothing is kept apart from name and description."""

    class Meta:
        access = ANYONE

    seo_title = Field(String, description="Always null: pages are titled by the name.")
    seo_description = Field(String, description="Always null: pages are described by the description.")

    @staticmethod
    @batch
    def resolve_seo_title(rows: Sequence[Any], info: Any) -> list[None]:
        return [None] * len(rows)

    @staticmethod
    @batch
    def resolve_seo_description(rows: Sequence[Any], info: Any) -> list[None]:
        return [None] * len(rows)
