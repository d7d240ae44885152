"""What a buyer has to be told for safety's sake, and who answers for the goods within the European Union."""

from django.db import transaction

from catalog.products.changed import product_changed
from catalog.products.product import Product
from catalog.products.publish import hold_gates, standing_gaps
from catalog.products.review import review_again
from catalog.refusal import Problem, refuse_any
from i18n.messages import gettext_noop as _
from marketplace.accounts.models import User
from marketplace.sellers.models import ResponsiblePerson
from marketplace.sellers.profile import tidy_text

LONGEST = 5000


def set_safety(
    *,
    product: Product,
    by: User | None,
    warnings: str,
    needs_no_warnings: bool,
    responsible_person: ResponsiblePerson | None,
) -> Product:
    """Keep all three. Changed warnings of an approved product go back into review, like its other texts.

    Raises `Refused`, also when a market in which the product is published requires what would be gone.
    """
    text = tidy_text(warnings, lines=True)
    refuse_any(_problems(product, text, needs_no_warnings, responsible_person))
    is_reviewed = text != product.warnings
    with transaction.atomic():
        standing = standing_gaps(product)
        product.warnings, product.needs_no_warnings = text, needs_no_warnings
        product.responsible_person = responsible_person
        product.save(update_fields=["warnings", "needs_no_warnings", "responsible_person", "updated_at"])
        hold_gates(product, standing)
        if is_reviewed:
            review_again(product=product, by=by)
        product_changed(product.pk)
    product.refresh_from_db()
    return product


def _problems(product: Product, text: str, none_needed: bool, person: ResponsiblePerson | None) -> list[Problem]:
    problems = []
    if len(text) > LONGEST:
        message = _("This text is too long: at most %(longest)s characters.")
        problems.append(Problem("warnings", "INVALID", message, {"longest": LONGEST}))
    if text and none_needed:
        message = _("Either write warnings or declare that there are none.")
        problems.append(Problem("needs_no_warnings", "INVALID", message))
    if person is not None and (person.seller_id != product.seller_id or person.removed_at is not None):
        problems.append(Problem("responsible_person", "NOT_FOUND", _("You have no such responsible person.")))
    return problems
