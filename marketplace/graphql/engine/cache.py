"""Prepared operations by the text of their document, so that a document is parsed, validated and compiled once."""

from collections import OrderedDict
from threading import Lock

from marketplace.graphql.engine.operation import Operation


class PlanCache:
    """Bounded; the operation not used for longest goes first. The key is the document's text or a hash of it."""

    def __init__(self, size: int = 512) -> None:
        self.size = size
        self._kept: OrderedDict[tuple[str, str | None], Operation] = OrderedDict()
        self._lock = Lock()

    def __len__(self) -> int:
        return len(self._kept)

    def get(self, document: str, operation_name: str | None = None) -> Operation | None:
        key = (document, operation_name)
        with self._lock:
            found = self._kept.get(key)
            if found is not None:
                self._kept.move_to_end(key)
            return found

    def put(self, document: str, operation_name: str | None, operation: Operation) -> None:
        with self._lock:
            self._kept[(document, operation_name)] = operation
            self._kept.move_to_end((document, operation_name))
            while len(self._kept) > self.size:
                self._kept.popitem(last=False)

    def clear(self) -> None:
        with self._lock:
            self._kept.clear()
