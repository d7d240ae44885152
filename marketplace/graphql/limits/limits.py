"""The limits of a schema, and the refusal that states the figures."""

from dataclasses import dataclass

from marketplace.graphql.errors import KnownError, _


@dataclass(frozen=True, slots=True)
class Limits:
    """The most that one request may ask for. The defaults let GraphiQL's introspection and every own page through."""

    characters: int = 50_000
    """Length of the document's text."""
    tokens: int = 5_000
    """Lexical tokens of the document, comments not counted."""
    nesting: int = 64
    """Brackets, braces and parentheses inside each other, anywhere in the document."""
    operations: int = 10
    """Operations defined in the document, of which one is executed."""
    depth: int = 15
    """Fields inside fields, fragments resolved. Introspection is counted apart."""
    aliases: int = 100
    """Aliased fields, fragments resolved."""
    breadth: int = 150
    """Fields in one selection, fragments resolved."""
    root_fields: int = 40
    """Fields in the root selection of the operation, fragments resolved."""
    fields: int = 2_000
    """Fields of the operation, fragments resolved."""
    directives: int = 100
    """Directives in the document."""
    introspection_depth: int = 3
    """Lists inside lists of introspection (fields, interfaces, possible types, input fields)."""
    cost: int = 20_000
    """Objects that the operation may lead to, weighed by their declared cost."""
    list_size: int = 5
    """How many elements a list of unknown length counts as."""
    variable_depth: int = 32
    variable_values: int = 20_000
    """Values in all variables together."""
    seconds: float = 10.0
    """Time from the start of the execution; checked between levels."""


class LimitExceeded(KnownError):
    """The document asks for more than a limit allows; nothing was executed."""

    code = "LIMIT_EXCEEDED"

    def __init__(self, name: str, limit: float, actual: float) -> None:
        super().__init__(
            _("This operation exceeds the limit of %(limit)s for %(name)s: %(actual)s."),
            {"name": name, "limit": limit, "actual": actual},
            extensions={"name": name, "limit": limit, "actual": actual},
        )
