"""A breadth-first executor for validated GraphQL operations. See README.md in this folder."""

from marketplace.graphql.engine.cache import PlanCache
from marketplace.graphql.engine.errors import AwaitableResult, BatchLengthMismatch, ExecutionTimeout
from marketplace.graphql.engine.execute import execute
from marketplace.graphql.engine.operation import Operation, prepare
from marketplace.graphql.engine.protocol import ACCESS, BATCH, AccessRule, BatchResolver

__all__ = [
    "ACCESS",
    "BATCH",
    "AccessRule",
    "AwaitableResult",
    "BatchLengthMismatch",
    "BatchResolver",
    "ExecutionTimeout",
    "Operation",
    "PlanCache",
    "execute",
    "prepare",
]
