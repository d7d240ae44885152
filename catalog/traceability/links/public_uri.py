"""The address under which a thing is looked up here: the same Digital Link, on our own site."""

from __future__ import annotations

from django.conf import settings

from catalog.traceability.epcis.identifiers import CANONICAL


class NoPublicUri(ValueError):
    """The identifier is not GS1's, so that no resolver knows it; an internal lot has the pages of its codes alone."""

    def __init__(self, uri: str) -> None:
        super().__init__(f"{uri} is looked up nowhere")
        self.uri = uri


def public_uri(canonical_uri: str) -> str:
    """``https://id.gs1.org/01/…`` -> ``https://our.site/01/…``, for labels and pages; raises `NoPublicUri`."""
    if not has_public_uri(canonical_uri):
        raise NoPublicUri(canonical_uri)
    return f"{settings.PUBLIC_URL}{canonical_uri.removeprefix(CANONICAL)}"


def has_public_uri(canonical_uri: str) -> bool:
    return canonical_uri.startswith(f"{CANONICAL}/")
