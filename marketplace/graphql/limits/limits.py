"""The limits of a schema, and the refusal that states the figures."""

from dataclasses import dataclass
from typing import Any

from marketplace.graphql.errors import KnownError, _


@dataclass(frozen=True, slots=True)
class Limits:
    """The most that one request may ask for. GraphiQL's introspection query passes the defaults."""

    characters: int = 50_000
    """Length of the document's text."""
    tokens: int = 5_000
    """Lexical tokens of the document; a comment counts as one."""
    nesting: int = 64
    """Brackets, braces and parentheses inside each other, anywhere in the document."""
    operations: int = 10
    """Operations in the document, of which one is executed."""
    fragments: int = 100
    """Fragments in the document."""
    directives: int = 200
    """Directives in the document."""
    depth: int = 15
    """Fields inside fields. In this and the next four, fragments count wherever they are spread."""
    aliases: int = 100
    """Fields with an alias."""
    breadth: int = 150
    """Fields in one selection."""
    root_fields: int = 40
    """Fields of the operation itself."""
    mutations: int = 10
    """Fields of a mutation itself."""
    fields: int = 2_000
    """Fields in all."""
    overlaps: int = 20_000
    """Pairs of fields that share a place in the response."""
    introspection_depth: int = 2
    """Lists of fields, interfaces, possible types or input fields inside each other; other limits on depth, aliases
    and breadth do not apply inside ``__schema`` and ``__type``."""
    cost: int = 20_000
    """Objects that the operation may lead to, weighed by their declared cost."""
    list_size: int = 5
    """How many elements a list counts as that neither has ``first``, ``last`` or ``limit`` nor declares a size."""
    variable_depth: int = 32
    """Lists and objects inside each other in a variable."""
    variable_values: int = 20_000
    """Values in all variables together."""
    seconds: float = 10.0
    """Time of the execution; looked at before every field of every level."""


LARGEST_SAID = 2**63 - 1
"""JSON writers and readers take integers of 64 bits; what is more than that is said to be that much."""


class LimitExceeded(KnownError):
    """The operation asks for more than a limit allows. Nothing was executed, except when it was the time."""

    code = "LIMIT_EXCEEDED"

    def __init__(self, name: str, limit: float, actual: Any) -> None:
        if isinstance(actual, int):
            actual = min(actual, LARGEST_SAID)
        super().__init__(
            _("This operation exceeds a limit: %(name)s may be %(limit)s and is %(actual)s."),
            {"name": name, "limit": limit, "actual": actual},
            extensions={"name": name, "limit": limit, "actual": actual},
        )


def check(name: str, limit: float, actual: float) -> None:
    """Raise `LimitExceeded` when ``actual`` is more than ``limit``."""
    if actual > limit:
        raise LimitExceeded(name, limit, actual)
