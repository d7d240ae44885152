"""Give a buyer the right to review what has arrived."""

from django.utils import timezone

from catalog.products.fields import one_line
from catalog.products.product import Product
from catalog.reviews.invitation import ReviewInvitation
from marketplace.accounts.models import User
from marketplace.channels.models import Channel
from marketplace.channels.switches import Switch, is_on
from marketplace.sellers.membership import may


def invite_review(
    *,
    product: Product,
    line: str,
    purchase: str,
    user: User | None,
    channel: Channel | None = None,
    variant_name: str = "",
    first_name: str = "",
    country: str = "",
) -> ReviewInvitation | None:
    """One right per bought line; giving it again answers with the same one.

    ``None`` for who works for the product's own seller: nobody reviews their own goods; and where the market it was
    bought in has no reviews.
    """
    if user is not None and may(user, product.seller_id):
        return None
    if channel is not None and not is_on(channel, Switch.REVIEWS):
        return None
    given = {
        "product": product,
        "purchase": purchase,
        "user": user,
        "channel": channel,
        "variant_name": variant_name[:200],
        "first_name": one_line(first_name)[:60],
        "country": country[:2].upper(),
        "created_at": timezone.now(),
    }
    return ReviewInvitation.objects.get_or_create(line=line, defaults=given)[0]
