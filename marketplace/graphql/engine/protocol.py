"""What a GraphQL field may carry for this engine beyond what graphql-core knows.

A field's `extensions` may hold, under the name ``ACCESS``, an `AccessRule`: it is asked once per field and level,
before anything is resolved. No entry = everybody may. (Other executors don't know it: guard them by a middleware.)

Under the name ``AROUND`` it may hold an `Around`, for the fields of a mutation's root: it runs the whole field, or
answers without running it.

A resolver may carry, as an attribute named ``BATCH``, a function that resolves a whole column of parents at once.
"""

from collections.abc import Callable, Sequence
from typing import Any, Final, Protocol

from graphql import GraphQLError, GraphQLResolveInfo

ACCESS: Final = "access"
AROUND: Final = "around"
BATCH: Final = "batch_resolver"


class AccessRule(Protocol):
    """Says which parents a field may be read from."""

    def refusals(self, context: Any, parents: list[Any]) -> Sequence[Exception | None] | None:
        """None = all allowed; else one entry per parent, in order: the exception to report, or None = allowed."""


class Around(Protocol):
    """Stands between the executor and one field of a mutation."""

    def __call__(
        self,
        info: GraphQLResolveInfo,
        arguments: dict[str, Any],
        settle: Callable[[], tuple[Any, list[GraphQLError]]],
        /,
    ) -> tuple[Any, list[GraphQLError]]:
        """The field's completed value and the errors in it: what ``settle`` says, or something of its own."""


class BatchResolver(Protocol):
    """Resolves one field for every parent of a level in one call."""

    def __call__(self, parents: list[Any], info: GraphQLResolveInfo, /, **args: Any) -> Sequence[Any]:
        """One value per parent, in order. A value that is an Exception is an error of that parent's field only."""
