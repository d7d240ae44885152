"""What the server keeps of writes that arrive in another order, of rebuilds, and of each other."""

import threading
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from typing import Any

import pytest

from catalog.search.backends.base import SearchUnavailable
from catalog.search.backends.elasticsearch import indices
from catalog.search.backends.elasticsearch.backend import ElasticsearchBackend
from catalog.search.backends.elasticsearch.shape import fingerprint, made_of, missing_plugins
from catalog.search.document import ProductDocument
from catalog.search.request import FACETS
from tests.catalog.search.backends.elasticsearch.documents import asking, document
from tests.contracts.search.server import server_engine

pytestmark = [pytest.mark.services, pytest.mark.django_db]


@pytest.fixture
def engine() -> Iterator[ElasticsearchBackend]:
    with server_engine("backend") as made:
        made.rebuild([[document(1), document(2)]])
        yield made


def test_what_was_read_earlier_never_overwrites_what_was_read_later(engine: ElasticsearchBackend) -> None:
    def slow(ids: Sequence[int]) -> list[ProductDocument]:
        """Another process reads and writes a newer state while this one is still busy with the old."""
        engine.refresh(ids, lambda _ids: [document(1, version=3), document(2, version=3)])
        return [document(1, version=2)]

    engine.refresh([1, 2], slow)
    assert engine.versions([1, 2, 3]) == {1: 3, 2: 3}


def test_what_was_deleted_later_does_not_come_back(engine: ElasticsearchBackend) -> None:
    def slow(ids: Sequence[int]) -> list[ProductDocument]:
        engine.refresh(ids, lambda _ids: [])
        return [document(1, version=2)]

    engine.refresh([1], slow)
    assert engine.versions([1, 2]) == {2: 1}


def test_deleting_what_is_not_there_is_as_good_as_done(engine: ElasticsearchBackend) -> None:
    engine.refresh([77], lambda _ids: [])
    assert engine.search(asking()).total == 2


def test_a_document_that_the_server_refuses_fails_the_whole_write_and_is_named(engine: ElasticsearchBackend) -> None:
    too_large = document(3, moq=2**40)
    with pytest.raises(SearchUnavailable, match=r"1 products were not indexed, the first because .*moq"):
        engine.refresh([3, 4], lambda _ids: [too_large, document(4)])
    assert engine.versions([3, 4]) == {4: 1}


def test_changes_during_a_rebuild_reach_both_indices_and_are_kept(engine: ElasticsearchBackend) -> None:
    def batches() -> Iterator[list[ProductDocument]]:
        yield [document(1, {"en": "Ash chair"})]
        engine.refresh([1], lambda _ids: [document(1, {"en": "Elm chair"}, version=2)])
        engine.refresh([2], lambda _ids: [])
        assert engine.search(asking("elm")).ids == [1]
        yield [document(2), document(5)]
        engine.refresh([9], lambda _ids: [document(9)])

    assert engine.rebuild(batches()) == 3
    assert engine.search(asking("elm")).ids == [1]
    assert engine.search(asking("ash")).total == 0
    assert sorted(engine.versions(range(1, 12))) == [1, 5, 9]


def test_searches_go_on_while_an_index_takes_the_place_of_another(engine: ElasticsearchBackend) -> None:
    stop = threading.Event()

    def ask() -> list[int]:
        totals = []
        while not stop.is_set():
            totals.append(engine.search(asking("chair")).total)
        return totals

    with ThreadPoolExecutor() as pool:
        asked = pool.submit(ask)
        for count in (3, 4, 5, 6):
            engine.rebuild([[document(each) for each in range(1, count + 1)]])
        stop.set()
        totals = asked.result(30)
    assert {2, 6} <= {*totals, 6} <= {2, 3, 4, 5, 6}
    assert all(before <= after for before, after in pairwise(totals)), totals


