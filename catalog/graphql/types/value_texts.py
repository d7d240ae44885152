"""What values of attributes read like; see `catalog.graphql.types.attribute_value`."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import Any

from django.core.files.storage import default_storage
from django.db.models import prefetch_related_objects

from catalog.models import AttributeValue as ValueRow
from catalog.models import ProductAttributeValue as OfProduct
from catalog.products import media_files
from catalog.products.attributes.assigned import Assigned
from catalog.products.attributes.attribute_value import SUBJECT
from catalog.products.attributes.show import shown
from catalog.products.attributes.write_answer import subject_of
from catalog.products.description import plain
from i18n.messages import gettext
from i18n.messages import gettext_noop as _
from i18n.translate import ORIGINAL, LocalizedText, localize
from marketplace.graphql import batch

Row = ValueRow | Assigned
WORDS = {True: _("Yes"), False: _("No")}


def picked(row: Row) -> ValueRow | None:
    """The value that can be picked, where it is one."""
    return row if isinstance(row, ValueRow) else row.value


def of_choice(name: str) -> Callable[..., Any]:
    """Resolves what only values to pick have."""

    def resolve(rows: Sequence[Row], info: Any) -> list[Any]:
        return [(getattr(choice, name) or None) if (choice := picked(row)) else None for row in rows]

    return batch(resolve)


def of_assigned(name: str) -> Callable[..., Any]:
    """Resolves what only values given freely have."""

    def resolve(rows: Sequence[Row], info: Any) -> list[Any]:
        return [None if isinstance(row, ValueRow) else getattr(row, name) for row in rows]

    return batch(resolve)


def texts_of(rows: Sequence[Row], language: str) -> list[LocalizedText]:
    """Each value for a reader of the language. One query for what is picked, and two for each kind of own words."""
    found: dict[int, LocalizedText] = {}
    choices = [(place, choice) for place, row in enumerate(rows) if (choice := picked(row))]
    names = localize(
        subject=SUBJECT,
        rows=[choice for _place, choice in choices],
        fields=["name"],
        language=language,
        source_language=lambda row: "en",
    )
    found |= {place: text["name"] for (place, _choice), text in zip(choices, names, strict=True) if text["name"]}
    words = own_words(rows, language)
    for place, row in enumerate(rows):
        if isinstance(row, Assigned) and place not in found:
            found[place] = words.get(place) or LocalizedText(_plain(row, language), language, language, ORIGINAL)
    return [found[place] for place in range(len(rows))]


def own_words(rows: Sequence[Row], language: str) -> dict[int, LocalizedText]:
    """The texts that sellers wrote, by place, in the reader's language or the nearest there is."""
    kinds: dict[str, list[tuple[int, Assigned]]] = defaultdict(list)
    for place, row in enumerate(rows):
        if isinstance(row, Assigned) and row.text:
            kinds[subject_of(row)].append((place, row))
    found: dict[int, LocalizedText] = {}
    for subject, placed in kinds.items():
        of_kind = [row for _place, row in placed]
        prefetch_related_objects(of_kind, "product" if isinstance(of_kind[0], OfProduct) else "variant__product")
        texts = localize(subject=subject, rows=of_kind, fields=["text"], language=language, source_language=_written_in)
        found |= {place: text["text"] for (place, _row), text in zip(placed, texts, strict=True) if text["text"]}
    return found


def file_of(row: Row) -> dict[str, str | None] | None:
    """A swatch's picture, or the file that was given."""
    if isinstance(row, ValueRow):
        return {"url": media_files.url_of(row.swatch_image, 256), "name": row.slug} if row.swatch_image else None
    if row.value is not None:
        return file_of(row.value)
    if not row.file:
        return None
    return {"url": default_storage.url(row.file), "content_type": row.content_type, "name": row.file_name}


def _plain(row: Assigned, language: str) -> str:
    if row.boolean is not None:
        return gettext(language, WORDS[row.boolean])
    return shown(row, language)


def _written_in(row: Any) -> str:
    product = row.product if isinstance(row, OfProduct) else row.variant.product
    return str(product.source_language)


def without_markup(text: LocalizedText) -> LocalizedText:
    """The words of a rich text."""
    return LocalizedText(plain(text.text), text.language, text.requested_language, text.source)
