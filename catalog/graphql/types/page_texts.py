"""Addresses and search-engine texts as Saleor's clients ask for them, on records and on their translations."""

from collections.abc import Callable, Sequence
from typing import Any

from marketplace.graphql import ANYONE, ID, Field, ObjectType, String, batch, to_global_id
from marketplace.graphql.engine.protocol import BATCH

SlugsIn = Callable[[str, Sequence[Any]], list[str]]
_OF = "_page_of"
"""Under this key a text carries whose it is: the type's name, the row, and how to find its slugs."""


def page_fields() -> dict[str, Any]:
    """More fields of a translation that `with_page_fields` or `all_with_page_fields` has found."""
    return {
        **address_fields("The address in this language."),
        "seo_title": Field(String, description="Always null: pages are titled by the name."),
        "seo_description": Field(String, description="Always null: pages are described by the description."),
    }


def address_fields(slug: str) -> dict[str, Any]:
    """Of these only the id and the address; ``slug`` describes the latter."""
    return {
        "id": Field(ID, required=True, description="Of the record and the language together."),
        "slug": Field(String, description=slug),
        "resolve_id": staticmethod(_resolve_id),
        "resolve_slug": staticmethod(_resolve_slug),
    }


def with_page_fields(resolver: Any, type_name: str, slugs_in: SlugsIn) -> Any:
    """``translation`` with `page_fields`; ``slugs_in`` gives the slugs of all rows in a language, in one query."""
    stored = getattr(resolver, BATCH)

    def resolve(rows: list[Any], info: Any, language_code: Any) -> list[Any]:
        found = stored(rows, info, language_code=language_code)
        return [text and {**text, _OF: (type_name, row, slugs_in)} for row, text in zip(rows, found, strict=True)]

    return batch(resolve)


def all_with_page_fields(resolver: Any, type_name: str, slugs_in: SlugsIn) -> Any:
    """``translations`` with the same."""
    stored = getattr(resolver, BATCH)

    def resolve(rows: list[Any], info: Any) -> list[Any]:
        found = stored(rows, info)
        return [
            [{**text, _OF: (type_name, row, slugs_in)} for text in texts]
            for row, texts in zip(rows, found, strict=True)
        ]

    return batch(resolve)


@batch
def _resolve_id(texts: list[dict[str, Any]], _info: Any) -> list[str]:
    return [to_global_id(f"{text[_OF][0]}Translation", f"{text[_OF][1].pk}-{text['language']}") for text in texts]


@batch
def _resolve_slug(texts: list[dict[str, Any]], _info: Any) -> list[str]:
    """Read only when it is asked for, once for each language that there are texts in."""
    places: dict[tuple[SlugsIn, str], list[int]] = {}
    for place, text in enumerate(texts):
        places.setdefault((text[_OF][2], text["language"]), []).append(place)
    slugs = [""] * len(texts)
    for (slugs_in, language), own in places.items():
        for place, slug in zip(own, slugs_in(language, [texts[place][_OF][1] for place in own]), strict=True):
            slugs[place] = slug
    return slugs


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
