"""Who asks what under which key, as two hashes: nothing of a request is stored that could be read."""

import hashlib
import json
from typing import Any

from graphql import GraphQLResolveInfo, print_ast

from marketplace.graphql.errors import _
from marketplace.graphql.input_errors import InputError

LONGEST = 200
SHORTEST_OF_NOBODY = 16
"""Everybody who is not signed in shares one space of keys; nobody must meet another's by chance."""


def scope_of(context: Any, key: str) -> str:
    """The caller and the key; raises `InputError` for a key that cannot be one."""
    actor = context.actor
    least = 1 if actor.is_authenticated else SHORTEST_OF_NOBODY
    if not least <= len(key) <= LONGEST:
        message = _("A key has %(least)s to %(most)s characters.")
        raise InputError(message, field="idempotency_key", params={"least": least, "most": LONGEST})
    caller = f"user {actor.id}" if actor.is_authenticated else "nobody"
    return _hash(caller, key)


def request_of(info: GraphQLResolveInfo, arguments: dict[str, Any]) -> str:
    """The field, everything it was given, and what was selected of its answer."""
    given = json.dumps(arguments, default=_plain, sort_keys=True)
    selected = "".join(print_ast(node) for node in info.field_nodes)
    fragments = "".join(print_ast(info.fragments[name]) for name in sorted(info.fragments))
    return _hash(info.field_name, given, selected, fragments)


def _plain(value: Any) -> Any:
    if hasattr(value, "read") and hasattr(value, "seek"):
        return _content(value)
    if isinstance(value, dict):  # an input object of graphene's is one
        return dict(value)
    return f"{type(value).__name__} {value}"


def _content(file: Any) -> list[str]:
    """A file is what is in it and what it is called."""
    digest = hashlib.sha256()
    file.seek(0)
    while piece := file.read(64 * 1024):
        digest.update(piece)
    file.seek(0)
    return [str(getattr(file, "name", "")), digest.hexdigest()]


def _hash(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()
