"""Adding, changing and removing certificates: what is refused, and who learns of it."""

from datetime import date
from typing import Any

import pytest

from catalog.models import Certificate
from catalog.products.certificates import keep
from catalog.products.certificates.keep import add_certificate, remove_certificate, update_certificate
from catalog.refusal import Refused
from marketplace.events.models import OutboxMessage
from tests.factories.catalog import make_product
from tests.factories.reputation import make_certificate
from tests.factories.sellers import make_seller

pytestmark = pytest.mark.django_db


def told() -> list[list[int]]:
    return [message.payload["product_ids"] for message in OutboxMessage.objects.filter(name="ProductsChanged")]


@pytest.mark.parametrize(
    ("field", "changes"),
    [
        ("scheme", {"scheme": "MADE_UP"}),
        ("issuer", {"issuer": " "}),
        ("number", {"number": "x" * 81}),
        ("name", {"scheme": "OTHER"}),
        ("valid_until", {"valid_from": date(2026, 1, 2), "valid_until": date(2026, 1, 1)}),
        ("valid_from", {"valid_from": date(1900, 1, 1)}),
        ("valid_from", {"valid_until": date(2400, 1, 1)}),
    ],
)
def test_what_is_wrong_is_refused(field: str, changes: dict[str, Any]) -> None:
    with pytest.raises(Refused) as caught:
        make_certificate(**changes)
    assert caught.value.problems[0].field == field
    assert not Certificate.objects.exists()


def test_it_names_only_products_of_its_own_seller() -> None:
    product, foreign = make_product(), make_product()
    with pytest.raises(Refused):
        make_certificate(product, products=(product, foreign))
    certificate = make_certificate(product)
    with pytest.raises(Refused):
        update_certificate(certificate=certificate, products=(foreign,))
    assert list(certificate.products.all()) == [product]


def test_every_product_it_spoke_or_speaks_for_is_told() -> None:
    seller = make_seller()
    first, second = make_product(seller=seller), make_product(seller=seller)
    certificate = make_certificate(first)
    assert told()[-1] == [first.pk]
    update_certificate(certificate=certificate, products=(second,))
    assert told()[-1] == [first.pk, second.pk]
    remove_certificate(certificate=certificate)
    assert told()[-1] == [second.pk]
    before = first.search_version
    first.refresh_from_db()
    assert first.search_version > before


def test_a_known_scheme_has_no_name_of_the_sellers() -> None:
    other = make_certificate(scheme="OTHER", name="Gỗ sạch làng nghề")
    assert other.title == "Gỗ sạch làng nghề"
    assert update_certificate(certificate=other, scheme="PEFC").title == "PEFC"
    assert other.name == ""


def test_there_is_an_end_to_how_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keep, "MOST_CERTIFICATES", 1)
    product = make_product()
    make_certificate(product)
    with pytest.raises(Refused):
        make_certificate(product)
    fields: dict[str, Any] = {"scheme": "CE", "issuer": "x", "number": "1", "valid_from": date(2026, 1, 1)}
    assert add_certificate(seller=make_seller(), **fields)
