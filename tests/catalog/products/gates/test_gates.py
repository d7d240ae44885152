"""Each market's rules on the goods they are about: dated, with their basis, and mended by what they ask for."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from catalog.models import Certificate, Product
from catalog.pricing.set_price import set_price
from catalog.products.gates.gates import GATES
from catalog.products.gates.requirement import requirements
from catalog.products.missing_to_publish import PublishGap, missing_of_each, missing_to_publish
from catalog.products.publish import NotPublishable, hold_gates, standing_gaps
from catalog.products.restriction import Restriction
from tests.factories.catalog import make_product, make_sellable_variant, make_variant
from tests.factories.channels import make_channel
from tests.factories.sellers import make_responsible_person

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 22)


def _gaps(product: Product, market: str, on: date = TODAY) -> dict[str, PublishGap]:
    return {gap.code: gap for gap in missing_to_publish(product, make_channel(market), on=on)}


def _product(market: str, **fields: Any) -> Product:
    return make_sellable_variant(make_channel(market), price=10, product=make_product(**fields)).product


def _certify(product: Product, scheme: str = "OTHER") -> None:
    certificate = Certificate.objects.create(
        seller=product.seller, scheme=scheme, name="CITES", issuer="Ví Dụ", number="1", valid_from=date(2026, 1, 1)
    )
    certificate.products.add(product)


def test_every_rule_has_a_gate_a_basis_and_known_goods() -> None:
    for rule in requirements():
        assert rule.code in GATES
        assert rule.legal_basis
        assert rule.severity in {"refuse", "warn"}
        assert set(rule.restrictions) <= set(Restriction.values)
    assert {rule.code for rule in requirements()} == set(GATES)


@pytest.mark.parametrize("code", ["WEAPON", "TOBACCO"])
def test_some_goods_are_offered_nowhere(code: str) -> None:
    product = make_product()
    product.restrictions = [code]
    assert _gaps(product, "vn")["PROHIBITED"].blocking
    assert _gaps(product, "us")["PROHIBITED"].blocking


def test_a_permit_opens_the_border_and_home_needs_none() -> None:
    product = _product("jp", source_language="ja")
    product.restrictions = ["CITES"]
    assert "PERMIT" not in _gaps(product, "vn")
    assert _gaps(product, "jp")["PERMIT"].blocking
    _certify(product)
    assert "PERMIT" not in _gaps(product, "jp")


def test_weight_names_the_variants_that_lack_it() -> None:
    jp = make_channel("jp")
    variant = make_variant(make_product(source_language="ja"), net_weight_g=None, gross_weight_g=None, sku="KHONG")
    set_price(variant=variant, channel=jp, price=Decimal(900))
    gap = _gaps(variant.product, "jp")["WEIGHT"]
    assert (gap.skus, gap.params) == (("KHONG",), {"skus": "KHONG"})
    assert "WEIGHT" not in _gaps(variant.product, "vn")


def test_a_responsible_person_has_to_be_in_the_union_and_in_use() -> None:
    product = _product("eu", source_language="en")
    assert "RESPONSIBLE_PERSON" not in _gaps(product, "eu")
    product.seller.responsible_people.update(removed_at="2026-01-01T00:00Z")
    assert _gaps(product, "eu")["RESPONSIBLE_PERSON"].blocking
    product.responsible_person = make_responsible_person(product.seller)
    assert "RESPONSIBLE_PERSON" not in _gaps(product, "eu")


def test_warnings_are_written_or_declared_needless_and_readable() -> None:
    product = make_product(source_language="ko")
    assert {"WARNINGS"} <= set(_gaps(product, "eu"))
    product.needs_no_warnings = True
    assert "WARNINGS" not in _gaps(product, "eu")
    product.needs_no_warnings, product.warnings = False, "뜨거움"
    assert _gaps(product, "eu")["WARNINGS_LANGUAGE"].blocking


@pytest.mark.parametrize(("on", "words"), [(date(2026, 12, 29), "995/2010"), (date(2026, 12, 30), "2023/1115")])
def test_one_law_on_wood_follows_another(on: date, words: str) -> None:
    product = make_product(hs_code="940360")
    gap = _gaps(product, "eu", on)["SPECIES"]
    assert words in gap.legal_basis
    assert not gap.is_checked
    product.species = "Acacia mangium"
    assert "SPECIES" not in _gaps(product, "eu", on)
    assert "SPECIES" not in _gaps(make_product(hs_code="691200"), "eu", on)


def test_customs_ask_for_a_gtin_from_their_day() -> None:
    product = _product("eu", source_language="en")
    assert "GTIN" not in _gaps(product, "eu", date(2026, 10, 31))
    assert not _gaps(product, "eu", date(2026, 11, 1))["GTIN"].blocking


def test_a_law_that_came_later_does_not_block_other_changes() -> None:
    product = _product("eu", source_language="en")
    Product.objects.filter(pk=product.pk).update(needs_no_warnings=False)
    product.refresh_from_db()
    standing = standing_gaps(product)
    hold_gates(product, standing)
    product.hs_code = ""
    with pytest.raises(NotPublishable) as refused:
        hold_gates(product, standing)
    assert [gap.code for gap in refused.value.gaps] == ["HS_CODE"]


def test_many_products_cost_no_more_queries_than_one(django_assert_max_num_queries: Any) -> None:
    eu = make_channel("eu")
    products = [_product("eu", source_language="en") for _ in range(5)]
    fresh = list(Product.objects.filter(pk__in=[product.pk for product in products]))
    with django_assert_max_num_queries(10):
        assert len(missing_of_each(fresh, eu, on=TODAY + timedelta(days=1))) == 5
