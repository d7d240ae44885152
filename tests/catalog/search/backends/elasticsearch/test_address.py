import pytest

from catalog.search.backends.elasticsearch.address import parse
from catalog.search.backends.elasticsearch.node import ElasticsearchNode, OpenSearchNode
from marketplace.environment import read


@pytest.mark.parametrize(
    ("url", "server", "node", "user"),
    [
        ("http://127.0.0.1:9200", "http://127.0.0.1:9200", ElasticsearchNode, None),
        ("https://search.example", "https://search.example:443", ElasticsearchNode, None),
        ("http://search.example", "http://search.example:9200", ElasticsearchNode, None),
        ("opensearch+http://[::1]:59200/", "http://[::1]:59200", OpenSearchNode, None),
        ("opensearch+https://a%40b:p%3A%2F@search.example/shop", "https://search.example:443/shop", OpenSearchNode,
         ("a@b", "p:/")),
    ],
)  # fmt: skip
def test_the_address_says_server_kind_and_user(url: str, server: str, node: type, user: tuple[str, str] | None) -> None:
    address = parse(url)
    assert (address.url, address.node_class, address.user) == (server, node, user)
    assert (address.index, address.patience, address.at_once) == ("marketplace-products", 2.0, False)


def test_the_password_is_in_no_description_of_the_address() -> None:
    address = parse("https://shop:s3cret@search.example")
    assert "s3cret" not in repr(address) + address.url


def test_index_and_patience_may_be_said() -> None:
    address = parse("http://search.example?index=shop-2&patience=0.5&at_once=yes")
    assert (address.index, address.patience, address.at_once) == ("shop-2", 0.5, True)


@pytest.mark.parametrize(
    "url",
    ["", "ftp://search.example", "http://", "http://search.example?index=UP", "http://search.example?index=../x",
     "http://search.example?patience=0", "http://search.example?patience=1e9"],
)  # fmt: skip
def test_nonsense_is_refused(url: str) -> None:
    with pytest.raises(ValueError, match="SEARCH_URL"):
        parse(url)


def test_the_environment_refuses_another_kind_of_server() -> None:
    stated = {"MARKETPLACE_MODE": "testing", "SEARCH_URL": "solr://search.example"}
    with pytest.raises(ValueError, match="SEARCH_URL must begin with"):
        read(stated)
    assert read({**stated, "SEARCH_URL": "opensearch+http://127.0.0.1:9200"}).search_url is not None
    assert read({"MARKETPLACE_MODE": "testing", "SEARCH_URL": ""}).search_url is None
