"""Text inside a document is held to the same rule as text in its variables."""

from graphql import DocumentNode, StringValueNode
from graphql.language import Visitor, visit

from marketplace.graphql.limits.variables import check_characters


class _Literals(Visitor):
    def enter_string_value(self, node: StringValueNode, *_args: object) -> None:
        check_characters(node.value)


def check_literals(document: DocumentNode) -> None:
    """Raises `BadVariables` for a string literal with a character that cannot be stored."""
    visit(document, _Literals())
