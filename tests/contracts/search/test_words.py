import pytest
from django.utils import timezone

from catalog.search.autocomplete import autocomplete
from catalog.search.backends.base import backend
from catalog.search.further import did_you_mean, further_searches
from catalog.search.request import FACETS, SearchRequest
from tests.contracts.search.catalogue import Shelf, search

HOSTILE = [
    "", " ", "!!!", "\u200b", "a" * 5000, "ghế " * 500, "\\", '"', "name:*", "(((", "* OR *", "%_%", "🧵", "[* TO *]",
    "-ghế", "ghế~9", "^4", "`", "\u0300\u0301", "١٢٣", "..", "0", "９" * 60, "ー", "の", "은", "\t\n", "'", "’s", "'s",
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("ghe tua", "chair"),
        ("GHẾ ĐẨU", "stool"),
        ("ｃｈａｉｒ", "chair"),
        ("chairs", "chair"),
        ("dining tables", "table"),
        ("acacia stol", "stool"),
        ("GH-02", "stool"),
        ("gh02", "stool"),
        ("4006381333931", "vase"),
        ("6913.10", "vase"),
    ],
)
def test_words_and_codes(shelf: Shelf, text: str, first: str) -> None:
    assert shelf.names(search(text))[0] == first


def test_what_was_found_otherwise_than_typed_says_so(shelf: Shelf) -> None:
    assert search("chairs").as_typed
    assert not search("chiar").as_typed
    assert not search("no such thing").as_typed


@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
def test_hostile_text_is_only_text(shelf: Shelf, text: str) -> None:
    page = search(text, facets=FACETS)
    assert page.total <= 4
    request = SearchRequest(channel="vn", now=timezone.now(), text=text[:200])
    did_you_mean(request, page)
    further_searches(request, page)
    autocomplete(channel="vn", text=text, language="ja", now=timezone.now())


def test_misspelt_words_are_put_right_with_their_marks(shelf: Shelf) -> None:
    assert backend().correct("acacai chair", channel="vn", language="en") == "acacia chair"
    assert backend().correct("chair", channel="vn", language="en") is None
    assert backend().correct("xqzwv", channel="vn", language="en") is None
    request = SearchRequest(channel="vn", now=timezone.now(), text="acacai chair")
    assert did_you_mean(request, search("acacai chair")) == "acacia chair"
    assert did_you_mean(request, search("acacia chair")) is None or search("acacia chair").total < 3


def test_completions_lead_somewhere(shelf: Shelf) -> None:
    found = autocomplete(channel="vn", text="chai", language="en", now=timezone.now())
    assert [each.name for each in found.categories] == ["Chairs"]
    assert found.categories[0].count == 2
    assert "Acacia chair" in [each.name for each in found.products]
    makers = autocomplete(channel="vn", text="goms", language="vi", now=timezone.now()).sellers
    assert makers == ()
    makers = autocomplete(channel="vn", text="gom vi", language="vi", now=timezone.now()).sellers
    assert [(each.name, each.count) for each in makers] == [("Gốm Ví Dụ", 1)]
