"""XML from outside, read without anything that can hurt.

No document type declaration is accepted, so there are no entities to blow up or to fetch; the depth and the number of
elements are bounded. Names are local: every version of a message has another namespace, and the same names. Whoever
needs to tell namespaces apart finds prefixes and their declarations beside the names.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.parsers import expat

from marketplace.safe_xml.node import BadXml, Node

DEEPEST = 40
MOST_ELEMENTS = 2_000_000
_PIECE = 1 << 16


class _Builder:
    """Builds the tree, or only the branches named ``wanted``, which are handed over and let go as they end."""

    def __init__(self, wanted: str = "") -> None:
        self.wanted = wanted
        self.root = Node("", {})
        self.open = [self.root]
        self.count = 0
        self.ended: list[Node] = []
        self.within = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self.count += 1
        if len(self.open) > DEEPEST or self.count > MOST_ELEMENTS:
            raise BadXml("the file has too many elements, or too many inside each other")
        prefix, _, local = name.rpartition(":")
        node = Node(local, attributes, prefix=prefix)
        if self.wanted and not self.within and node.name == self.wanted:
            self.within = len(self.open)
        elif not self.wanted or self.within:
            self.open[-1].children.append(node)
        self.open.append(node)

    def end(self, _name: str) -> None:
        node = self.open.pop()
        if self.within and len(self.open) == self.within:
            self.within = 0
            self.ended.append(node)

    def data(self, text: str) -> None:
        if not self.wanted or self.within:
            self.open[-1].pieces.append(text)

    def refuse(self, *_declared: object) -> None:
        raise BadXml("a document type declaration has no place in the file")


def read_xml(content: bytes) -> Node:
    """The node above the root element; raises ``BadXml``."""
    builder = _Builder()
    parser = _parser(builder)
    _feed(parser, content, True)
    return builder.root


def xml_records(content: bytes, name: str) -> Iterator[Node]:
    """Every outermost element of this local name, one after the other; the rest of the file is never kept.

    Raises ``BadXml`` when it comes to what is wrong: a caller that believes whole files only collects first.
    """
    builder = _Builder(name)
    parser = _parser(builder)
    for start in range(0, len(content), _PIECE):
        _feed(parser, content[start : start + _PIECE], False)
        yield from builder.ended
        builder.ended.clear()
    _feed(parser, b"", True)


def root_attributes(content: bytes) -> dict[str, str]:
    """What the root element says of itself; raises ``BadXml``."""
    builder = _Builder()
    _feed(_parser(builder), content[: _PIECE * 4], False)
    if not builder.root.children:
        raise BadXml("there is no element in the file")
    return builder.root.children[0].attributes


def _parser(builder: _Builder) -> expat.XMLParserType:
    parser = expat.ParserCreate()
    parser.StartElementHandler = builder.start
    parser.EndElementHandler = builder.end
    parser.CharacterDataHandler = builder.data
    parser.StartDoctypeDeclHandler = builder.refuse
    return parser


def _feed(parser: expat.XMLParserType, content: bytes, is_final: bool) -> None:
    try:
        parser.Parse(content, is_final)
    except expat.ExpatError as error:
        raise BadXml("not well-formed XML", f"line {error.lineno}") from error
    except BadXml:
        raise
    except (UnicodeError, LookupError, ValueError) as error:
        raise BadXml("in an encoding that cannot be read") from error
