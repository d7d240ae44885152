"""A GraphQL document, parsed and validated once and kept in a bounded cache."""

import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from graphql import DocumentNode, GraphQLError, OperationDefinitionNode


@dataclass(slots=True)
class Document:
    """The text of a document. A schema fills in the rest when it first meets the text."""

    text: str
    node: DocumentNode | None = None
    errors: list[GraphQLError] = field(default_factory=list)
    costs: dict[Any, int] = field(default_factory=dict)
    """Cost by operation and by the values of the variables that it depends on."""

    def operation(self, name: str | None) -> OperationDefinitionNode | None:
        """The operation that ``name`` means (section 6.1, GetOperation); ``None`` when it means none or several."""
        assert self.node is not None
        operations = [d for d in self.node.definitions if isinstance(d, OperationDefinitionNode)]
        if name is None:
            return operations[0] if len(operations) == 1 else None
        return next((o for o in operations if o.name is not None and o.name.value == name), None)


class DocumentCache:
    """The most recently used documents, by text; ``maximum`` of them and safe between threads.

    Invalid documents are kept too, so that repeating one costs its sender more than it costs the server.
    """

    def __init__(self, maximum: int, prepare: Callable[[str], Document]) -> None:
        self._maximum = maximum
        self._prepare = prepare
        self._documents: OrderedDict[str, Document] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, text: str) -> Document:
        with self._lock:
            known = self._documents.get(text)
            if known is not None:
                self._documents.move_to_end(text)
                return known
        prepared = self._prepare(text)
        with self._lock:
            self._documents[text] = prepared
            while len(self._documents) > self._maximum:
                self._documents.popitem(last=False)
        return prepared

    def __len__(self) -> int:
        return len(self._documents)
