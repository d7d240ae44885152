"""A product's texts in another language."""

from collections.abc import Mapping

from django.db import transaction

from catalog.products.changed import product_changed
from catalog.products.description import sanitised
from catalog.products.fields import one_line
from catalog.products.product import Product
from catalog.refusal import Problem, Refused, refuse_any
from i18n.languages import LANGUAGES
from i18n.messages import gettext_noop as _
from i18n.translate import set_translation
from marketplace.sellers.profile import tidy_text

SUBJECT = "catalog.Product"
FIELDS = ("name", "description", "material", "warnings")


def translate_product(
    *, product: Product, language: str, texts: Mapping[str, str], source: str = "HUMAN", translator: str = ""
) -> None:
    """Store ``name``, ``description``, ``material`` or ``warnings`` in a language other than the product's own.

    Does not lead back into review. An empty text removes that translation. Raises `Refused`.
    """
    if language not in LANGUAGES:
        raise Refused(Problem("language_code", "INVALID", _("This is not one of the marketplace's languages.")))
    if language == product.source_language:
        message = _("The product is written in this language: change the product itself.")
        raise Refused(Problem("language_code", "INVALID", message))
    clean = {name: _tidy(name, text) for name, text in texts.items()}
    refuse_any(text_problems(clean))
    with transaction.atomic():
        set_translation(
            subject=SUBJECT, object_id=product.pk, language=language, texts=clean, source=source, translator=translator
        )
        product_changed(product.pk)


def _tidy(name: str, text: str) -> str:
    if name == "description":
        return sanitised(text)
    return tidy_text(text, lines=True) if name == "warnings" else one_line(text)


def text_problems(texts: Mapping[str, str]) -> list[Problem]:
    """What is wrong with texts in any language; the field of a problem is the text's."""
    problems = []
    for name, text in texts.items():
        longest = Product._meta.get_field(name).max_length or 0  # type: ignore[union-attr]  # all are text columns
        if len(text) > longest:
            message = _("This text is too long: at most %(longest)s characters.")
            problems.append(Problem(name, "INVALID", message, {"longest": longest}))
    return problems
