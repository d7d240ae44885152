"""``event_hash``: what identifies an EPCIS event by its content (CBV 2.0, section 8.9.2; RFC 6920).

Two events that say the same have the same hash, however they were written: as EPC URN or Digital Link, in another time
zone, with lists in another order, with words bare or as URIs. ``eventID``, ``recordTime`` and ``errorDeclaration`` do
not count, so a correction has the hash of what it corrects.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any

from catalog.traceability.epcis.hash.pre_hash import pre_hash


def event_hash(event: Mapping[str, Any], context: Any = None) -> str:
    """64 hexadecimal digits. ``context``: the ``@context`` of the document around the event, if there is one."""
    return hashlib.sha256(pre_hash(event, context).encode()).hexdigest()


def hash_uri(digits: str) -> str:
    """``ni:///sha-256;…?ver=CBV2.0``: usable as the event's id."""
    return f"ni:///sha-256;{digits}?ver=CBV2.0"
