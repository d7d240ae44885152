"""Favourites are kept once, bounded, and gone when they are dropped."""

import pytest

from catalog.favorites import keep
from catalog.favorites.favorite import Favorite
from catalog.favorites.keep import drop_favorite, keep_favorite
from catalog.refusal import Refused
from tests.factories.accounts import make_user
from tests.factories.catalog import make_product

pytestmark = pytest.mark.django_db


def test_keeping_and_dropping_twice_change_nothing() -> None:
    user, product = make_user(), make_product()
    first = keep_favorite(user=user, product=product)
    assert keep_favorite(user=user, product=product) == first
    assert Favorite.objects.count() == 1
    for _ in range(2):
        drop_favorite(user=user, product_id=product.pk)
        assert not Favorite.objects.exists()


def test_dropping_leaves_other_peoples_alone() -> None:
    product, mine, theirs = make_product(), make_user(), make_user()
    keep_favorite(user=mine, product=product)
    keep_favorite(user=theirs, product=product)
    drop_favorite(user=mine, product_id=product.pk)
    assert [row.user for row in Favorite.objects.all()] == [theirs]


def test_the_list_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keep, "MOST_FAVORITES", 1)
    user, product = make_user(), make_product()
    keep_favorite(user=user, product=product)
    with pytest.raises(Refused):
        keep_favorite(user=user, product=make_product())
    assert keep_favorite(user=user, product=product)
