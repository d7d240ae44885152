"""The schema's watch that says when a request turns out to be a change."""

from collections.abc import Callable
from typing import Any

from marketplace.replicas.reads import change_begins


class FreshMutations:
    """Nothing that a mutation reads may lag; ``inner``, which is a schema's watch too, looks on as before."""

    def __init__(self, inner: Any) -> None:
        self._inner = inner

    def around(self, info: Any, arguments: dict[str, Any], settle: Callable[[], Any]) -> Any:
        change_begins()
        return self._inner.around(info, arguments, settle)

    def done(self, info: Any, payload: Any) -> None:
        self._inner.done(info, payload)
