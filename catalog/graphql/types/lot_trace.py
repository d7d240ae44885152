"""The chain of a lot in the API."""

from dataclasses import dataclass
from typing import Any

from catalog.graphql.types.lot import Lot
from catalog.graphql.types.trace_step import KIND_WORDS
from catalog.traceability.epcis.vocabulary import bare
from catalog.traceability.graph import named, seen, trace_graph
from catalog.traceability.graph.link import LinkKind
from i18n.messages import gettext
from i18n.messages import gettext_noop as _
from marketplace.graphql import (
    ANYONE,
    Boolean,
    DateTime,
    Decimal,
    Enum,
    Field,
    Int,
    List,
    NonNull,
    ObjectType,
    String,
    batch,
)

TraceDirection = Enum.from_enum(
    trace_graph.Direction, name="TraceDirection", description="UP: what it was made of. DOWN: what became of it."
)
TraceNodeKind = Enum.from_enum(
    trace_graph.NodeKind, name="TraceNodeKind", description="HIDDEN is a stage that is there and not shown to you."
)
TraceEdgeKind = Enum.from_enum(LinkKind, name="TraceEdgeKind", description="What joins two things of a chain.")
STEP_WORDS = {
    "growing": KIND_WORDS["GROWING"],
    "commissioning": KIND_WORDS["COMMISSIONING"],
    "receiving": KIND_WORDS["RECEIVING"],
    "creating_class_instance": KIND_WORDS["TRANSFORMING"],
    "assembling": KIND_WORDS["ASSEMBLING"],
    "inspecting": KIND_WORDS["INSPECTING"],
    "packing": KIND_WORDS["PACKING"],
    "storing": KIND_WORDS["STORING"],
    "shipping": KIND_WORDS["SHIPPING"],
    "departing": KIND_WORDS["DEPARTING"],
    "retail_selling": KIND_WORDS["RETAIL_SELLING"],
    "arriving": _("Arrival"),
    "accepting": _("Acceptance"),
    "loading": _("Loading"),
    "unloading": _("Unloading"),
    "unpacking": _("Unpacking"),
    "transporting": _("Transport"),
    "destroying": _("Destruction"),
    "decommissioning": _("Taken out of use"),
    "holding": _("Held back"),
    "renaming": _("Given another number"),
}
_EVENTS = {
    "TransformationEvent": KIND_WORDS["TRANSFORMING"],
    "AggregationEvent": KIND_WORDS["PACKING"],
    "AssociationEvent": KIND_WORDS["ASSEMBLING"],
}
_OTHER = _("Another stage")


@dataclass(frozen=True, slots=True)
class StepView:
    seen: seen.Seen
    words: named.Words


@dataclass(frozen=True, slots=True)
class NodeView:
    node: trace_graph.TraceNode
    words: named.Words
    start: str


@dataclass(frozen=True, slots=True)
class TraceView:
    graph: trace_graph.TraceGraph
    words: named.Words


class LotTraceStep(ObjectType):
    """What happened to a thing of the chain, as far as it is shown to you."""

    class Meta:
        access = ANYONE

    event_id = Field(String, required=True)
    name = Field(String, required=True, description="What was done, in the language of the request.")
    biz_step = Field(String, description="The word of the Core Business Vocabulary, or another's URI.")
    occurred_at = Field(DateTime, required=True)
    seller_name = Field(String, description="Who says so; null for the marketplace itself.")
    place_name = Field(String, description="Null where the place is not known or not shown to you.")
    latitude = Field(Decimal)
    longitude = Field(Decimal)
    receivers = Field(List(NonNull(String)), required=True, description="Names of those it was sent to, if known.")

    @staticmethod
    @batch
    def resolve_event_id(steps: list[StepView], info: Any) -> list[str]:
        return [step.seen.event_id for step in steps]

    @staticmethod
    @batch
    def resolve_name(steps: list[StepView], info: Any) -> list[str]:
        return [gettext(info.context.language, _word(step.seen)) for step in steps]

    @staticmethod
    @batch
    def resolve_biz_step(steps: list[StepView], info: Any) -> list[str | None]:
        return [bare(step.seen.biz_step) or None for step in steps]

    @staticmethod
    @batch
    def resolve_occurred_at(steps: list[StepView], info: Any) -> list[Any]:
        return [step.seen.time for step in steps]

    @staticmethod
    @batch
    def resolve_seller_name(steps: list[StepView], info: Any) -> list[str | None]:
        return [
            step.words.sellers[step.seen.seller_id].name if step.seen.seller_id in step.words.sellers else None
            for step in steps
        ]

    @staticmethod
    @batch
    def resolve_place_name(steps: list[StepView], info: Any) -> list[str | None]:
        return [place.name if (place := _place(step)) else None for step in steps]

    @staticmethod
    @batch
    def resolve_latitude(steps: list[StepView], info: Any) -> list[Any]:
        return [place.latitude if (place := _place(step)) else None for step in steps]

    @staticmethod
    @batch
    def resolve_longitude(steps: list[StepView], info: Any) -> list[Any]:
        return [place.longitude if (place := _place(step)) else None for step in steps]

    @staticmethod
    @batch
    def resolve_receivers(steps: list[StepView], info: Any) -> list[list[str]]:
        return [
            sorted({step.words.parties[uri] for _type, uri in step.seen.destinations if uri in step.words.parties})
            for step in steps
        ]


