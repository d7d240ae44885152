"""Stock at the desk: what lies where, and everything that can happen to it."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from catalog.models import Stock, StockPolicy, Warehouse
from catalog.stock.check import check_stock
from catalog.stock.set_policy import set_stock_policy
from marketplace.graphql import to_global_id
from marketplace.webhooks.delivery import WebhookDelivery
from marketplace.webhooks.webhook import Webhook
from tests.frontend.seller_desk.conftest import Person
from tests.frontend.seller_desk.world import Desk


@pytest.fixture
def place(desk: Desk) -> str:
    """The page of the chair."""
    return f"stock/{to_global_id('ProductVariant', desk.chair.pk)}"


def warehouse(name: str = "Kho chính") -> str:
    return to_global_id("Warehouse", Warehouse.objects.get(name=name).pk)


def test_the_list_finds_and_filters(desk: Desk, owner: Person) -> None:
    assert desk.running_out.sku in owner.see("stock")
    assert "GHE-SOI-01" not in owner.see("stock?low=yes")
    set_stock_policy(variant=desk.chair, low_threshold=40)
    assert "GHE-SOI-01" in owner.see("stock?low=yes")
    html = owner.see("stock?q=ghế+sồi")
    assert "GHE-SOI-01" in html
    assert desk.running_out.sku not in html
    assert "Nothing found" in owner.see("stock?q=khong-co")


def test_pieces_are_counted_received_lost_and_carried(desk: Desk, owner: Person, place: str) -> None:
    Warehouse.objects.create(seller=desk.cast.woodworks.seller, name="Dĩ An")
    owner.done(place, "count", warehouse=warehouse(), quantity="30", reason="Kiểm kê")
    owner.done(place, "receive", warehouse=warehouse(), quantity="5", reference="PN-1")
    owner.done(place, "write_off", warehouse=warehouse(), quantity="2", reason="Gãy chân")
    owner.done(place, "transfer", fromWarehouse=warehouse(), toWarehouse=warehouse("Dĩ An"), quantity="3")
    rows = dict(Stock.objects.filter(variant=desk.chair).values_list("warehouse__name", "quantity"))
    assert rows == {"Kho chính": 30, "Dĩ An": 3}
    assert check_stock() == []
    html = owner.see("stock/movements")
    for words in ("Kiểm kê", "PN-1", "Gãy chân", "Kho chính → Dĩ An"):
        assert words in html


def test_what_cannot_happen_is_said_beside_its_field(desk: Desk, owner: Person, place: str) -> None:
    html = owner.refused(place, "write_off", warehouse=warehouse(), quantity="99", reason="Gãy")
    assert 'id="f-write_off-quantity-error"' in html
    assert 'id="f-receive-quantity-error"' in owner.refused(place, "receive", warehouse=warehouse(), quantity="0")
    assert 'id="f-count-quantity-error"' in owner.refused(place, "count", warehouse=warehouse(), quantity="nhiều")
    assert 'id="f-save_policy-availableFrom-error"' in owner.refused(place, "save_policy", mode="PRE_ORDER")
    assert Stock.objects.get(variant=desk.chair).quantity == 40


def test_it_is_made_to_order(desk: Desk, owner: Person, place: str) -> None:
    owner.done(place, "save_policy", mode="MADE_TO_ORDER", mostPromised="20", lowStockThreshold="3")
    policy = StockPolicy.objects.get()
    assert (policy.mode, policy.most_promised, policy.low_threshold) == ("MADE_TO_ORDER", 20, 3)
    owner.done(place, "count", warehouse=warehouse(), quantity="0")
    assert "Made to order" in owner.see(place)


def test_a_packer_sees_the_stock_and_changes_nothing(desk: Desk, packer: Person, place: str) -> None:
    assert "I have counted" not in packer.see(place)
    answer = packer.send(place, "count", warehouse=warehouse(), quantity="1")
    assert answer.status_code == 403
    assert Stock.objects.get(variant=desk.chair).quantity == 40


def test_counts_come_from_a_file(desk: Desk, owner: Person) -> None:
    file = SimpleUploadedFile("kho.csv", "SKU,Số lượng\nGHE-SOI-01,17\nKHONG-CO,1\n".encode())
    path = owner.done("stock/import", "hand_in", file=file).removeprefix(owner.base)
    assert "KHONG-CO" in owner.see(path)
    assert "nothing was changed" in owner.refused(path, "apply", mode="ALL_OR_NOTHING")
    owner.done(path, "apply", mode="GOOD_ROWS")
    assert Stock.objects.get(variant=desk.chair).quantity == 17
    assert 'id="f-hand_in-file-error"' in owner.refused("stock/import", "hand_in", file=SimpleUploadedFile("x", b"\0"))


def test_warehouses_are_added_renamed_closed_and_opened(desk: Desk, owner: Person) -> None:
    owner.done("stock/warehouses", "add", name="Dĩ An")
    owner.done("stock/warehouses", "rename", warehouse=(id := warehouse("Dĩ An")), **{f"name-{id}": "Thuận An"})
    owner.done("stock/warehouses", "close", warehouse=id)
    assert Warehouse.objects.get(name="Thuận An").closed_at is not None
    owner.done("stock/warehouses", "reopen", warehouse=id)
    html = owner.refused("stock/warehouses", "close", warehouse=warehouse())
    assert "Goods still lie in this warehouse" in html
    assert "name of this" not in html
    wrong = owner.refused("stock/warehouses", "rename", warehouse=id, **{f"name-{id}": "Kho chính"})
    assert "You have a warehouse of this name already" in wrong


def test_a_webhook_is_added_tried_changed_and_removed(desk: Desk, owner: Person) -> None:
    answer = owner.send("webhooks", "add", name="Kế toán", targetUrl="https://hooks.example.org/x", events="ORDER_PAID")
    html = answer.content.decode()
    secret = re.search(r"whsec_[\w-]+", html)
    assert secret
    webhook = Webhook.objects.get(name="Kế toán")
    path = f"webhooks/{to_global_id('Webhook', webhook.pk)}"
    assert secret[0] not in owner.see(path)
    owner.done(path, "try_it")
    assert WebhookDelivery.objects.get(webhook=webhook).event_type == "PING"
    owner.done(path, "send_again", delivery=to_global_id("WebhookDelivery", WebhookDelivery.objects.get().pk))
    assert "whsec_" in owner.send(path, "rotate").content.decode()
    owner.done(path, "switch_off")
    owner.done(path, "switch_on")
    inside = owner.refused(path, "save", name="x", targetUrl="https://127.0.0.1/", events="ORDER_PAID")
    assert 'id="f-save-targetUrl-error"' in inside
    assert owner.done(path, "remove") == f"{owner.base}webhooks"
    assert not Webhook.objects.filter(pk=webhook.pk).exists()


def test_the_operator_has_webhooks_of_its_own(desk: Desk) -> None:
    operator = Person(desk.cast.operator, "/en/operator/")
    html = operator.send("webhooks", "add", name="ERP", targetUrl="https://erp.example.org/", events="ORDER_PLACED")
    assert "whsec_" in html.content.decode()
    [webhook] = Webhook.objects.filter(seller__isnull=True)
    assert "ERP" in operator.see(f"webhooks/{to_global_id('Webhook', webhook.pk)}")
    assert Person(desk.cast.woodworks.owner, "/en/operator/").get("/en/operator/webhooks").status_code == 403
