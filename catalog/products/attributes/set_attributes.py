"""``set_attributes``: say what a product or a variant is like.

1. Find the attributes named; each must be one that the product's type asks or its category suggests, or hold an answer
   already (after a change of category, what was said can still be corrected and taken away).
2. Check every answer; refuse all together, with every problem and the index of its answer.
3. Under the product's row lock, change rows in place, so that a text keeps its translations.
4. Other words or papers of an approved product lead back into review; picked values and numbers don't.

Example: ``set_attributes(target=table, answers=[Answer("width", number=Decimal("1.2"), unit="M")], by=owner)`` stores
120 for an attribute measured in centimetres.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction

from catalog.products.attributes.answer import Answer
from catalog.products.attributes.assigned import Assigned, ProductAttributeValue, VariantAttributeValue
from catalog.products.attributes.attribute import WRITTEN, Attribute
from catalog.products.attributes.check_answer import FIELD, Said, check_answer
from catalog.products.attributes.fillable import fillable_on_products, fillable_on_variants
from catalog.products.attributes.find_values import find_values
from catalog.products.attributes.write_answer import write_answer
from catalog.products.changed import product_changed
from catalog.products.product import Product
from catalog.products.review import review_again
from catalog.products.variant import ProductVariant
from catalog.refusal import Problem, Refused, refuse_any
from i18n.messages import gettext_noop as _
from marketplace.accounts.models import User

MOST_ANSWERS = 100


def set_attributes(*, target: Product | ProductVariant, answers: Sequence[Answer], by: User | None = None) -> None:
    """Store the answers given; attributes not named keep theirs. Raises `Refused`, and then nothing has changed."""
    if len(answers) > MOST_ANSWERS or len({answer.attribute for answer in answers}) != len(answers):
        raise Refused(Problem(FIELD, "INVALID", _("Answer each attribute once, at most %(most)s at a time."), _MOST))
    product = target if isinstance(target, Product) else target.product
    checked = _checked(target, product, answers)
    with transaction.atomic():
        Product.objects.select_for_update().get(pk=product.pk)
        changed = [
            attribute for attribute, answer, said in checked if write_answer(rows_of(target), attribute, answer, said)
        ]
        if any(attribute.input_type in WRITTEN for attribute in changed):
            review_again(product=product, by=by)
        if changed:
            product_changed(product.pk)


_MOST = {"most": MOST_ANSWERS}


def rows_of(target: Product | ProductVariant) -> Any:
    """The target's rows, with its key filled in for new ones."""
    rows: Any = target.assigned
    return rows


def _checked(
    target: Product | ProductVariant, product: Product, answers: Sequence[Answer]
) -> list[tuple[Attribute, Answer, list[Said]]]:
    allowed = _allowed(target, product)
    problems: list[Problem] = []
    found: list[tuple[int, Attribute, Answer]] = []
    for index, answer in enumerate(answers):
        if answer.attribute in allowed:
            found.append((index, allowed[answer.attribute][0], answer))
        else:
            message = _("This product has no attribute “%(attribute)s”.")
            problems.append(Problem(FIELD, "NOT_FOUND", message, {"attribute": answer.attribute[:80]}, index))
    values = find_values({attribute.pk: answer.values for _index, attribute, answer in found if answer.values})
    checked = []
    for index, attribute, answer in found:
        try:
            said = check_answer(attribute, answer, values, index=index)
        except Refused as refusal:
            problems += refusal.problems
            continue
        if not said and not answer.keep_file and allowed[attribute.slug][1]:
            problems.append(Problem(FIELD, "REQUIRED", _("This has to be filled in."), {}, index))
        checked.append((attribute, answer, said))
    refuse_any(problems)
    return checked


def _allowed(target: Product | ProductVariant, product: Product) -> Mapping[str, tuple[Attribute, bool]]:
    model: type[Assigned]
    if isinstance(target, Product):
        [fillable], model, owner = fillable_on_products([product]), ProductAttributeValue, "product"
    else:
        [fillable], model, owner = fillable_on_variants([product]), VariantAttributeValue, "variant"
    rows: Any = model._default_manager.filter(**{owner: target.pk}).select_related("attribute")
    already = {row.attribute.slug: (row.attribute, False) for row in rows}
    return already | {each.attribute.slug: (each.attribute, each.required) for each in fillable}