class LotTraceNode(ObjectType):
    """A thing, a process, or a stage that is not shown."""

    class Meta:
        access = ANYONE

    key = Field(String, required=True, description="Names it within this answer.")
    kind = Field(TraceNodeKind, required=True)
    is_start = Field(Boolean, required=True)
    is_class = Field(Boolean, required=True, description="A lot or kind, and no single piece or package.")
    uri = Field(String, description="Of a thing.")
    name = Field(String, description="The lot's number, a material's name, or a short form of the URI.")
    what = Field(String, description="The product of a lot, or the name of a process.")
    lot = Field(Lot, description="Where it is a lot of this marketplace.")
    layer = Field(Int, required=True, description="Farther downstream is greater.")
    quantity = Field(Decimal, description="Made of it.")
    unit = Field(String, description="UN/ECE Recommendation 20; empty for pieces.")
    steps = Field(List(NonNull(LotTraceStep)), required=True, description="Oldest first.")

    @staticmethod
    @batch
    def resolve_key(nodes: list[NodeView], info: Any) -> list[str]:
        return [view.node.key for view in nodes]

    @staticmethod
    @batch
    def resolve_kind(nodes: list[NodeView], info: Any) -> list[str]:
        return [view.node.kind for view in nodes]

    @staticmethod
    @batch
    def resolve_is_start(nodes: list[NodeView], info: Any) -> list[bool]:
        return [view.node.key == view.start for view in nodes]

    @staticmethod
    @batch
    def resolve_is_class(nodes: list[NodeView], info: Any) -> list[bool]:
        return [view.node.is_class for view in nodes]

    @staticmethod
    @batch
    def resolve_uri(nodes: list[NodeView], info: Any) -> list[str | None]:
        return [view.node.uri or None for view in nodes]

    @staticmethod
    @batch
    def resolve_name(nodes: list[NodeView], info: Any) -> list[str | None]:
        return [_name(view) for view in nodes]

    @staticmethod
    @batch
    def resolve_what(nodes: list[NodeView], info: Any) -> list[str | None]:
        return [_what(view, info.context.language) for view in nodes]

    @staticmethod
    @batch
    def resolve_lot(nodes: list[NodeView], info: Any) -> list[Any]:
        return [view.words.lots.get(view.node.uri) for view in nodes]

    @staticmethod
    @batch
    def resolve_layer(nodes: list[NodeView], info: Any) -> list[int]:
        return [view.node.layer for view in nodes]

    @staticmethod
    @batch
    def resolve_quantity(nodes: list[NodeView], info: Any) -> list[Any]:
        return [view.node.quantity for view in nodes]

    @staticmethod
    @batch
    def resolve_unit(nodes: list[NodeView], info: Any) -> list[str | None]:
        return [None if view.node.quantity is None else view.node.uom for view in nodes]

    @staticmethod
    @batch
    def resolve_steps(nodes: list[NodeView], info: Any) -> list[list[StepView]]:
        return [[StepView(step, view.words) for step in view.node.steps] for view in nodes]


class LotTraceEdge(ObjectType):
    """From what was before to what came of it."""

    class Meta:
        access = ANYONE

    source = Field(String, required=True, description="The key of a node.")
    target = Field(String, required=True)
    kind = Field(TraceEdgeKind, description="Null to and from a stage that is not shown.")
    event_ids = Field(List(NonNull(String)), required=True)
    quantity = Field(Decimal)
    unit = Field(String)

    @staticmethod
    @batch
    def resolve_unit(edges: list[trace_graph.TraceEdge], info: Any) -> list[str | None]:
        return [None if edge.quantity is None else edge.uom for edge in edges]


class LotTrace(ObjectType):
    """The chain of a lot, as far as it is shown to you."""

    class Meta:
        access = ANYONE

    nodes = Field(List(NonNull(LotTraceNode)), required=True, size=30)
    edges = Field(List(NonNull(LotTraceEdge)), required=True, size=40)
    is_truncated = Field(Boolean, required=True, description="There is more than was asked for or can be shown.")

    @staticmethod
    def resolve_nodes(view: TraceView, info: Any) -> list[NodeView]:
        return [NodeView(node, view.words, view.graph.start) for node in view.graph.nodes]

    @staticmethod
    def resolve_edges(view: TraceView, info: Any) -> list[trace_graph.TraceEdge]:
        return view.graph.edges

    @staticmethod
    def resolve_is_truncated(view: TraceView, info: Any) -> bool:
        return view.graph.truncated


def _word(step: seen.Seen) -> str:
    word = bare(step.biz_step).rpartition("BizStep-")[2]
    return STEP_WORDS.get(word) or _EVENTS.get(step.type, _OTHER)


def _place(step: StepView) -> named.PlaceWords | None:
    return step.words.places.get(step.seen.place)


def _name(view: NodeView) -> str | None:
    uri = view.node.uri
    if not uri:
        return None
    if uri in view.words.lots:
        return view.words.lots[uri].number
    if uri in view.words.materials:
        return view.words.materials[uri].number
    return uri.rpartition("/")[2] if uri.startswith("https://id.gs1.org/") else uri[-12:]


def _what(view: NodeView, language: str) -> str | None:
    uri = view.node.uri
    if uri in view.words.lots:
        return view.words.lots[uri].variant.product.name
    if uri in view.words.materials:
        return view.words.materials[uri].name
    if view.node.kind == trace_graph.NodeKind.PROCESS and view.node.steps:
        return gettext(language, _word(view.node.steps[0]))
    return None
