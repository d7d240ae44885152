"""``hide_first_steps``: stop showing a seller its first steps, or show them again."""

from marketplace.sellers.models import Seller
from orders.first_steps.hidden import FirstStepsHidden


def hide_first_steps(*, seller: Seller, hidden: bool) -> None:
    """For everybody who works for the seller. Saying the same twice changes nothing."""
    if hidden:
        FirstStepsHidden.objects.get_or_create(seller=seller)
    else:
        FirstStepsHidden.objects.filter(seller=seller).delete()
