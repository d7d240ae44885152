"""Every way in writes down which code a product got, and who said so."""

import pytest

from catalog.products.classification.hs_code_change import HsCodeChange
from catalog.products.create import create_product
from catalog.products.update import update_product
from catalog.refusal import Refused
from tests.factories.accounts import make_user
from tests.factories.sellers import make_seller

pytestmark = pytest.mark.django_db


def history() -> list[tuple[str, str]]:
    return list(HsCodeChange.objects.values_list("before", "after"))


def test_creating_and_changing_are_remembered_with_their_author() -> None:
    owner = make_user()
    product = create_product(seller=make_seller(), by=owner, name="Ghế gỗ", source_language="vi")
    assert history() == []
    update_product(product=product, by=owner, hs_code="9401.69")
    update_product(product=product, by=None, hs_code="940161", name="Ghế gỗ bọc nệm")
    update_product(product=product, by=owner, material="Gỗ sồi")
    update_product(product=product, by=owner, hs_code="")
    assert history() == [("", "940169"), ("940169", "940161"), ("940161", "")]
    assert [change.by for change in HsCodeChange.objects.all()] == [owner, None, owner]


def test_a_code_that_is_refused_leaves_no_trace() -> None:
    product = create_product(seller=make_seller(), by=None, name="Ghế", source_language="vi", hs_code="940169")
    with pytest.raises(Refused):
        update_product(product=product, by=None, hs_code="94O169")
    assert history() == [("", "940169")]
