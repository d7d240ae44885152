"""Today: first steps of a new shop, tasks of an old one, by urgency; settings bring the steps back."""

from datetime import timedelta

from django.db import connection
from django.test.utils import CaptureQueriesContext

from frontend.seller_desk.tasks import RANK, URGENT, Task
from i18n.today import today_here
from marketplace.sellers.seller import SellerStatus
from tests.factories.catalog import make_product
from tests.factories.sellers import make_member, make_seller
from tests.frontend.seller_desk.conftest import Person
from tests.frontend.seller_desk.world import Desk


def test_a_new_shop_is_led_to_its_next_step(desk: Desk) -> None:
    seller = make_seller(status=SellerStatus.APPLIED, approved_at=None, tagline="", story="", slug="tiem-moi")
    new = Person(make_member(seller), "/en/seller/tiem-moi/")
    html = new.see()
    assert "Your first steps" in html and "1 of 17 done" in html
    assert 'aria-current="step"' in html
    assert '/en/seller/tiem-moi/products/new">Add the first product' in html
    product = make_product(seller=seller)
    assert '/prices">Give it a price' in new.see()
    assert product.pk
    assert new.done("", "hide_steps")
    assert "Your first steps" not in new.see()
    assert "/seller/tiem-moi/" in new.done("settings", "show_steps")
    assert "Your first steps" in new.see()


def test_tasks_come_by_urgency_each_with_one_link(desk: Desk, owner: Person, packer: Person) -> None:
    desk.fill()
    html = owner.see()
    assert html.index("order to pack") < html.index("was sent back") < html.index("draft")
    for words in ("quote", "new message", "How things stand"):
        assert words in html, words
    assert "was sent back" not in packer.see()


def test_what_is_late_or_soon_is_urgent() -> None:
    today = today_here()
    assert {kind for kind in RANK if Task(kind, 1, "").is_urgent} == URGENT
    assert Task("QUOTE", 1, "", today + timedelta(days=2)).is_urgent
    assert not Task("QUOTE", 1, "", today + timedelta(days=3)).is_urgent
    assert Task("QUOTE", 1, "", today - timedelta(days=1)).is_late


def test_today_asks_as_much_for_ten_products_as_for_two(desk: Desk, owner: Person) -> None:
    make_product(seller=desk.cast.woodworks.seller)
    owner.see()
    with CaptureQueriesContext(connection) as few:
        owner.see()
    for _number in range(4):
        make_product(seller=desk.cast.woodworks.seller)
    with CaptureQueriesContext(connection) as many:
        owner.see()
    assert len(many) == len(few)
