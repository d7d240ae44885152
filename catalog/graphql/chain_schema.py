"""Chains of lots, their books and recalls, in the API."""

from typing import Any

from django.db.models import QuerySet

from catalog.graphql.chain_access import is_inspector, readable_lot, readable_recall
from catalog.graphql.mutations.mass_balance import BalanceAlarmAcknowledge, ProductVariantYieldSet
from catalog.graphql.mutations.recall import (
    RecallAnswerRecord,
    RecallClose,
    RecallNotify,
    RecallOpen,
    RecallReceiversFind,
)
from catalog.graphql.types.lot_trace import LotTrace, TraceDirection, TraceView
from catalog.graphql.types.mass_balance import BalanceAlarmCountableConnection, LotBalance, YieldAssumption
from catalog.graphql.types.recall import Recall, RecallCountableConnection
from catalog.traceability.epcis.rights.viewer import viewer_of
from catalog.traceability.graph.named import named
from catalog.traceability.graph.trace import trace_graph
from catalog.traceability.graph.trace_graph import Direction
from catalog.traceability.identity.lot_name import names_of
from catalog.traceability.identity.uris import lot_uri
from catalog.traceability.mass_balance.alarm import BalanceAlarm as AlarmRow
from catalog.traceability.mass_balance.lot_balance import LotBalance as Books
from catalog.traceability.mass_balance.lot_balance import lot_balance
from catalog.traceability.mass_balance.yields import Yield, general_yields
from catalog.traceability.recall.recall import Recall as RecallRow
from i18n.messages import gettext_noop as _
from marketplace.graphql import (
    ANYONE,
    ID,
    SIGNED_IN,
    Boolean,
    ConnectionField,
    Field,
    InputError,
    Int,
    List,
    NonNull,
    ObjectType,
    PermissionDenied,
)
from marketplace.sellers.graphql.access import seller_for

USUAL_DEPTH, DEEPEST, MOST_NODES = 20, 40, 300


class ChainQueries(ObjectType):
    """Where goods come from and went, whether the figures agree, and what is called back."""

    lot_trace = Field(
        LotTrace,
        lot=ID(required=True),
        direction=TraceDirection(default_value=Direction.BOTH),
        depth=Int(default_value=USUAL_DEPTH, description="How many processes and packings away, from 1 to 40."),
        access=SIGNED_IN,
        cost=20,
        description="The chain of a lot of a seller one works for; for inspectors, of any lot.",
    )
    lot_balance = Field(
        LotBalance,
        lot=ID(required=True),
        access=SIGNED_IN,
        cost=10,
        description="The books of a lot of a seller one works for; for inspectors, of any lot.",
    )
    yield_assumptions = Field(
        NonNull(List(NonNull(YieldAssumption))),
        access=ANYONE,
        size=8,
        description="How much of a material is taken to come out as goods where a seller says nothing else.",
    )
    balance_alarms = ConnectionField(
        BalanceAlarmCountableConnection,
        seller=ID(required=True),
        is_open=Boolean(description="Only those whose figures still do not agree, or only the others."),
        access=SIGNED_IN,
        description="Of a seller one works for, newest first.",
    )
    recalls = ConnectionField(
        RecallCountableConnection,
        seller=ID(description="One that one works for; left out, all recalls, for inspectors."),
        is_open=Boolean(),
        access=SIGNED_IN,
        description="Newest first.",
    )
    recall = Field(
        Recall,
        id=ID(required=True),
        access=SIGNED_IN,
        description="A recall of a seller one works for; for inspectors, any.",
    )

    @staticmethod
    def resolve_lot_trace(
        root: Any, info: Any, lot: str, direction: Any = None, depth: int | None = None
    ) -> TraceView | None:
        depth = USUAL_DEPTH if depth is None else depth
        if not 1 <= depth <= DEEPEST:
            raise InputError(_("From 1 to %(most)s is possible."), field="depth", params={"most": DEEPEST})
        found = readable_lot(info, lot)
        if found is None:
            return None
        viewer = viewer_of(info.context.actor)
        way = Direction(str(direction or Direction.BOTH))
        names = names_of(found)
        graph = trace_graph(lot_uri(found), viewer=viewer, direction=way, depth=depth, limit=MOST_NODES, names=names)
        return TraceView(graph, named(graph, viewer))

    @staticmethod
    def resolve_lot_balance(root: Any, info: Any, lot: str) -> Books | None:
        found = readable_lot(info, lot)
        return lot_balance(found) if found is not None else None

    @staticmethod
    def resolve_yield_assumptions(root: Any, info: Any) -> list[Yield]:
        return list(general_yields().values())

    @staticmethod
    def resolve_balance_alarms(root: Any, info: Any, seller: str, is_open: bool | None = None) -> QuerySet[AlarmRow]:
        found = AlarmRow.objects.filter(seller=seller_for(info, seller, field="seller"))
        if is_open is not None:
            found = found.filter(settled_at__isnull=is_open)
        return found.order_by("-raised_at", "id")

    @staticmethod
    def resolve_recalls(
        root: Any, info: Any, seller: str | None = None, is_open: bool | None = None
    ) -> QuerySet[RecallRow]:
        if seller is None and not is_inspector(info):
            raise PermissionDenied
        found = RecallRow.objects.all()
        if seller is not None:
            found = found.filter(seller=seller_for(info, seller, field="seller"))
        if is_open is not None:
            found = found.filter(closed_at__isnull=is_open)
        return found.order_by("-opened_at", "id")

    @staticmethod
    def resolve_recall(root: Any, info: Any, id: str) -> RecallRow | None:
        return readable_recall(info, id)


class ChainMutations(ObjectType):
    """Explaining figures and calling goods back."""

    balance_alarm_acknowledge = BalanceAlarmAcknowledge.Field()
    product_variant_yield_set = ProductVariantYieldSet.Field()
    recall_open = RecallOpen.Field()
    recall_receivers_find = RecallReceiversFind.Field()
    recall_notify = RecallNotify.Field()
    recall_answer_record = RecallAnswerRecord.Field()
    recall_close = RecallClose.Field()