def test_only_one_rebuild_at_a_time_and_a_dead_one_is_thrown_away(
    engine: ElasticsearchBackend, monkeypatch: pytest.MonkeyPatch
) -> None:
    def batches() -> Iterator[list[ProductDocument]]:
        yield [document(1)]
        with pytest.raises(SearchUnavailable, match="is being built"):
            engine.rebuild([[document(7)]])
        monkeypatch.setattr(indices, "ABANDONED_AFTER", -1.0)
        assert engine.rebuild([[document(8)]]) == 1
        yield [document(2)]

    with pytest.raises(SearchUnavailable):
        engine.rebuild(batches())
    assert engine.search(asking()).ids == [8]


def test_a_rebuild_that_fails_leaves_the_old_index_and_nothing_else(engine: ElasticsearchBackend) -> None:
    def batches() -> Iterator[list[ProductDocument]]:
        yield [document(6)]
        raise RuntimeError("the database went away")

    with pytest.raises(RuntimeError):
        engine.rebuild(batches())
    assert sorted(engine.search(asking()).ids) == [1, 2]
    assert engine.rebuild([[document(3)]]) == 1


def test_another_version_of_the_program_has_an_index_of_its_own(engine: ElasticsearchBackend) -> None:
    other = indices.Names(engine._names.prefix, "0123456789ab")
    index = indices.begin(engine._patient, other, **made_of())
    indices.switch(engine._patient, other, index)
    assert engine.rebuild([[document(3)]]) == 1
    assert indices.searched(engine._client, other) == index
    assert engine.search(asking()).ids == [3]


def test_the_server_has_every_dictionary(engine: ElasticsearchBackend) -> None:
    assert missing_plugins(engine._patient) == set()


def test_without_the_plugins_pairs_of_characters_stand_in() -> None:
    made = made_of({"kuromoji_tokenizer", "nori_tokenizer", "smartcn_tokenizer", "icu_folding"})
    with server_engine("plain") as engine:
        index = indices.begin(engine._patient, engine._names, **made)
        indices.switch(engine._patient, engine._names, index)
        engine.refresh([1], lambda _ids: [document(1, {"ja": "オーク材のテーブル", "vi": "Bàn gỗ sồi"})])
        assert engine.search(asking("テーブル", language="ja")).ids == [1]
        assert engine.search(asking("ban go", language="vi")).ids == [1]
    assert fingerprint() == fingerprint()


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("橡木六人餐桌", "zh-Hans", "六人橡木餐桌"),
        ("織る", "ja", "手で織った布"),
        ("磨く", "ja", "磨いたグラス"),
        ("만들다", "ko", "손으로 만들었다"),
        ("lacquering", "en", "Lacquered tray"),
        ("polish stone", "en", "Polished stone"),
    ],
)
def test_the_servers_dictionaries_find_words_in_another_order_and_form(text: str, language: str, name: str) -> None:
    with server_engine("dictionary") as engine:
        engine.rebuild([[document(1, {language: name}), document(2, {"vi": "Đèn lồng", "en": "Silk lantern"})]])
        page = engine.search(asking(text, language=language))
        assert (page.ids, page.as_typed) == ([1], False)


def test_a_channel_nobody_sells_in_yet_is_empty(engine: ElasticsearchBackend) -> None:
    page = engine.search(asking(channel="mars", facets=FACETS))
    assert (page.total, {value for facet in page.facets for value in facet.values}) == (0, set())


def test_a_change_can_be_found_within_two_seconds() -> None:
    with server_engine("soon") as made:
        engine = ElasticsearchBackend(made._client, made._names.prefix)
        engine.rebuild([[document(1)]])
        began = time.monotonic()
        engine.refresh([2], lambda _ids: [document(2)])
        while engine.search(asking()).total < 2:
            assert time.monotonic() - began < 20
            time.sleep(0.05)
    took: Any = time.monotonic() - began
    assert took < 4, f"{took:.1f} s on a machine that does everything at once; one second alone"
