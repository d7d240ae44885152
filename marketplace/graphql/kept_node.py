"""What a parsed document is kept with: without the tokens that it was read from, which are a third of it in memory."""

from collections.abc import Iterator

from graphql import DocumentNode, Node, Token, TokenKind
from graphql.language import NameNode

_NOWHERE = Token(TokenKind.SOF, 0, 0, 0, 0)


def without_tokens(document: DocumentNode) -> DocumentNode:
    """The same document, changed in place after it was validated.

    Errors of an execution still say where they happened, by the offsets of fields, arguments and variables;
    names, which are half of all nodes, are only pointed at by errors of validation.
    """
    waiting: list[Node] = [document]
    while waiting:
        node = waiting.pop()
        if isinstance(node, NameNode):
            node.loc = None
        elif node.loc is not None:
            node.loc.start_token = node.loc.end_token = _NOWHERE
        waiting.extend(_children(node))
    return document


def _children(node: Node) -> Iterator[Node]:
    for key in node.keys:
        value = getattr(node, key)
        if isinstance(value, Node):
            yield value
        elif isinstance(value, tuple):
            yield from (each for each in value if isinstance(each, Node))
