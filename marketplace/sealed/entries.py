"""A JSON list of entries of which one value is a secret, such as the number among the kinds of tax numbers.

In the database an entry is ``{"kind": …, "number": "", "sealed": …}``: its open value is empty and stands beside it
closed. Rows written before, or by a version that knew no seal, have the value open; both are read, and what is open is
sealed whenever the row is written and by `marketplace.sealed.seal_entries`.

The column keeps its type, so this is one release: a process of the version before copies closed entries as they are and
shows an empty value until it is replaced.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db import models

from marketplace.sealed.seal import seal, unseal

SEALED = "sealed"
Entry = Mapping[str, str]


def close_entry(entry: Entry, key: str) -> dict[str, str]:
    """Without its value in the open; one that is closed already, or has none, stays as it is."""
    return {**entry, key: "", SEALED: seal(entry[key])} if entry.get(key) else dict(entry)


def open_entry(entry: Entry, key: str) -> dict[str, str]:
    """As it was before it was closed; raises `BrokenSeal`. Only for the moment it is needed."""
    bare = {name: value for name, value in entry.items() if name != SEALED}
    return {**bare, key: unseal(entry[SEALED])} if SEALED in entry else bare


def any_open(entries: Iterable[Entry], key: str) -> bool:
    return any(entry.get(key) for entry in entries)


class SealedEntriesField(models.JSONField):
    """For migrations it is the JSON column it has always been: which values in it are closed is no affair of theirs."""

    def __init__(self, *args: Any, seals: str = "", **options: Any) -> None:
        self.seals = seals
        super().__init__(*args, **options)

    def deconstruct(self) -> Any:
        name, _path, args, options = super().deconstruct()
        return name, "django.db.models.JSONField", args, options

    def clone(self) -> "SealedEntriesField":
        _name, _path, args, options = super().deconstruct()
        return type(self)(*args, seals=self.seals, **options)

    def get_db_prep_save(self, value: Any, connection: Any) -> Any:
        """The last door: what somebody assigned in the open leaves closed."""
        closed = [close_entry(entry, self.seals) for entry in value] if isinstance(value, list | tuple) else value
        return super().get_db_prep_save(closed, connection)
