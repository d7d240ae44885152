"""A menu is prepared, looked at in place and in other languages, and then put at the foot of every page."""

from typing import Any

import pytest
from django.test import Client

from catalog.refusal import Refused
from i18n.translate import set_translation
from marketplace.content.menu import SUBJECT, Menu
from marketplace.content.menus import add_item, create_menu, update_menu
from marketplace.content.pages import create_page
from marketplace.graphql import to_global_id
from tests.factories.accounts import PASSWORD, make_operator
from tests.factories.channels import make_channel
from tests.frontend.conftest import post

pytestmark = pytest.mark.django_db


def test_a_menu_from_its_preview_to_every_page(browser: Client) -> None:
    make_channel("eu")
    add_item(menu=create_menu(name="Old", slug="footer"), name="Delivery of before", url="/en/eu/fairs")
    prepared = create_menu(name="Prepared", slug="prepared")
    draft = create_page(title="Not yet", slug="not-yet")
    entry = add_item(menu=prepared, name="Care of lacquer", url="/en/eu/makers")
    add_item(menu=prepared, name="Leads to a draft", page=draft)
    set_translation(subject=SUBJECT, object_id=entry.pk, language="vi", texts={"name": "Chăm sóc sơn mài"})
    post(browser, "/en/eu/sign-in", "enter", email=make_operator().email, password=PASSWORD)
    browser.get("/en/eu/terms")
    place = f"menus/{to_global_id('Menu', prepared.pk)}/preview"

    assert f"/en/operator/{place}" in browser.get("/en/operator/menus").content.decode()
    foot = _foot(browser.get(f"/en/operator/{place}"))
    assert "Care of lacquer" in foot and "Delivery of before" not in foot and "Leads to a draft" not in foot
    assert "Chăm sóc sơn mài" in _foot(browser.get(f"/vi/operator/{place}"))
    assert "Delivery of before" in _foot(Client().get("/en/eu/terms"))

    done: Any = post(browser, f"/en/operator/{place}", "show_to_all")
    assert done.status_code == 302
    assert "Care of lacquer" in _foot(Client().get("/en/eu/terms"))
    assert {menu.name: menu.slug for menu in Menu.objects.all()} == {"Old": "footer-before", "Prepared": "footer"}
    assert "Put it at the foot" not in browser.get(f"/en/operator/{place}").content.decode()


def test_nobody_else_sees_a_menu_in_place(browser: Client) -> None:
    make_channel("eu")
    menu = create_menu(name="Prepared", slug="prepared")
    path = f"/en/operator/menus/{to_global_id('Menu', menu.pk)}/preview"
    asked: Any = browser.get(path)
    assert asked.status_code == 302 and "sign-in" in asked.headers["Location"]


def test_a_menu_takes_the_address_of_another_only_when_that_is_asked() -> None:
    first, second = create_menu(name="First", slug="footer"), create_menu(name="Second", slug="second")
    with pytest.raises(Refused):
        update_menu(menu=second, slug="footer")
    update_menu(menu=second, slug="footer", replaces=True)
    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.slug, second.slug) == ("footer-before", "footer")
    update_menu(menu=first, slug="footer", replaces=True)
    second.refresh_from_db()
    assert second.slug.startswith("footer-before")


def _foot(answer: Any) -> str:
    html: str = answer.content.decode()
    return html[html.index('<footer class="site-footer">') :]
