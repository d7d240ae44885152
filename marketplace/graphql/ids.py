"""Global ids: the base64 form of ``TypeName:key``, as Relay's object identification and Saleor have them.

They are names and no secrets: whoever knows one may still only do what the rules of access allow.
"""

import base64
import binascii

from marketplace.graphql.input_errors import BadGlobalID

LONGEST = 200


def to_global_id(type_name: str, key: object) -> str:
    """``to_global_id("Product", 7)`` → ``"UHJvZHVjdDo3"``."""
    return base64.b64encode(f"{type_name}:{key}".encode()).decode("ascii")


def from_global_id(value: str, type_name: str | None = None, *, field: str | None = None) -> str:
    """The key inside ``value``; raises `BadGlobalID` unless it is a well-formed id of ``type_name``.

    Without ``type_name`` the whole ``TypeName:key`` text must still be well formed, and the key is returned.
    """
    found, key = split_global_id(value, field=field, expected=type_name)
    if type_name is not None and found != type_name:
        raise BadGlobalID(value, type_name, field=field)
    return key


def split_global_id(value: str, *, field: str | None = None, expected: str | None = None) -> tuple[str, str]:
    """The type's name and the key, for arguments that take ids of several types."""
    if not isinstance(value, str) or not 0 < len(value) <= LONGEST:
        raise BadGlobalID(value, expected, field=field)
    try:
        text = base64.b64decode(value.encode("ascii"), validate=True).decode("utf-8")
    except (binascii.Error, ValueError):
        raise BadGlobalID(value, expected, field=field) from None
    name, colon, key = text.partition(":")
    well_formed = colon and name.isidentifier() and key and key.isprintable()
    if not well_formed or to_global_id(name, key) != value:  # one key has one id
        raise BadGlobalID(value, expected, field=field)
    return name, key


def integer_key(value: str, type_name: str, *, field: str | None = None) -> int:
    """The key as a database integer; raises `BadGlobalID` for anything outside a 64-bit key."""
    key = from_global_id(value, type_name, field=field)
    if not (key.isascii() and key.isdigit() and len(key) <= 18):
        raise BadGlobalID(value, type_name, field=field)
    return int(key)
