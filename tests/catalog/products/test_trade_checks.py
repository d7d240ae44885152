"""What may be said of a product for trade, and what is refused."""

from decimal import Decimal
from typing import Any

import pytest

from catalog.products.update import update_product
from catalog.products.variants import update_variant
from catalog.refusal import Refused
from i18n.money import Money
from tests.factories.catalog import make_product, make_variant

pytestmark = pytest.mark.django_db


def refused(call: Any) -> list[tuple[str | None, str]]:
    with pytest.raises(Refused) as caught:
        call()
    return [(problem.field, problem.code) for problem in caught.value.problems]


def test_facts_are_stored_tidy() -> None:
    product = update_product(
        product=make_product(),
        by=None,
        hs_code="9401.69.00 10",
        species="tectona GRANDIS; hevea  brasiliensis,Tectona grandis",
        restrictions=["timber", "FOOD_CONTACT", "TIMBER"],
        is_hazardous=True,
        un_number="UN 1263",
        sample_available=True,
        sample_price_amount=Decimal("12.50"),
        sample_price_currency=" usd ",
    )
    assert (product.hs_subheading, product.hs_national_extension) == ("940169", "0010")
    assert product.species_names == ["Tectona grandis", "Hevea brasiliensis"]
    assert product.restrictions == ["FOOD_CONTACT", "TIMBER"]
    assert product.un_number == "1263"
    assert product.sample_price == Money(Decimal("12.50"), "USD")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("hs_code", "94016"),
        ("hs_code", "94.01.69x"),
        ("origin_country", "VIE"),
        ("species", "gỗ sồi"),
        ("species", "Oak"),
        ("species", ", ".join(f"Shorea species{letter}" for letter in "abcdefghijklm")),
        ("species", "Shorea " + "a" * 500),
        ("restrictions", ["RADIOACTIVE"]),
        ("un_number", "12"),
    ],
)
def test_what_is_wrong_is_refused_and_changes_nothing(name: str, value: Any) -> None:
    product = make_product()
    before = getattr(product, name)
    assert refused(lambda: update_product(product=product, by=None, **{name: value}))[0] == (name, "INVALID")
    product.refresh_from_db()
    assert getattr(product, name) == before


@pytest.mark.parametrize("name", ["Hevea brasiliensis", "Acacia x mangium", "Acacia × mangium", "Shorea spp.", ""])
def test_scientific_names_are_known_by_their_form(name: str) -> None:
    assert update_product(product=make_product(), by=None, species=name).species == name


def test_a_un_number_needs_the_hazard_in_the_same_change_or_before() -> None:
    product = make_product()
    assert refused(lambda: update_product(product=product, by=None, un_number="1263")) == [("un_number", "INVALID")]
    update_product(product=product, by=None, is_hazardous=True)
    update_product(product=product, by=None, un_number="1263")
    assert refused(lambda: update_product(product=product, by=None, is_hazardous=False)) == [("un_number", "INVALID")]
    update_product(product=product, by=None, is_hazardous=False, un_number="")
    product.refresh_from_db()
    assert (product.is_hazardous, product.un_number) == (False, "")


def test_a_samples_price_needs_its_currency() -> None:
    product = make_product()
    wrong = {"sample_price_amount": Decimal(5), "sample_price_currency": "XXX"}
    assert refused(lambda: update_product(product=product, by=None, **wrong)) == [("sample_price_currency", "INVALID")]  # type: ignore[arg-type]  # as above
    wrong = {"sample_price_amount": Decimal(-1), "sample_price_currency": "USD"}
    assert refused(lambda: update_product(product=product, by=None, **wrong)) == [("sample_price_amount", "INVALID")]  # type: ignore[arg-type]  # as above
    free = update_product(product=product, by=None, sample_price_amount=Decimal(0), sample_price_currency="USD")
    assert free.sample_price is None, "there is no sample"
    assert update_product(product=free, by=None, sample_available=True).sample_price == Money(Decimal(0), "USD")


def test_facts_of_trade_leave_the_approval_alone() -> None:
    product = update_product(product=make_product(), by=None, species="Hevea brasiliensis", private_label=True)
    assert product.approval == "APPROVED"


def test_weights_of_piece_and_carton_agree() -> None:
    variant = make_variant(net_weight_g=4000, gross_weight_g=4500)
    assert refused(lambda: update_variant(variant=variant, net_weight_g=4600)) == [("net_weight_g", "INVALID")]
    carton = {"units_per_carton": 6, "carton_gross_weight_g": 23_000}
    assert refused(lambda: update_variant(variant=variant, **carton)) == [("carton_gross_weight_g", "INVALID")]  # type: ignore[arg-type]  # as above
    update_variant(
        variant=variant,
        units_per_carton=6,
        carton_gross_weight_g=29_000,
        carton_length_mm=1200,
        carton_width_mm=800,
        carton_height_mm=600,
    )
    variant.refresh_from_db()
    assert (variant.units_per_carton, variant.carton_gross_weight_g, variant.carton_length_mm) == (6, 29_000, 1200)
    assert refused(lambda: update_variant(variant=variant, carton_width_mm=0)) == [("carton_width_mm", "INVALID")]


def test_an_old_contradiction_does_not_stand_in_the_way_of_another_change() -> None:
    variant = make_variant(net_weight_g=4000, gross_weight_g=4500)
    type(variant).objects.filter(pk=variant.pk).update(net_weight_g=9000)
    variant.refresh_from_db()
    assert update_variant(variant=variant, lead_time_days=20).lead_time_days == 20
