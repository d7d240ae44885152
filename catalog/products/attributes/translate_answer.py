"""A seller's own words for an attribute, in another language."""

from django.db import transaction

from catalog.products.attributes.attribute import Attribute, InputType
from catalog.products.attributes.check_answer import FIELD, LONGEST_PLAIN, LONGEST_RICH
from catalog.products.attributes.set_attributes import rows_of
from catalog.products.attributes.write_answer import subject_of
from catalog.products.changed import product_changed
from catalog.products.description import sanitised
from catalog.products.fields import one_line
from catalog.products.product import Product
from catalog.products.variant import ProductVariant
from catalog.refusal import Problem, Refused
from i18n.languages import LANGUAGES
from i18n.messages import gettext_noop as _
from i18n.translate import set_translation


def translate_answer(*, target: Product | ProductVariant, attribute: Attribute, language: str, text: str) -> None:
    """Store the text in a language other than the product's own; an empty one removes that. Raises `Refused`."""
    product = target if isinstance(target, Product) else target.product
    if language not in LANGUAGES or language == product.source_language:
        message = _("Choose a language of the marketplace other than the product's own.")
        raise Refused(Problem("language_code", "INVALID", message))
    row = rows_of(target).filter(attribute=attribute).exclude(text="").first()
    if row is None:
        raise Refused(Problem(FIELD, "NOT_FOUND", _("There is no text to translate.")))
    rich = attribute.input_type == InputType.RICH_TEXT
    clean = sanitised(text) if rich else one_line(text)
    longest = LONGEST_RICH if rich else LONGEST_PLAIN
    if len(clean) > longest:
        message = _("This text is too long: at most %(longest)s characters.")
        raise Refused(Problem("text", "INVALID", message, {"longest": longest}))
    with transaction.atomic():
        set_translation(subject=subject_of(row), object_id=row.pk, language=language, texts={"text": clean})
        product_changed(product.pk)
