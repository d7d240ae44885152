"""What goes over the wire, as a peer on loopback reads it."""

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import ClassVar

import pytest
from elasticsearch import UnsupportedProductError

from catalog.search.backends.elasticsearch.address import parse
from catalog.search.backends.elasticsearch.client import connect


class Peer(BaseHTTPRequestHandler):
    """Answers like a server without the product header, and remembers what it was asked with."""

    asked: ClassVar[list[tuple[str | None, str | None, str | None]]] = []
    names_itself = False

    def do_POST(self) -> None:
        self.asked.append((self.headers["Accept"], self.headers["Content-Type"], self.headers["Authorization"]))
        self.rfile.read(int(self.headers["Content-Length"] or 0))
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        if self.names_itself:
            self.send_header("X-Elastic-Product", "Elasticsearch")
        self.send_header("Content-Length", "2")
        self.end_headers()
        self.wfile.write(b"{}")

    def do_PUT(self) -> None:
        self.do_POST()

    def log_message(self, *_arguments: object) -> None:
        """Nothing is printed."""


@pytest.fixture
def peer() -> Iterator[int]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Peer)
    Thread(target=server.serve_forever, daemon=True).start()
    Peer.asked.clear()
    yield server.server_port
    server.shutdown()
    server.server_close()
    Peer.names_itself = False


def test_opensearch_is_asked_in_plain_json_and_needs_no_product_header(peer: int) -> None:
    client = connect(parse(f"opensearch+http://shop:pa%20ss@127.0.0.1:{peer}"))
    assert client.search(index="x", query={"match_all": {}}).body == {}
    assert client.bulk(operations=[{"delete": {"_index": "x", "_id": "1"}}]).body == {}
    basic = "Basic c2hvcDpwYSBzcw=="
    assert Peer.asked == [
        ("application/json", "application/json", basic),
        ("application/json", "application/x-ndjson", basic),
    ]


def test_elasticsearch_is_asked_in_the_format_that_8_and_9_understand(peer: int) -> None:
    Peer.names_itself = True
    connect(parse(f"http://127.0.0.1:{peer}")).search(index="x", query={"match_all": {}})
    ((accept, content, user),) = Peer.asked
    assert accept == content == "application/vnd.elasticsearch+json; compatible-with=8"
    assert user is None


def test_an_unnamed_server_is_not_taken_for_elasticsearch(peer: int) -> None:
    with pytest.raises(UnsupportedProductError):
        connect(parse(f"http://127.0.0.1:{peer}")).search(index="x", query={"match_all": {}})
