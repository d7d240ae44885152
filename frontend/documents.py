"""The GraphQL operations of a page: read from the ``.graphql`` file beside it, each with just the fragments it uses."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from graphql import DocumentNode, FragmentDefinitionNode, OperationDefinitionNode, parse, print_ast
from graphql.utilities import separate_operations

COMPONENTS = Path(__file__).parent / "components"


@dataclass(frozen=True, slots=True)
class Operation:
    """One query or mutation, ready to send."""

    name: str
    kind: Literal["query", "mutation"]
    text: str
    variables: frozenset[str]


@cache
def component_fragments() -> tuple[FragmentDefinitionNode, ...]:
    """What components need of the API: ``components/product_card.graphql`` beside ``product_card.html``."""
    documents = [parse(path.read_text(encoding="utf-8")) for path in sorted(COMPONENTS.glob("*.graphql"))]
    return tuple(node for document in documents for node in document.definitions)  # type: ignore[misc]  # only fragments


@cache
def operations(path: Path) -> Mapping[str, Operation]:
    """The operations of a ``.graphql`` file by name, in the order of the file."""
    document = parse(path.read_text(encoding="utf-8"))
    whole = DocumentNode(definitions=(*document.definitions, *component_fragments()))
    return {name: _operation(name, single) for name, single in separate_operations(whole).items()}


def _operation(name: str, document: DocumentNode) -> Operation:
    node = next(node for node in document.definitions if isinstance(node, OperationDefinitionNode))
    return Operation(
        name=name,
        kind="mutation" if node.operation.value == "mutation" else "query",
        text=print_ast(document),
        variables=frozenset(variable.variable.name.value for variable in node.variable_definitions),
    )
