"""What one viewer is shown of a chain."""

from datetime import timedelta
from decimal import Decimal

import pytest

from catalog.traceability.epcis.rights.viewer import Viewer
from catalog.traceability.graph.containment import stays
from catalog.traceability.graph.occurrence import occurrences_of
from catalog.traceability.graph.trace import Direction, TraceGraph, trace_graph
from catalog.traceability.graph.trace_graph import NodeKind
from catalog.traceability.graph.window import LATEST
from catalog.traceability.identity.uris import seller_uri
from marketplace.sellers.models import Seller
from tests.factories.epcis_world import BEGIN, observed, packed, shipped, transformed, write
from tests.factories.sellers import make_seller

GTIN = "https://id.gs1.org/01/08930000000019"
LOGS, BOARDS, CHAIRS = "urn:uuid:logs", "urn:uuid:boards", f"{GTIN}/10/C1"
CARTON, PALLET = "https://id.gs1.org/00/089300000000000014", "https://id.gs1.org/00/089300000000000021"

pytestmark = pytest.mark.django_db


def things(graph: TraceGraph) -> set[str]:
    return {node.uri for node in graph.nodes if node.kind == NodeKind.THING}


def hidden(graph: TraceGraph) -> int:
    return sum(node.kind == NodeKind.HIDDEN for node in graph.nodes)


@pytest.fixture
def maker() -> Seller:
    return make_seller()


@pytest.fixture
def sawmill() -> Seller:
    return make_seller()


@pytest.fixture
def chain(maker: Seller, sawmill: Seller) -> None:
    """A sawmill's boards become a maker's chairs, which leave for a buyer on a pallet."""
    write(
        [
            transformed([(LOGS, 10, "MTQ")], [(BOARDS, 6, "MTQ")], hour=1, seller_id=sawmill.pk),
            shipped([(BOARDS, 6, "MTQ")], seller_uri(maker), hour=2, seller_id=sawmill.pk),
            transformed([(BOARDS, 5, "MTQ")], [(CHAIRS, 100)], hour=3, seller_id=maker.pk),
            packed(CARTON, [(CHAIRS, 4)], hour=4, seller_id=maker.pk),
            packed(PALLET, [CARTON], hour=5, seller_id=maker.pk),
            shipped([PALLET], "urn:uuid:buyer", hour=6, seller_id=maker.pk),
        ]
    )


@pytest.mark.usefixtures("chain")
def test_a_seller_sees_its_own_stages_and_that_there_are_others(maker: Seller) -> None:
    graph = trace_graph(CHAIRS, viewer=Viewer.of_sellers([maker.pk]))
    assert things(graph) == {CHAIRS, BOARDS, CARTON, PALLET}
    assert hidden(graph) == 1, "the sawmill's own making of the boards"
    assert "logs" not in repr(graph.nodes)
    layers = {node.key: node.layer for node in graph.nodes}
    assert layers[BOARDS] < layers[CHAIRS] < layers[CARTON] < layers[PALLET]
    chairs = next(node for node in graph.nodes if node.key == CHAIRS)
    assert (chairs.quantity, chairs.uom, chairs.is_class) == (Decimal(100), "", True)


@pytest.mark.usefixtures("chain")
def test_up_and_down_are_what_went_in_and_what_came_of_it(maker: Seller) -> None:
    assert things(trace_graph(CHAIRS, viewer=None, direction=Direction.UP)) == {CHAIRS, BOARDS, LOGS}
    assert things(trace_graph(CHAIRS, viewer=None, direction=Direction.DOWN)) == {CHAIRS, CARTON, PALLET}
    assert things(trace_graph(PALLET, viewer=None, direction=Direction.UP)) == {PALLET, CARTON, CHAIRS, BOARDS, LOGS}
    assert things(trace_graph(LOGS, viewer=None, direction=Direction.DOWN)) >= {BOARDS, CHAIRS, PALLET}


@pytest.mark.usefixtures("chain")
def test_the_public_and_strangers_see_no_chain() -> None:
    for viewer in (Viewer.public(), Viewer.of_sellers([make_seller().pk])):
        graph = trace_graph(CHAIRS, viewer=viewer)
        assert things(graph) == {CHAIRS}
        assert not any(node.steps for node in graph.nodes)
        assert hidden(graph) == 2, "before it and after it"


