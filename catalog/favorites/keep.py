"""Keep a product among one's favourites, or let it go."""

from django.db import IntegrityError, transaction
from django.utils import timezone

from catalog.favorites.favorite import Favorite
from catalog.products.product import Product
from catalog.refusal import Problem, Refused
from i18n.messages import gettext_noop as _
from marketplace.accounts.models import User

MOST_FAVORITES = 500


def keep_favorite(*, user: User, product: Product) -> Favorite:
    """Keeping it twice changes nothing. Raises `Refused` when the list is full."""
    kept = Favorite.objects.filter(user=user, product=product).first()
    if kept is not None:
        return kept
    if Favorite.objects.filter(user=user).count() >= MOST_FAVORITES:
        message = _("Your list holds at most %(most)s products. Remove some that you no longer need.")
        raise Refused(Problem("product", "INVALID", message, {"most": MOST_FAVORITES}))
    try:
        with transaction.atomic():
            return Favorite.objects.create(user=user, product=product, created_at=timezone.now())
    except IntegrityError:  # the same person pressed twice at once
        return Favorite.objects.get(user=user, product=product)


def drop_favorite(*, user: User, product_id: int) -> None:
    """Dropping what is not there changes nothing."""
    Favorite.objects.filter(user=user, product_id=product_id).delete()
