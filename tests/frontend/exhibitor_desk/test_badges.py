"""Badges of a stand at the exhibitor's desk."""

import re
from typing import Any

import pytest
from django.test import Client

from marketplace.expo.models import Badge, Exhibitor
from marketplace.graphql import to_global_id
from marketplace.sellers.member import MemberRole
from tests.factories.accounts import make_user
from tests.factories.expo import make_exhibitor, make_expo
from tests.factories.sellers import make_member, make_seller
from tests.frontend.conftest import post
from tests.frontend.desk_visitors import carried_out, read, refused, sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def exhibitor() -> Exhibitor:
    seller = make_seller()
    return make_exhibitor(make_expo(slug="hoi-cho"), seller=seller)


def path_of(exhibitor: Exhibitor, language: str = "en") -> str:
    key = to_global_id("Exhibitor", exhibitor.pk)
    return f"/{language}/exhibitor-desk/hoi-cho/{key}/badges"


def test_a_manager_gives_badges_out_and_takes_them_back(browser: Client, exhibitor: Exhibitor) -> None:
    sign_in(browser, make_member(exhibitor.seller or make_seller(), MemberRole.MANAGER))
    path = path_of(exhibitor)
    for number in range(4):
        html = carried_out(browser, path, "add", holderName=f"Người {number}")
    assert 'value="add"' not in html
    refused(browser, path, "add", holderName="One more")
    assert len(set(re.findall(r"/badges/[\w.:-]+", html))) == 5, "each of them, and all on sheets"
    first = Badge.objects.order_by("pk")[0]
    carried_out(browser, path, "anew", badge=to_global_id("Badge", first.pk))
    carried_out(browser, path, "void", badge=to_global_id("Badge", Badge.objects.latest("pk").pk))
    assert Badge.objects.filter(voided_at__isnull=True).count() == 3
    read(browser, path_of(exhibitor, "ko"))


def test_the_people_at_the_stand_only_look_and_strangers_do_not(browser: Client, exhibitor: Exhibitor) -> None:
    sign_in(browser, make_member(exhibitor.seller or make_seller(), MemberRole.PACKER))
    path = path_of(exhibitor)
    assert 'value="add"' not in read(browser, path)
    answer: Any = post(browser, path, "add", holderName="An")
    assert answer.status_code == 403
    sign_in(browser, make_user())
    assert browser.get(path).status_code == 404
    assert not Badge.objects.exists()
