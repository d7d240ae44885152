"""Documents: parsed, validated and measured once, and kept in a bounded cache."""

import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field

from graphql import DocumentNode, GraphQLError, OperationDefinitionNode

from marketplace.graphql.engine import Operation


@dataclass(frozen=True, slots=True)
class Document:
    """The text of a document; what the frontend keeps of each of its ``.graphql`` files."""

    text: str


@dataclass(slots=True)
class Prepared:
    """What a schema knows about a document. Either there are ``errors`` or there is a valid ``node``."""

    node: DocumentNode = field(default_factory=DocumentNode)
    errors: list[GraphQLError] = field(default_factory=list)
    error_code: str | None = None
    operations: dict[str | None, Operation] = field(default_factory=dict)
    """Compiled by the engine, by operation name."""
    costs: dict[tuple[object, ...], int] = field(default_factory=dict)
    """By operation and by the variables that the cost depends on."""
    text: str = ""
    """As it was sent."""
    is_kept: bool | None = None
    """Whether its answers may be kept, once somebody has asked."""

    def definition(self, name: str | None) -> OperationDefinitionNode | None:
        """The operation that ``name`` means (section 6.1, GetOperation); ``None`` when it means none or several."""
        operations = [d for d in self.node.definitions or () if isinstance(d, OperationDefinitionNode)]
        if name is None:
            return operations[0] if len(operations) == 1 else None
        return next((o for o in operations if o.name is not None and o.name.value == name), None)


class DocumentCache:
    """The most recently used documents by text, at most ``maximum``; safe between threads.

    Invalid documents are kept too, so that repeating one costs its sender more than the server.
    """

    def __init__(self, maximum: int, prepare: Callable[[str], Prepared]) -> None:
        self._maximum = maximum
        self._prepare = prepare
        self._known: OrderedDict[str, Prepared] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, text: str) -> Prepared:
        with self._lock:
            known = self._known.get(text)
            if known is not None:
                self._known.move_to_end(text)
                return known
        prepared = self._prepare(text)
        with self._lock:
            self._known[text] = prepared
            while len(self._known) > self._maximum:
                self._known.popitem(last=False)
        return prepared

    def __len__(self) -> int:
        return len(self._known)
