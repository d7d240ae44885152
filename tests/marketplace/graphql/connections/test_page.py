import pytest

from marketplace.graphql import BadCursor, BadPagination, Page, Window, page_window
from marketplace.graphql.connections.cursor import encode
from marketplace.graphql.connections.page import page_of_list
from marketplace.graphql.connections.window import read_slice
from tests.marketplace.graphql.shop import ask


def at(position: object) -> str:
    return encode(["at", position])


def test_windows() -> None:
    assert page_window() == Window(0, 20)
    assert page_window(first=5, after=at(9)) == Window(10, 5)
    assert page_window(first=5, after=at(9), before=at(12)) == Window(10, 2)
    assert page_window(last=5, before=at(12)) == Window(7, 5)
    assert page_window(last=5, before=at(3)) == Window(0, 3)
    assert page_window(last=5, before=at(3), after=at(8)) == Window(9, 0)


@pytest.mark.parametrize("position", [-1, 2**31, "1", None, True, 1.5])
def test_positions_are_positions(position: object) -> None:
    with pytest.raises(BadCursor):
        page_window(first=1, after=at(position))


def test_the_end_and_the_far_are_refused() -> None:
    with pytest.raises(BadPagination):
        page_window(last=5)
    with pytest.raises(BadPagination):
        page_window(first=5, after=at(10_000))


def test_search_results_page_through_the_api() -> None:
    document = """query($after: String) { ranked(first: 20, after: $after) {
      totalCount facets edges { node { id } } pageInfo { hasNextPage endCursor } } }"""
    seen, after, more = [], None, True
    while more:
        found = ask(document, {"after": after}).data["ranked"]
        assert (found["totalCount"], found["facets"]) == (50, ["clay"])
        seen += [edge["node"]["id"] for edge in found["edges"]]
        after, more = found["pageInfo"]["endCursor"], found["pageInfo"]["hasNextPage"]
    assert len(set(seen)) == 50


def test_lists_are_cut_from_both_ends() -> None:
    letters = list("abcdef")
    assert page_of_list(letters, read_slice(first=2)).nodes == ["a", "b"]
    last = page_of_list(letters, read_slice(last=2))
    assert last.nodes == ["e", "f"]
    assert last.page_info["has_previous_page"] is True
    assert last.page_info["has_next_page"] is False
    assert page_of_list(letters, read_slice(last=2, before=last.page_info["start_cursor"])).nodes == ["c", "d"]
    assert page_of_list(letters, read_slice(first=2, after=at(99))).nodes == []
    assert page_of_list([], read_slice()).page_info["end_cursor"] is None


def test_without_a_total_the_page_says_what_it_was_told() -> None:
    assert Page(["a"], has_next=True).page_info["has_next_page"] is True
    assert Page(["a"]).page_info["has_next_page"] is False
    with pytest.raises(AttributeError):
        _ = Page([]).facets
