"""Whoever looks on while a schema's mutations run, and may keep one from running.

``Schema(watch=…)`` names one; without it nothing is different. It is told everything it needs to write down what was
asked and what came of it: that something was done while the mutation's transaction is still open, so that there is
never the change without the note of it; that it was refused when everything has been rolled back.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

from graphql import GraphQLError, GraphQLResolveInfo

Settled = tuple[Any, list[GraphQLError]]
Settle = Callable[[], Settled]
REFUSED_WITH = "mutation.refused"
"""Place in the context's cache: the codes with which the mutation that ran last refused its input."""


class Watch(Protocol):
    def around(self, info: GraphQLResolveInfo, arguments: dict[str, Any], settle: Settle, /) -> Settled:
        """Runs the mutation by ``settle``, or answers without running it."""

    def done(self, info: GraphQLResolveInfo, payload: Any, /) -> None:
        """The mutation has done what it was asked; called inside its transaction, where it is one."""


@dataclass(frozen=True, slots=True)
class Watched:
    """What stands around a mutation: the schema's watch first, then ``inner``."""

    inner: Callable[..., Settled] | None

    def __call__(self, info: Any, arguments: dict[str, Any], settle: Settle) -> Settled:
        def run() -> Settled:
            return settle() if self.inner is None else self.inner(info, arguments, settle)

        watch: Watch | None = getattr(info.context, "watch", None)
        if watch is None:
            return run()
        info.context.cache.pop(REFUSED_WITH, None)
        return watch.around(info, arguments, run)
