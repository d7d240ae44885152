"""The words of facets: read together, kept for a while, a language and a currency each with their own."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from catalog.graphql import kept_labels
from catalog.graphql.kept_labels import forget_labels, words_of
from catalog.models import Category
from catalog.search.request import Facet, FacetValue
from i18n.translate import set_translation
from marketplace.channels.models import Channel
from tests.factories.catalog import make_category
from tests.factories.channels import make_channel

pytestmark = pytest.mark.django_db


def _facet(*categories: Category) -> Facet:
    return Facet("category", tuple(FacetValue(str(one.pk), 3) for one in categories))


def _labels(facet: Facet, channel: Channel, language: str = "en") -> list[str | None]:
    found = words_of([facet], channel=channel, language=language)[facet.name].of_values
    return [words["label"] if (words := found[value.value]) else None for value in facet.values]


@pytest.fixture
def eu() -> Channel:
    return make_channel("eu", currency_code="EUR")


def test_what_is_kept_is_not_read_again(eu: Channel) -> None:
    tables, chairs = make_category(name="Tables"), make_category(name="Chairs")
    assert _labels(_facet(tables), eu) == ["Tables"]
    Category.objects.filter(pk=tables.pk).update(name="Desks")
    with CaptureQueriesContext(connection) as statements:
        assert _labels(_facet(tables), eu) == ["Tables"]
    assert len(statements) == 0
    assert _labels(_facet(chairs, tables), eu) == ["Chairs", "Tables"]
    forget_labels()
    assert _labels(_facet(tables), eu) == ["Desks"]


def test_nothing_is_kept_for_ever(eu: Channel, monkeypatch: pytest.MonkeyPatch) -> None:
    tables = make_category(name="Tables")
    assert _labels(_facet(tables), eu) == ["Tables"]
    Category.objects.filter(pk=tables.pk).update(name="Desks")
    monkeypatch.setattr(kept_labels, "LIFETIME", 0)
    assert _labels(_facet(tables), eu) == ["Desks"]


def test_every_language_and_currency_has_its_own(eu: Channel) -> None:
    tables, vn = make_category(name="Tables"), make_channel("vn", currency_code="VND")
    set_translation(subject="catalog.Category", object_id=tables.pk, language="vi", texts={"name": "Bàn"})
    assert [_labels(_facet(tables), eu, language) for language in ("en", "vi", "en")] == [
        ["Tables"],
        ["Bàn"],
        ["Tables"],
    ]
    price = Facet("price", (FacetValue("10..20", 1),))
    in_euro, in_dong = (_labels(price, channel)[0] or "" for channel in (eu, vn))
    assert "€" in in_euro
    assert "₫" in in_dong


def test_what_is_gone_has_no_words(eu: Channel) -> None:
    tables = make_category()
    gone = Facet("category", (FacetValue(str(tables.pk + 1000), 1), FacetValue(str(tables.pk), 1)))
    assert _labels(gone, eu) == [None, tables.name]
    unknown = Facet("attribute:gone", (FacetValue("red", 1),))
    assert words_of([unknown], channel=eu, language="en")["attribute:gone"].name is None
