"""XML from strangers: read without entities, without anything from elsewhere, and never deeper or longer than bounds.

1. A first pass of the parser alone refuses every document type declaration, before anything in it is expanded: without
   one there are no entities of one's own, so neither the billion laughs nor a file read from the server's disk.
2. The same pass counts elements and depth.
3. Only then is the tree built.
"""

from xml.etree import ElementTree
from xml.parsers import expat

from i18n.exchange.unit_in_file import FileRefused
from i18n.messages import gettext_noop as _

MOST_ELEMENTS, DEEPEST = 1_000_000, 100


class _Refused(Exception):
    """Raised inside the parser's callbacks, to leave it at once."""


def parse_xml(content: bytes) -> ElementTree.Element:
    """The root element; raises `FileRefused`."""
    try:
        _inspect(content)
        return ElementTree.fromstring(content)  # noqa: S314  # inspected above: no declarations, bounded
    except _Refused:
        raise FileRefused(
            _("This XML file contains declarations or a depth that a translation file never has.")
        ) from None
    except (expat.ExpatError, ElementTree.ParseError, LookupError, ValueError) as broken:
        raise FileRefused(_("This file is not well-formed XML.")) from broken


def _inspect(content: bytes) -> None:
    counts = {"elements": 0, "depth": 0}

    def start(name: str, attributes: object) -> None:
        counts["elements"] += 1
        counts["depth"] += 1
        if counts["elements"] > MOST_ELEMENTS or counts["depth"] > DEEPEST:
            raise _Refused

    def end(name: str) -> None:
        counts["depth"] -= 1

    def refuse(*about: object) -> int:
        raise _Refused

    parser = expat.ParserCreate()
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse
    parser.ExternalEntityRefHandler = refuse
    parser.Parse(content, True)
