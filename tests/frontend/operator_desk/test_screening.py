"""The operator's desk: names that may be on a list, and the lists."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from logistics.customs.screening.screening import Screening
from marketplace.graphql import to_global_id
from orders.lifecycle.order import Order
from orders.screening.screen_order import screen_order
from tests.factories.accounts import make_operator
from tests.factories.orders import make_packed_order
from tests.factories.screening import make_denied_list, sdn_entry, sdn_file
from tests.frontend.desk_visitors import carried_out, read, refused, sign_in
from tests.frontend.operator_desk.world import DESK

pytestmark = pytest.mark.django_db
PAGE = f"{DESK}/screening"


@pytest.fixture
def desk(browser: Client) -> Client:
    return sign_in(browser, make_operator())


def held_order() -> Order:
    order = make_packed_order()
    order.shipping_address |= {"first_name": "Ivan", "last_name": "Petrovsky"}
    order.save(update_fields=["shipping_address"])
    screen_order(order.pk)
    return order


def page_of(row: Screening) -> str:
    return f"{PAGE}/{to_global_id('Screening', row.pk)}"


def test_a_hit_is_compared_and_decided_and_decided_again(desk: Client) -> None:
    make_denied_list()
    order = held_order()
    assert order.number in read(desk, PAGE)
    path = page_of(Screening.objects.get(status="HELD"))
    html = read(desk, path)
    assert "Ivan Maksimovich PETROVSKIY" in html
    assert "A name that is nearly the same" in html or "One name is part of the other" in html
    assert "This field is needed." in refused(desk, path, "clear", reason=" ")
    html = carried_out(desk, path, "clear", reason="Born in 1990 in Utrecht")
    assert "Born in 1990 in Utrecht" in html
    assert order.number not in read(desk, PAGE)
    html = carried_out(desk, path, "stop", reason="A passport says otherwise")
    assert html.index("A passport says otherwise") < html.index("Born in 1990 in Utrecht")
    assert order.number in read(desk, f"{PAGE}?state=CONFIRMED")
    assert order.number in read(desk, f"{PAGE}?order={order.number}")


def test_a_list_is_loaded_and_nonsense_is_not(desk: Client) -> None:
    assert "Orders are not compared" in read(desk, PAGE)
    html = refused(desk, PAGE, "bring", format="ofac_sdn", file=SimpleUploadedFile("a.xml", b"<a/>"))
    assert "nothing of it was taken" in html
    content = sdn_file(sdn_entry("1", "Muster"))
    html = carried_out(desk, PAGE, "bring", format="ofac_sdn", file=SimpleUploadedFile("sdn.xml", content))
    assert "The list holds from now on: 1 parties." in html
    assert "Orders are not compared" not in html
