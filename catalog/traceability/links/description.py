"""What the resolver says of itself: ``/.well-known/gs1resolver``, and the context that makes JSON-LD of a linkset."""

from __future__ import annotations

from typing import Any

from catalog.traceability.links.link_types import NAMESPACE
from catalog.traceability.links.read_request import primary_keys

DESCRIPTION_PATH = "/.well-known/gs1resolver"
CONTEXT_PATH = "/.well-known/linkset-context.jsonld"


def description(origin: str) -> dict[str, Any]:
    """GS1-Conformant Resolver 1.2, resolver description file."""
    return {
        "name": "Bình Dương Marketplace",
        "resolverRoot": origin,
        "supportedLinkTypes": [{"namespace": NAMESPACE, "prefix": "gs1:"}],
        "supportedPrimaryKeys": primary_keys(),
        "linkTypeDefaultCanBeLinkset": False,
        "jsonLdContext": f"{origin}{CONTEXT_PATH}",
    }


def linkset_context() -> dict[str, Any]:
    """RFC 9264, appendix A: anchors are subjects, relations are URIs already, targets have their attributes."""
    terms = "http://purl.org/dc/terms/"
    return {
        "@context": {
            "@version": 1.1,
            "linkset": "@graph",
            "anchor": "@id",
            "href": "@id",
            "itemDescription": f"{terms}description",
            "title": f"{terms}title",
            "type": f"{terms}format",
            "hreflang": {"@id": f"{terms}language", "@container": "@set"},
            "context": {"@id": f"{NAMESPACE}linkContext", "@container": "@set"},
        }
    }
