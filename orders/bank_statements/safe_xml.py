"""XML from outside as a tree of local names, read without anything that can hurt.

No document type declaration is accepted, so there are no entities to blow up or to fetch; the depth and the number of
elements are bounded. Namespaces are dropped: every version of a message has another one, and the same names.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

from orders.bank_statements.parsed import BadStatement

DEEPEST = 40
MOST_ELEMENTS = 2_000_000


@dataclass(slots=True)
class Node:
    name: str
    attributes: dict[str, str]
    children: list[Node] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(self.pieces).strip()

    def all(self, path: str) -> Iterator[Node]:
        """Every node at ``A/B/C`` below this one."""
        name, _, rest = path.partition("/")
        for child in self.children:
            if child.name == name:
                yield from child.all(rest) if rest else (child,)

    def first(self, *paths: str) -> Node | None:
        """The first node at the first of the paths that has one."""
        return next((node for path in paths for node in self.all(path)), None)

    def word(self, *paths: str) -> str:
        """The text there, or nothing."""
        return next((node.text for path in paths for node in self.all(path) if node.text), "")


class _Builder:
    def __init__(self) -> None:
        self.root = Node("", {})
        self.open = [self.root]
        self.count = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self.count += 1
        if len(self.open) > DEEPEST or self.count > MOST_ELEMENTS:
            raise BadStatement("the file has too many elements inside each other")
        node = Node(name.rpartition(":")[2], attributes)
        self.open[-1].children.append(node)
        self.open.append(node)

    def end(self, _name: str) -> None:
        self.open.pop()

    def data(self, text: str) -> None:
        self.open[-1].pieces.append(text)

    def refuse(self, *_declared: object) -> None:
        raise BadStatement("a document type declaration has no place in a statement")


def read_xml(content: bytes) -> Node:
    """The node above the root element; raises ``BadStatement``."""
    builder = _Builder()
    parser = expat.ParserCreate()
    parser.StartElementHandler = builder.start
    parser.EndElementHandler = builder.end
    parser.CharacterDataHandler = builder.data
    parser.StartDoctypeDeclHandler = builder.refuse
    try:
        parser.Parse(content, True)
    except expat.ExpatError as error:
        raise BadStatement("not well-formed XML", f"line {error.lineno}") from error
    except (UnicodeError, LookupError, ValueError) as error:
        if isinstance(error, BadStatement):
            raise
        raise BadStatement("in an encoding that cannot be read") from error
    return builder.root
