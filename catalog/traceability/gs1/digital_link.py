"""GS1 Digital Link URIs: the syntax of GS1 Digital Link Standard: URI Syntax, release 1.6, without leniency.

``https://id.example.org/any/stem/01/09501101530003/10/ABC?17=271231&linkType=gs1:pip``

1. The scheme is ``http`` or ``https`` in lower or upper case; there is a host and no user; a port may stand.
2. From the right, the path ends in pairs of an identifier and a value. The first of them is a key; what stands before
   it is the stem.
3. Qualifiers follow the key in the order of the table; a sequence may be entered and left anywhere.
4. Values are percent-decoded once; ``+`` is a plus in the path and a space in the query.
5. Identifiers in the query have to be attributes that may stand there, and no qualifiers of the key; what is all
   digits and none is an error; other words are somebody's else and are kept.
6. All elements together keep the rules of the table: check digits, companions, exclusions; none stands twice.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote, unquote_to_bytes

from catalog.traceability.gs1.application_identifier import application_identifiers
from catalog.traceability.gs1.message import Element, message_problems
from catalog.traceability.gs1.problem import BadGS1, Problem

LONGEST = 4000
_URI = re.compile(
    r"(?P<scheme>https?|HTTPS?)://(?P<host>[^/?#]+)(?P<path>/[^?#]*)?(?:\?(?P<query>[^#]*))?(?:#.*)?", re.DOTALL
)
_HOST = re.compile(r"(?:\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9._~%!$&'()*+,;=-]+)(?::\d+)?")
_BAD_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_PRINTABLE = re.compile(r"[\x21-\x7e]*")
_UNRESERVED = "-._~"


@dataclass(frozen=True, slots=True)
class DigitalLink:
    """A URI that keeps every rule, taken apart."""

    domain: str
    """Scheme and host: ``https://id.example.org``."""
    stem: str
    """The path before the key: empty, or ``/any/stem``."""
    key: Element
    qualifiers: tuple[Element, ...] = ()
    attributes: tuple[Element, ...] = ()
    others: tuple[tuple[str, str], ...] = ()
    """Words of the query that are no identifiers: ``linkType``, and whatever else somebody has put there."""

    @property
    def elements(self) -> tuple[Element, ...]:
        return (self.key, *self.qualifiers, *self.attributes)

    def path(self) -> str:
        """Key and qualifiers: ``/01/09501101530003/10/ABC``."""
        return "".join(f"/{ai}/{_quoted(value)}" for ai, value in (self.key, *self.qualifiers))

    def levels(self) -> list[str]:
        """This path and every one above it, up to the key alone."""
        count = len(self.qualifiers)
        return [
            "".join(f"/{ai}/{_quoted(value)}" for ai, value in (self.key, *self.qualifiers[:upto]))
            for upto in range(count, -1, -1)
        ]

    def uri(self, domain: str | None = None) -> str:
        """The URI again, attributes in order; with another domain its stem is not taken along."""
        where = f"{self.domain}{self.stem}" if domain is None else domain
        query = "&".join(f"{ai}={_quoted(value)}" for ai, value in sorted(self.attributes))
        return f"{where}{self.path()}" + (f"?{query}" if query else "")


def read_digital_link(uri: str) -> DigitalLink:
    """The parts of the URI; raises `BadGS1` with everything that is wrong."""
    found = _URI.fullmatch(uri) if len(uri) <= LONGEST and _PRINTABLE.fullmatch(uri) else None
    if found is None or not _HOST.fullmatch(found["host"]) or _BAD_PERCENT.search(uri.partition("#")[0]):
        raise BadGS1(Problem("NO_URI", detail=uri[:80]))
    stem, pairs = _pairs(found["path"] or "")
    attributes, others = _query(found["query"] or "")
    key, *qualifiers = pairs
    problems = [*_order(key[0], [ai for ai, _value in qualifiers]), *_repeated([*pairs, *attributes])]
    problems += [Problem("ATTRIBUTE", ai) for ai, _value in attributes if _is_qualifier(ai, key[0])]
    problems += message_problems([*pairs, *attributes])
    if problems:
        raise BadGS1(*problems)
    domain = f"{found['scheme'].lower()}://{found['host']}"
    return DigitalLink(domain, stem, key, tuple(qualifiers), tuple(attributes), tuple(others))


def digital_link(domain: str, elements: Sequence[Element]) -> str:
    """The canonical URI of the elements under a domain; raises `BadGS1` when they have no key, two, or break a rule."""
    known = application_identifiers()
    keys = [element for element in elements if element[0] in known and known[element[0]].qualifiers is not None]
    if len(keys) != 1:
        raise BadGS1(Problem("KEY", detail=" ".join(ai for ai, _value in keys)))
    (key,) = keys
    order = max(known[key[0]].qualifiers or ((),), key=lambda one: sum(ai in one for ai, _value in elements))
    given = dict(elements)
    path = [key, *((ai, given[ai]) for ai in order if ai in given)]
    rest = [element for element in elements if element not in path]
    query = "&".join(f"{ai}={_quoted(value)}" for ai, value in sorted(rest))
    uri = domain + "".join(f"/{ai}/{_quoted(value)}" for ai, value in path) + (f"?{query}" if query else "")
    read_digital_link(uri)
    return uri


def _pairs(path: str) -> tuple[str, list[Element]]:
    """Stem, and key with qualifiers: the longest run of pairs at the end that begins with a key."""
    known = application_identifiers()
    segments = path.split("/")[1:]
    for start in range(len(segments) - 2, -1, -2):
        identifier = known.get(segments[start])
        if identifier is None:
            break
        if identifier.qualifiers is not None:
            pairs = [(segments[at], _decoded(segments[at + 1])) for at in range(start, len(segments), 2)]
            return "".join(f"/{segment}" for segment in segments[:start]), pairs
    raise BadGS1(Problem("NO_KEY", detail=path[:80]))


def _order(key: str, qualifiers: list[str]) -> list[Problem]:
    for sequence in application_identifiers()[key].qualifiers or ():
        rest = iter(sequence)
        if all(ai in rest for ai in qualifiers):
            return []
    return [Problem("QUALIFIERS", key, " ".join(qualifiers))]


def _is_qualifier(ai: str, key: str) -> bool:
    return any(ai in sequence for sequence in application_identifiers()[key].qualifiers or ())


def _repeated(elements: Sequence[Element]) -> list[Problem]:
    seen = [ai for ai, _value in elements]
    return [Problem("TWICE", ai) for ai in sorted({ai for ai in seen if seen.count(ai) > 1})]


def _query(query: str) -> tuple[list[Element], list[tuple[str, str]]]:
    attributes: list[Element] = []
    others: list[tuple[str, str]] = []
    for piece in re.split("[&;]", query):
        name, equals, value = piece.partition("=")
        word, told = _decoded(name), _decoded(value.replace("+", " "))
        if not piece:
            continue
        if not (word.isascii() and word.isdigit()):
            others.append((word, told))
        elif word in application_identifiers() and application_identifiers()[word].in_query and equals:
            attributes.append((word, told))
        else:
            raise BadGS1(Problem("ATTRIBUTE", word[:8]))
    return attributes, others


def _decoded(text: str) -> str:
    """Latin-1 keeps one character per byte: what is no character of GS1 is then found by its own rule."""
    return unquote_to_bytes(text).decode("latin-1")


def _quoted(value: str) -> str:
    return quote(value, safe=_UNRESERVED)