def test_behind_a_hidden_link_nothing_is_shown_even_if_it_is_public_elsewhere(maker: Seller, sawmill: Seller) -> None:
    write(
        [
            observed([(BOARDS, 6, "MTQ")], action="ADD", hour=1, seller_id=sawmill.pk, audience="PUBLIC"),
            transformed([(BOARDS, 5, "MTQ")], [(CHAIRS, 100)], hour=3, seller_id=maker.pk, audience="PUBLIC"),
        ]
    )
    graph = trace_graph(CHAIRS, viewer=Viewer.public())
    assert things(graph) == {CHAIRS}, "inputs are kept from the public"
    assert [node.kind for node in graph.nodes if node.steps and node.key != CHAIRS] == [NodeKind.PROCESS]
    assert hidden(graph) == 1


def test_a_reused_pallet_does_not_draw_in_its_next_load() -> None:
    reused = "https://id.gs1.org/8003/08930000000019P1"
    write(
        [
            packed(reused, ["urn:uuid:a"], hour=1),
            shipped([reused], "urn:uuid:first", hour=2),
            packed(reused, [], action="DELETE", hour=3),
            packed(reused, ["urn:uuid:b"], hour=4),
            packed("urn:uuid:truck", [reused], hour=5),
        ]
    )
    graph = trace_graph("urn:uuid:a", viewer=None)
    assert things(graph) == {"urn:uuid:a", reused}
    pallet = next(node for node in graph.nodes if node.key == reused)
    assert [uri for step in pallet.steps for _type, uri in step.destinations] == ["urn:uuid:first"]


def test_pieces_meet_their_lot_by_a_common_making_and_by_its_number() -> None:
    first, second, third = (f"{GTIN}/21/S{number}" for number in range(3))
    write(
        [
            transformed(["urn:uuid:boards"], [(CHAIRS, 3)], hour=1),
            observed([first, (CHAIRS, 3)], action="ADD", hour=2),
            observed([second], action="ADD", lot_number="C1", hour=2),
            observed([third], action="ADD", lot_number="C2", hour=2),
            observed([third, (CHAIRS, 1)], hour=3),
        ]
    )
    assert things(trace_graph(CHAIRS, viewer=None, direction=Direction.DOWN)) == {CHAIRS, first, second}
    assert things(trace_graph(second, viewer=None, direction=Direction.UP)) == {second, CHAIRS, "urn:uuid:boards"}
    assert CHAIRS not in things(trace_graph(third, viewer=None, direction=Direction.UP))


def test_a_kind_of_goods_is_named_and_not_followed() -> None:
    write(
        [
            transformed([(GTIN, 2, "LTR")], ["urn:uuid:a"], hour=1),
            transformed(["urn:uuid:mine"], [(GTIN, 9, "LTR")], hour=1),
        ]
    )
    assert things(trace_graph("urn:uuid:a", viewer=None)) == {"urn:uuid:a", GTIN}


def test_what_was_declared_an_error_does_not_count(maker: Seller, sawmill: Seller) -> None:
    wrong = transformed([BOARDS], [CHAIRS], hour=1, event_id="urn:uuid:e1", seller_id=maker.pk)
    write([wrong])
    alike = {"hour": 1, "event_id": "urn:uuid:e1", "is_error": True}
    write([transformed([BOARDS], [CHAIRS], **alike, seller_id=sawmill.pk)])
    assert things(trace_graph(CHAIRS, viewer=None)) == {CHAIRS, BOARDS}, "another's declaration undoes nothing"
    write([transformed([BOARDS], [CHAIRS], **alike, seller_id=maker.pk)])
    assert things(trace_graph(CHAIRS, viewer=None)) == {CHAIRS}


def test_so_many_pieces_of_a_lot_are_inside_until_as_many_are_out() -> None:
    write(
        [
            packed(CARTON, [(CHAIRS, 10)], hour=8),
            packed(CARTON, [(CHAIRS, 4)], action="DELETE", hour=9),
            packed(CARTON, [(CHAIRS, 6)], action="DELETE", hour=11),
            packed(CARTON, [(CHAIRS, 1)], hour=12),
        ]
    )
    rows = [row for row in occurrences_of([CHAIRS]) if row.type == "AggregationEvent"]
    first, second = stays(rows)
    assert (first.window.start, first.window.end) == (BEGIN + timedelta(hours=8), BEGIN + timedelta(hours=11))
    assert (second.window.start, second.window.end) == (BEGIN + timedelta(hours=12), LATEST)


def test_limits_say_that_there_is_more() -> None:
    write([transformed([f"urn:uuid:{number}"], [f"urn:uuid:{number + 1}"], hour=number) for number in range(6)])
    assert not trace_graph("urn:uuid:0", viewer=None).truncated
    assert trace_graph("urn:uuid:0", viewer=None, depth=3).truncated
    assert trace_graph("urn:uuid:0", viewer=None, limit=3).truncated
