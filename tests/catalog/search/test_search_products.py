import threading
from datetime import timedelta
from decimal import Decimal
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.utils import timezone

from catalog.events import ProductChanged, ProductsChanged, StockChanged
from catalog.models import Product, ProductApproval, Stock
from catalog.products.publish import publish_product, unpublish_product
from catalog.products.translate import translate_product
from catalog.products.update import delete_product
from catalog.search import reactions
from catalog.search.backends.base import SearchUnavailable, backend
from catalog.search.backends.tantivy.writer_lock import writing
from catalog.search.document import build_documents
from catalog.search.facet_ranges import round_bounds
from catalog.search.index_products import index_products, rebuild_index, remove_products
from catalog.search.reactions import reindex_product, reindex_products, reindex_seller, reindex_stock
from catalog.search.request import FACETS, SearchPage, SearchRequest, Sort
from catalog.search.search_products import search_products
from catalog.search.suggest import suggest
from i18n.translate import set_translation
from marketplace.sellers.events import SellerSuspended
from marketplace.sellers.seller import SellerStatus
from tests.factories.catalog import make_category, make_product, make_sellable_variant
from tests.factories.channels import make_channel
from tests.factories.sellers import make_seller

pytestmark = pytest.mark.django_db


def _search(text: str = "", **more: Any) -> SearchPage:
    return search_products(SearchRequest(**{"channel": "vn", "now": timezone.now(), "text": text, **more}))


def _product(name: str = "Ghế gỗ", price: int = 100_000, stock: int = 5, **fields: Any) -> Product:
    return make_sellable_variant(price=price, stock=stock, product=make_product(name=name, **fields)).product


def test_filters_narrow_and_facets_count_what_another_choice_would_give() -> None:
    furniture = make_category()
    chairs = make_category(parent=furniture)
    potter = make_seller(craft="ceramics")
    chair = _product("Ghế gỗ", 150_000, category=chairs)
    table = _product("Bàn gỗ", 1_500_000, category=furniture, stock=0)
    vase = _product("Bình gỗ", 400_000, seller=potter, hs_code="691310")
    rebuild_index()

    def ids(**filters: Any) -> set[int]:
        return set(_search("gỗ", **filters).ids)

    assert ids() == {chair.pk, table.pk, vase.pk}
    assert ids(categories=[furniture.pk]) == {chair.pk, table.pk}
    assert ids(categories=[chairs.pk]) == {chair.pk}
    assert ids(sellers=[potter.pk]) == ids(crafts=["ceramics"]) == ids(hs_codes=["6913"]) == {vase.pk}
    assert ids(in_stock=True) == {chair.pk, vase.pk}
    assert ids(in_stock=False) == {table.pk}
    assert ids(price_gte=Decimal(150_000), price_lte=Decimal(400_000)) == {chair.pk, vase.pk}
    assert ids(price_lte=Decimal("149999.9999")) == set()
    assert ids(product_ids=[vase.pk]) == {vase.pk}
    assert ids(product_ids=[]) == set()
    assert ids(channel="eu") == set()

    facets = {
        f.name: {v.value: v.count for v in f.values} for f in _search("gỗ", crafts=["ceramics"], facets=FACETS).facets
    }
    assert facets["craft"] == {"furniture": 2, "ceramics": 1}
    assert facets["seller"] == {str(potter.pk): 1}
    assert facets["category"] == {}
    everything = {f.name: {v.value: v.count for v in f.values} for f in _search(facets=FACETS).facets}
    assert everything["category"] == {str(furniture.pk): 2, str(chairs.pk): 1}
    assert everything["price"] == {"..200000": 1, "200000..500000": 1, "1000000..": 1}


def test_orders() -> None:
    first = _product("Bàn gỗ", 300)
    second = _product("Án gỗ", 200)
    third = _product("Cái gỗ", 100)
    rebuild_index()
    assert _search("gỗ", sort=Sort.PRICE).ids == [third.pk, second.pk, first.pk]
    assert _search("gỗ", sort=Sort.PRICE, descending=True).ids == [first.pk, second.pk, third.pk]
    assert _search("gỗ", sort=Sort.CREATED).ids == [first.pk, second.pk, third.pk]
    assert _search("gỗ", sort=Sort.NAME, language="vi").ids == [second.pk, first.pk, third.pk]
    assert _search("gỗ", sort=Sort.PRICE, after=_search("gỗ", sort=Sort.PRICE, limit=1).hits[0].place, limit=1).ids == [
        second.pk
    ]
    assert _search("gỗ", limit=0).total == 3


def test_what_was_hidden_a_moment_ago_is_never_shown() -> None:
    shown, hidden, suspended = _product(), _product(), _product()
    rebuild_index()
    unpublish_product(product=hidden, channel=make_channel("vn"))
    suspended.seller.status = SellerStatus.SUSPENDED
    suspended.seller.save()
    assert _search("ghế").ids == [shown.pk]


def test_reactions_bring_the_index_in_step_and_may_repeat() -> None:
    rebuild_index()
    product = _product()
    assert _search("ghế").ids == []
    for _ in range(2):
        reindex_product(ProductChanged(product_id=product.pk))
    assert (_search("ghế").ids, _search("ghế").total) == ([product.pk], 1)

    stock = Stock.objects.get()
    stock.quantity = 0
    stock.save()
    reindex_stock(StockChanged(variant_id=stock.variant_id))
    assert _search("ghế", in_stock=False).total == 1

    product.seller.status = SellerStatus.SUSPENDED
    product.seller.save()
    reindex_seller(SellerSuspended(seller_id=product.seller_id))
    assert _search("ghế").total == 0
    product.seller.status = SellerStatus.APPROVED
    product.seller.save()
    reindex_products(ProductsChanged(product_ids=[product.pk, 10**9]))
    assert _search("ghế").total == 1
    delete_product(product=product)
    reindex_product(ProductChanged(product_id=product.pk))
    reindex_stock(StockChanged(variant_id=10**9))
    assert _search("ghế").total == 0


