"""Automatic persisted queries, by Apollo's protocol: a client sends the SHA-256 of a document, and its text only once.

``extensions.persistedQuery = {version: 1, sha256Hash}``. An unknown hash gives the error ``PersistedQueryNotFound``,
upon which the client sends hash and text together.

The store is a fixed number of slots in Django's cache, chosen by the hash: however many documents strangers register,
no more than `SLOTS` texts are kept, and a lost one is merely sent again. Only valid documents are stored.
"""

import hashlib
import re
from collections.abc import Mapping
from typing import Any

from django.core.cache import cache

from marketplace.graphql.errors import _
from marketplace.graphql.http.refusal import HTTPRefusal
from marketplace.graphql.http.request import Parameters
from marketplace.graphql.schema import Schema

SLOTS = 2048
LONGEST = 20_000
SECONDS = 7 * 24 * 3600
_HASH = re.compile(r"[0-9a-f]{64}")


class PersistedQueryNotFound(HTTPRefusal):
    """Clients recognise the exact message, which is therefore never translated."""

    code = "PERSISTED_QUERY_NOT_FOUND"

    def __init__(self) -> None:
        super().__init__("PersistedQueryNotFound", status=200)


def document_of(parameters: Parameters, schema: Schema) -> str:
    """The text to execute; raises `HTTPRefusal` when there is none or when hash and text do not belong together."""
    wanted = _wanted(parameters.extensions)
    if wanted is None:
        if not parameters.query:
            raise HTTPRefusal(_("The parameter query is missing."))
        return parameters.query
    if not parameters.query:
        return _recall(wanted)
    if hashlib.sha256(parameters.query.encode("utf-8", "surrogatepass")).hexdigest() != wanted:
        raise HTTPRefusal(
            _("The hash of the persisted query does not match its text."), code="PERSISTED_QUERY_MISMATCH"
        )
    if len(parameters.query) <= LONGEST and not schema.prepare(parameters.query).errors:
        cache.set(_slot(wanted), (wanted, parameters.query), SECONDS)
    return parameters.query


def _wanted(extensions: Mapping[str, Any]) -> str | None:
    persisted = extensions.get("persistedQuery")
    if persisted is None:
        return None
    if not isinstance(persisted, dict) or type(persisted.get("version")) is not int or persisted["version"] != 1:
        raise HTTPRefusal(_("Only version 1 of persisted queries is supported."), code="PERSISTED_QUERY_NOT_SUPPORTED")
    wanted = persisted.get("sha256Hash")
    if not isinstance(wanted, str) or not _HASH.fullmatch(wanted.lower()):
        raise HTTPRefusal(_("The hash of a persisted query is its SHA-256 in hexadecimal."))
    return wanted.lower()


def _recall(wanted: str) -> str:
    stored = cache.get(_slot(wanted))
    if not isinstance(stored, tuple | list) or stored[0] != wanted:
        raise PersistedQueryNotFound
    return str(stored[1])


def _slot(wanted: str) -> str:
    return f"graphql-document-{int(wanted[:8], 16) % SLOTS}"
