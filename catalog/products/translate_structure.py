"""What the operator names in English, in another language: categories, attributes, values, types, collections."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from django.db import models, transaction

from catalog.products import category as categories
from catalog.products import product_type as product_types
from catalog.products.attributes import attribute as attributes
from catalog.products.attributes import attribute_value as values
from catalog.products.attributes.affected import products_of_attribute, products_of_value
from catalog.products.categories import products_below
from catalog.products.changed import products_changed
from catalog.products.collections import collection as collections
from catalog.products.description import sanitised
from catalog.products.fields import one_line
from catalog.refusal import Problem, Refused, refuse_any
from i18n.languages import LANGUAGES
from i18n.messages import gettext_noop as _
from i18n.translate import set_translation

SOURCE_LANGUAGE = "en"


@dataclass(frozen=True, slots=True)
class Kind:
    subject: str
    fields: tuple[str, ...]


KINDS: Mapping[type[models.Model], Kind] = {
    categories.Category: Kind(categories.SUBJECT, categories.FIELDS),
    attributes.Attribute: Kind(attributes.SUBJECT, attributes.FIELDS),
    values.AttributeValue: Kind(values.SUBJECT, values.FIELDS),
    product_types.ProductType: Kind(product_types.SUBJECT, product_types.FIELDS),
    collections.Collection: Kind(collections.SUBJECT, collections.FIELDS),
}


def translate_structure(*, row: models.Model, language: str, texts: Mapping[str, str], translator: str = "") -> None:
    """Store the texts in a language other than English; an empty one removes its translation. Raises `Refused`."""
    kind = KINDS[type(row)]
    if language not in LANGUAGES or language == SOURCE_LANGUAGE:
        message = _("English is what is translated here: choose another language of the marketplace.")
        raise Refused(Problem("language_code", "INVALID", message))
    clean = {name: _clean(row, name, text) for name, text in texts.items() if name in kind.fields}
    refuse_any(_problems(row, clean))
    with transaction.atomic():
        set_translation(subject=kind.subject, object_id=row.pk, language=language, texts=clean, translator=translator)
        products_changed(_affected(row))


def _clean(row: models.Model, name: str, text: str) -> str:
    if name == "description" and isinstance(row, collections.Collection):
        return sanitised(text)
    return text.strip() if name == "description" else one_line(text)


def _problems(row: models.Model, clean: Mapping[str, str]) -> list[Problem]:
    problems = []
    for name, text in clean.items():
        longest = getattr(row._meta.get_field(name), "max_length", None) or 0
        if len(text) > longest:
            message = _("This text is too long: at most %(longest)s characters.")
            problems.append(Problem(name, "INVALID", message, {"longest": longest}))
    return problems


def _affected(row: models.Model) -> Collection[int]:
    if isinstance(row, categories.Category):
        return products_below(row.pk)
    if isinstance(row, attributes.Attribute):
        return products_of_attribute(row.pk)
    return products_of_value(row.pk) if isinstance(row, values.AttributeValue) else ()
