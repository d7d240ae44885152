"""Merkle trees as RFC 6962 (2.1) and RFC 9162 (2.1.3) have them: roots, and the paths that lead up to them.

The tree over ``[a, b, c]`` is ``node(node(leaf(a), leaf(b)), leaf(c))``: the left half is the largest power of two
smaller than the whole. Leaves and nodes are hashed with different first bytes, so neither passes for the other.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

EMPTY = hashlib.sha256(b"").digest()


def leaf_hash(content: bytes) -> bytes:
    return hashlib.sha256(b"\x00" + content).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    return hashlib.sha256(b"\x01" + left + right).digest()


def root_of(hashes: Sequence[bytes]) -> bytes:
    """The root over leaf hashes, or over the roots of whole blocks of a power of two of them each."""
    level = list(hashes)
    if not level:
        return EMPTY
    while len(level) > 1:
        paired = [node_hash(level[at], level[at + 1]) for at in range(0, len(level) - 1, 2)]
        level = [*paired, *level[len(paired) * 2 :]]
    return level[0]


def path_to(position: int, hashes: Sequence[bytes]) -> list[bytes]:
    """The neighbours on the way from one leaf up to the root, lowest first."""
    path: list[bytes] = []
    level = list(hashes)
    while len(level) > 1:
        neighbour = position ^ 1
        if neighbour < len(level):
            path.append(level[neighbour])
        paired = [node_hash(level[at], level[at + 1]) for at in range(0, len(level) - 1, 2)]
        level = [*paired, *level[len(paired) * 2 :]]
        position //= 2
    return path


def root_by_path(leaf: bytes, position: int, size: int, path: Sequence[bytes]) -> bytes | None:
    """The root that the path leads to (RFC 9162, 2.1.3.2); nothing for a path that no tree of that size has."""
    if not 0 <= position < size:
        return None
    at, last, found = position, size - 1, leaf
    for neighbour in path:
        if last == 0:
            return None
        if at & 1 or at == last:
            found = node_hash(neighbour, found)
            while not at & 1 and at:
                at, last = at >> 1, last >> 1
        else:
            found = node_hash(found, neighbour)
        at, last = at >> 1, last >> 1
    return found if last == 0 else None
