"""What stands for an event in the tree: one hash over salted hashes of its parts.

A part is committed to by SHA-256 of a salt of 32 bytes that only we can make, its path and its value: who is shown salt
and value sees that they are those; who is not can neither read nor guess them, however few values there may be. The
hash of the event is a part like any other, since from it a withheld field could be guessed.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterable
from typing import Any

from catalog.traceability.proof.canonical import canonical_json
from catalog.traceability.proof.parts import Path
from catalog.traceability.proof.tree import leaf_hash, root_of

SALT_BYTES = 32


def salt_of(secret: bytes, subject: str, path: Path) -> bytes:
    """``subject`` is the event: no two of them share a salt, whatever they say."""
    return hmac.new(secret, canonical_json([subject, *path]), hashlib.sha256).digest()


def commitment(salt: bytes, path: Path, value: Any) -> bytes:
    return hashlib.sha256(salt + canonical_json([list(path), value])).digest()


def leaf_of(commitments: Iterable[bytes]) -> bytes:
    """The leaf of an event in its day's tree. The order of the commitments tells nothing: it is that of their bytes."""
    return leaf_hash(root_of([leaf_hash(each) for each in sorted(commitments)]))
