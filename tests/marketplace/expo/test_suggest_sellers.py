"""Which seller an exhibitor may be, and why."""

import pytest

from marketplace.expo.exhibitors import link_seller
from marketplace.expo.suggest_sellers import suggest_sellers
from marketplace.sellers.seller import SellerStatus
from tests.factories.expo import make_exhibitor
from tests.factories.sellers import make_seller

pytestmark = pytest.mark.django_db


def reasons(**exhibitor: str) -> list[tuple[str, str]]:
    return [(each.seller.slug, each.reason.value) for each in suggest_sellers(make_exhibitor(**exhibitor))]


def test_tax_code_then_website_then_name() -> None:
    make_seller(slug="by-code", tax_code="0100233488", name="Khác Hẳn", legal_name="Công ty TNHH Khác Hẳn")
    make_seller(slug="by-web", website_url="https://www.moc.example/vi", name="Tên Nọ", legal_name="Tên Nọ")
    make_seller(slug="by-name", name="Mộc Ví Dụ", legal_name="Công ty Cổ phần Mộc Ví Dụ")
    make_seller(slug="hidden", name="Mộc Ví Dụ Hai", status=SellerStatus.SUSPENDED)
    make_seller(slug="unlike", name="Cao su Sao Băng", legal_name="Cao su Sao Băng")
    found = reasons(name="MOC VI DU CO., LTD", tax_code="0100233488", website_url="http://moc.example")
    assert found == [("by-code", "TAX_CODE"), ("by-web", "WEBSITE"), ("by-name", "NAME")]


def test_a_shared_host_is_no_reason() -> None:
    make_seller(website_url="https://facebook.com/mot", name="Một", legal_name="Một")
    assert reasons(name="Khác", website_url="https://facebook.com/khac") == []


def test_words_in_another_order_are_alike() -> None:
    make_seller(slug="s", name="Ví Dụ Mộc", legal_name="Ví Dụ Mộc")
    assert reasons(name="Mộc Ví Dụ") == [("s", "NAME")]


def test_linking_is_somebodys_decision() -> None:
    seller = make_seller()
    exhibitor = make_exhibitor(name=seller.legal_name)
    assert exhibitor.seller is None
    assert link_seller(exhibitor=exhibitor, seller=seller).seller == seller
    assert link_seller(exhibitor=exhibitor, seller=None).seller is None
