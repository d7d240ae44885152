"""Every page of the desk: open to its people, closed to others, sound in its HTML."""

import re

import pytest
from django.urls import resolve

from frontend.seller_desk.urls import pages
from marketplace.graphql import to_global_id
from marketplace.sellers.seller import SellerStatus
from tests.factories.accounts import make_user
from tests.factories.sellers import make_member, make_seller
from tests.frontend.seller_desk.conftest import Person
from tests.frontend.seller_desk.world import Desk
from tests.frontend.soundness import problems

FOR_MANAGERS = {"products", "new product", "texts", "variants", "new variant", "variant", "prices", "pictures",
                "translations", "approval", "imports", "import", "new lot", "lot translations", "stock import",
                "stock file", "warehouses", "webhooks", "webhook", "payouts", "figures", "carriers", "carrier",
                "carrier to connect", "delivery zones", "new delivery zone", "delivery zone", "delivery method",
                "own tariffs", "shipment settings",
                "statement", "tax invoices", "tax invoice", "vouchers", "new voucher", "voucher", "quotes", "quote",
                "category", "attributes", "attributes of a variant", "trade", "tariff code", "origin", "safety",
                "related",
                "new certificate", "certificate", "exports", "responsible people", "new responsible person",
                "responsible person", "translations of all", "translation work", "glossary",
                "translation file", "labels", "lot materials", "lot packs", "new place", "place", "new partner",
                "partner",
                "lots from a file", "file of lots", "new recall", "lot links", "lot portals"}  # fmt: skip
FOR_OWNERS = {"profile", "profile translations"}
NOT_FOR_PACKERS = {"conversation"}
"""It is about a product; packers find those about orders only."""
NO_PAGE_OF_ONE_SELLER = {"seller-home", "seller-offline", "seller-translations-download"}
"""The door to all desks, what a telephone shows without a network, and a file."""
FILES_OF_THE_APPLICATION = {"seller-worker", "seller-manifest", "seller-token"}
"""Tried in tests/frontend/installable."""


@pytest.mark.parametrize("language", ["en", "vi"])
def test_every_page_opens_for_the_owner_and_is_sound(desk: Desk, language: str) -> None:
    owner = Person(desk.cast.woodworks.owner, f"/{language}/seller/moc-vi-du/")
    desk.fill()
    for name, path in desk.paths().items():
        assert problems(owner.see(path), language=language) == [], name


def test_an_order_is_sound_in_every_state(desk: Desk, owner: Person) -> None:
    for part in (desk.unpaid, desk.paid, desk.shipped):
        assert problems(owner.see(f"orders/{to_global_id('SellerOrder', part.pk)}"), language="en") == []


def test_nobody_sees_a_page_without_signing_in(desk: Desk) -> None:
    for path in desk.paths().values():
        answer = Person(None).get(f"/en/seller/moc-vi-du/{path}")
        assert answer.status_code == 302
        assert "/sign-in?next=%2Fen%2Fseller%2Fmoc-vi-du%2F" in answer["Location"]


def test_another_sellers_member_finds_nothing(desk: Desk) -> None:
    stranger = Person(desk.cast.pottery.owner)
    buyer = Person(desk.cast.buyer)
    operator = Person(desk.cast.operator)
    for name, path in desk.paths().items():
        for person in (stranger, buyer, operator):
            assert person.get(person.base + path).status_code == 404, name


def test_another_sellers_things_are_not_at_ones_own_desk(desk: Desk) -> None:
    """Not even for somebody who works for both."""
    both = Person(make_member(desk.cast.pottery.seller, user=desk.cast.woodworks.owner), "/en/seller/gom-thu-nghiem/")
    for name, path in desk.paths().items():
        if any(part in path for part in desk.ids().values()):
            assert both.get(both.base + path).status_code == 404, name


def test_a_public_product_of_somebody_else_is_no_page_of_the_desk(desk: Desk, owner: Person) -> None:
    assert owner.get(f"{owner.base}products/{to_global_id('Product', desk.foreign.pk)}").status_code in {403, 404}


@pytest.mark.parametrize("role", ["packer", "manager"])
def test_a_lower_role_sees_what_is_its_work(desk: Desk, role: str) -> None:
    person = Person(getattr(desk.cast.woodworks, role))
    is_packer = role == "packer"
    closed, unseen = FOR_OWNERS | (FOR_MANAGERS if is_packer else set()), NOT_FOR_PACKERS if is_packer else set()
    expected = {name: 403 if name in closed else 404 if name in unseen else 200 for name in desk.paths()}
    assert {name: person.get(person.base + path).status_code for name, path in desk.paths().items()} == expected


def test_every_page_is_tried(desk: Desk) -> None:
    tried = {resolve(f"/en/seller/moc-vi-du/{path}".split("?")[0]).url_name for path in desk.paths().values()}
    assert tried == {pattern.name for pattern in pages} - NO_PAGE_OF_ONE_SELLER - FILES_OF_THE_APPLICATION


@pytest.mark.parametrize("role", ["packer", "manager", "owner"])
def test_the_navigation_offers_what_the_role_may_open(desk: Desk, role: str) -> None:
    person = Person(getattr(desk.cast.woodworks, role))
    navigation = person.see().split('<nav class="desk-nav', 1)[1].split("</nav>", 1)[0]
    offered = re.findall(r'href="([^"]+)"', navigation)
    assert len(offered) > 8
    for path in offered:
        assert person.get(path).status_code == 200, path


def test_a_form_is_refused_to_a_lower_role(desk: Desk, packer: Person) -> None:
    assert packer.send("products/new", "create", name="Ghế").status_code == 403
    assert packer.send("profile", "save", name="Khác").status_code == 403


def test_ids_that_are_none_are_404(owner: Person) -> None:
    for path in ("orders/x", "products/x", "products/x/prices", "imports/x", "lots/x", "lots/x/codes", "nowhere"):
        assert owner.get(owner.base + path).status_code == 404, path


def test_the_door_leads_to_the_only_desk(desk: Desk) -> None:
    answer = Person(desk.cast.woodworks.packer).get("/vi/seller/")
    assert (answer.status_code, answer["Location"]) == (302, "/vi/seller/moc-vi-du/")


def test_the_door_lets_choose_among_several(desk: Desk) -> None:
    owner = make_member(desk.cast.pottery.seller, user=desk.cast.woodworks.owner)
    html = Person(owner).get("/en/seller/").content.decode()
    assert 'href="/en/seller/moc-vi-du/"' in html
    assert 'href="/en/seller/gom-thu-nghiem/"' in html
    assert problems(html, language="en") == []


def test_the_door_shows_the_way_to_an_application(desk: Desk) -> None:
    html = Person(desk.cast.buyer).get("/en/seller/").content.decode()
    assert "You do not sell here yet" in html
    assert "/sell" in html


@pytest.mark.parametrize(
    ("status", "words"),
    [(SellerStatus.APPLIED, "Your application is being read"), (SellerStatus.SUSPENDED, "Your shop is suspended")],
)
def test_an_empty_desk_says_how_the_seller_stands_and_offers_the_first_step(
    db: None, status: SellerStatus, words: str
) -> None:
    seller = make_seller(status=status)
    person = Person(make_member(seller, user=make_user()), f"/en/seller/{seller.slug}/")
    for path in ("", "orders", "products", "imports", "lots", "lots/new", "team", "profile"):
        assert problems(person.see(path), language="en") == [], path
    assert words in person.see()
    assert "Add the first product" in person.see()
    assert "Add the first product" in person.see("products")
    assert "Create the first lot" in person.see("lots")
    assert "First a product" in person.see("lots/new")