def test_an_event_that_came_too_late_costs_no_commit(monkeypatch: pytest.MonkeyPatch) -> None:
    product, draft = _product(), make_product(approval=ProductApproval.DRAFT)
    rebuild_index()
    refreshed: list[list[int]] = []
    monkeypatch.setattr(reactions, "index_products", lambda ids: refreshed.append(list(ids)))
    reindex_product(ProductChanged(product_id=product.pk))
    reindex_product(ProductChanged(product_id=draft.pk))
    reindex_products(ProductsChanged(product_ids=[product.pk, draft.pk]))
    assert refreshed == []
    translate_product(product=product, language="en", texts={"name": "Chair"})
    reindex_product(ProductChanged(product_id=product.pk))
    unpublish_product(product=product, channel=make_channel("vn"))
    reindex_product(ProductChanged(product_id=product.pk))
    assert refreshed == [[product.pk], [product.pk]]


def test_removing_is_independent_of_the_database() -> None:
    product = _product()
    rebuild_index()
    remove_products([product.pk])
    assert _search("ghế").total == 0
    index_products([product.pk])
    assert _search("ghế").total == 1


def test_a_publication_in_the_future_appears_by_itself() -> None:
    product = _product()
    tomorrow = timezone.now() + timedelta(days=1)
    publish_product(product=product, channel=make_channel("vn"), published_at=tomorrow)
    rebuild_index()
    assert _search("ghế").total == 0
    assert _search("ghế", now=tomorrow + timedelta(seconds=1)).ids == [product.pk]


def test_without_an_index_names_are_matched_in_the_database() -> None:
    furniture = make_category()
    product = _product("Ghế gỗ", category=make_category(parent=furniture))
    _product("Bàn")
    set_translation(subject="catalog.Product", object_id=product.pk, language="en", texts={"name": "Wooden chair"})
    for text in ("Ghế", "wooden CHAIR"):
        page = _search(text, categories=[furniture.pk])
        assert (page.ids, page.total, page.degraded) == ([product.pk], 1, True)


def test_a_damaged_index_degrades_too(index_folder: Path) -> None:
    product = _product()
    rebuild_index()
    for file in index_folder.glob("index-*/meta.json"):
        file.write_text("{")
    page = _search("Ghế")
    assert (page.ids, page.degraded) == ([product.pk], True)
    rebuild_index()
    assert not _search("Ghế").degraded


def test_the_first_change_without_an_index_builds_it_whole() -> None:
    first, second = _product(), _product()
    index_products([second.pk])
    assert set(_search("ghế").ids) == {first.pk, second.pk}


def test_a_rebuild_replaces_and_leaves_no_rubbish(index_folder: Path) -> None:
    product = _product()
    for _ in range(4):
        assert rebuild_index() == 1
    assert len(list(index_folder.glob("index-*"))) == 2
    assert _search("ghế").ids == [product.pk]


def test_searches_go_on_while_another_writes(index_folder: Path) -> None:
    product = _product()
    rebuild_index()
    with writing(index_folder):
        assert _search("ghế").ids == [product.pk]


def test_a_second_writer_waits_and_then_gives_up(index_folder: Path) -> None:
    order: list[str] = []

    def wait_for_it() -> None:
        with writing(index_folder):
            order.append("second")

    with writing(index_folder):
        with pytest.raises(SearchUnavailable), writing(index_folder, wait=0.05):
            pass
        other = threading.Thread(target=wait_for_it)
        other.start()
        order.append("first")
    other.join(5)
    assert order == ["first", "second"]


def test_documents_cost_the_same_queries_for_any_number(django_assert_num_queries: Any) -> None:
    ids = [_product(category=make_category()).pk for _ in range(6)]
    with django_assert_num_queries(17) as few:
        assert len(build_documents(ids[:2])) == 2
    with django_assert_num_queries(len(few)):
        assert len(build_documents(ids)) == 6


def test_suggestions_are_names_in_the_buyers_language() -> None:
    category = make_category(name="Chairs")
    product = _product("Ghế gỗ sồi", category=category)
    set_translation(subject="catalog.Product", object_id=product.pk, language="en", texts={"name": "Oak chair"})
    rebuild_index()
    now = timezone.now()
    assert suggest(channel="vn", prefix="cha", language="en", now=now) == ["Chairs", "Oak chair"]
    assert suggest(channel="vn", prefix="ghe", language="vi", now=now) == ["Ghế gỗ sồi"]
    assert suggest(channel="vn", prefix="c", language="en", now=now) == []
    assert suggest(channel="eu", prefix="cha", language="en", now=now) == []


def test_the_command_rebuilds_with_progress() -> None:
    _product()
    out = StringIO()
    call_command("rebuild_index", stdout=out)
    assert "1 of 1 approved products read" in out.getvalue()
    assert "The search index has 1 products." in out.getvalue()


@pytest.mark.parametrize(
    ("low", "high", "bounds"), [(5, 5, []), (9, 101, [10, 20, 50, 100]), (1, 10**9, [2, 1000, 1000000, 500000000])]
)
def test_price_ranges_have_round_bounds(low: int, high: int, bounds: list[int]) -> None:
    assert round_bounds(Decimal(low), Decimal(high)) == bounds


def test_an_unknown_engine_is_said_so(settings: Any) -> None:
    settings.SEARCH_BACKEND = "solr"
    with pytest.raises(LookupError, match="solr"):
        backend()
