"""Give a buyer the right to review what has arrived."""

from django.utils import timezone

from catalog.products.fields import one_line
from catalog.products.product import Product
from catalog.reviews.invitation import ReviewInvitation
from marketplace.accounts.models import User
from marketplace.sellers.membership import may


def invite_review(
    *,
    product: Product,
    line: str,
    purchase: str,
    user: User | None,
    variant_name: str = "",
    first_name: str = "",
    country: str = "",
) -> ReviewInvitation | None:
    """One right per bought line; giving it again answers with the same one.

    ``None`` for who works for the product's own seller: nobody reviews their own goods.
    """
    if user is not None and may(user, product.seller_id):
        return None
    given = {
        "product": product,
        "purchase": purchase,
        "user": user,
        "variant_name": variant_name[:200],
        "first_name": one_line(first_name)[:60],
        "country": country[:2].upper(),
        "created_at": timezone.now(),
    }
    return ReviewInvitation.objects.get_or_create(line=line, defaults=given)[0]
