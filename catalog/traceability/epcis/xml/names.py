"""Names: what prefixes stand for at one place of an XML file, and what they are called in the JSON made of it."""

from __future__ import annotations

from dataclasses import dataclass, field

from catalog.traceability.epcis.namespaces import STANDARD
from marketplace.safe_xml.node import Node

_XMLNS = "xmlns"
_OTHERWISE = {"urn:epcglobal:cbv:mda": STANDARD["cbvmda"]}
"""Documents of release 1 often leave out the last colon of the standard's own namespace."""
_INSTANCE = "http://www.w3.org/2001/XMLSchema-instance"


@dataclass(slots=True)
class Prefixes:
    """One table for a whole document, which becomes its ``@context``; the same namespace has one prefix throughout."""

    by_uri: dict[str, str] = field(default_factory=lambda: {uri: prefix for prefix, uri in STANDARD.items()})

    def prefix_of(self, uri: str, wished: str) -> str:
        """The one it has, or the one that the file uses where nothing else is called so."""
        if uri not in self.by_uri:
            taken = set(self.by_uri.values())
            free = (name for name in (wished, *(f"ns{number}" for number in range(1, 1000))) if name not in taken)
            self.by_uri[uri] = next(name for name in free if name)
        return self.by_uri[uri]

    @property
    def context(self) -> dict[str, str]:
        """What the standard's own context does not say."""
        return {prefix: uri for uri, prefix in self.by_uri.items() if STANDARD.get(prefix) != uri}


@dataclass(frozen=True, slots=True)
class Scope:
    """Namespaces in force at an element."""

    prefixes: Prefixes
    uris: dict[str, str] = field(default_factory=dict)

    def inside(self, node: Node) -> Scope:
        """At the element itself and in what stands in it."""
        told = {
            name.partition(":")[2]: uri
            for name, uri in node.attributes.items()
            if name == _XMLNS or name.startswith(f"{_XMLNS}:")
        }
        return Scope(self.prefixes, {**self.uris, **told}) if told else self

    def namespace(self, node: Node) -> str:
        """Of an element, whose own ``xmlns`` counts; empty for the standard's, which have none."""
        uri = self.inside(node).uris.get(node.prefix, "")
        return _OTHERWISE.get(uri, uri)

    def name(self, node: Node) -> str:
        """``example:batch`` for an element of a namespace, its bare name for the standard's own."""
        uri = self.namespace(node)
        return f"{self.prefixes.prefix_of(uri, node.prefix)}:{node.name}" if uri else node.name

    def attributes(self, node: Node) -> dict[str, str]:
        """Without what only says how to read the file; names of a namespace as in `name`."""
        found = {}
        within = self.inside(node)
        for name, value in node.attributes.items():
            prefix, colon, local = name.rpartition(":")
            uri = within.uris.get(prefix, "") if colon else ""
            if name.partition(":")[0] != _XMLNS and prefix != "xml" and uri != _INSTANCE:
                found[f"{self.prefixes.prefix_of(uri, prefix)}:{local}" if uri else local] = value
        return found
