"""The Shopify product taxonomy as it is distributed: ``dist/<language>/categories.json``, ``categories.txt``,
``attributes.json``, ``attribute_values.json`` and ``taxonomy.json`` (which has all of them).

The folder names the language. English files create; those of other languages only name what is there. The ``.txt``
files of attributes and values have numbers instead of handles, by which nothing is found again: they are refused.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from catalog.products.taxonomy.json_stream import objects
from catalog.products.taxonomy.record import Kind, Record, UnreadableFile, category_code, handle, language_of

_LINE = re.compile(r"gid://shopify/TaxonomyCategory/([a-z0-9-]+)\s*:\s*(.+)")
_NUMBERED = re.compile(r"gid://shopify/Taxonomy(Attribute|Value)/")


@dataclass(frozen=True, slots=True)
class _File:
    path: Path
    named: str
    """The language's name in the path."""

    @property
    def language(self) -> str | None:
        return language_of(self.named)

    @property
    def languages(self) -> frozenset[str]:
        return frozenset({self.language} - {None})  # type: ignore[arg-type]  # None is what is taken out

    @property
    def skipped(self) -> frozenset[str]:
        return frozenset() if self.language else frozenset({self.named})

    def _names(self, name: str) -> dict[str, str]:
        return {self.language: name.strip()} if self.language and name.strip() else {}


class TextList(_File):
    """``categories.txt``: ``gid : Ancestor > … > Name``; the code itself tells the parent."""

    def records(self, kind: Kind) -> Iterator[Record]:
        if kind != Kind.CATEGORY or not self.language:
            return
        with self.path.open(encoding="utf-8") as file:
            for number, line in enumerate(file, 1):
                met = _LINE.match(line)
                if met:
                    name = met[2].rpartition(" > ")[2]
                    yield Record(Kind.CATEGORY, met[1], number, self._names(name), met[1].rpartition("-")[0])


class JsonFile(_File):
    """Any of the JSON files: each list that it has is read."""

    def records(self, kind: Kind) -> Iterator[Record]:
        return _READERS[kind](self) if self.language else iter(())

    def memberships(self) -> Iterator[tuple[str, str]]:
        """(value, attribute) of everything that shares the values of an attribute."""
        for each in objects(self.path, "attributes"):
            attributes = [each, *each.get("extended_attributes", ())]
            for value in each.get("values", ()):
                yield from ((handle(value["handle"]), handle(one["handle"])) for one in attributes if one.get("handle"))

    def categories(self) -> Iterator[Record]:
        for number, each in enumerate(objects(self.path, "categories"), 1):
            above = category_code(each.get("parent_id") or "")
            yield Record(Kind.CATEGORY, category_code(_id(each)), number, self._names(_name(each)), above)

    def attributes(self) -> Iterator[Record]:
        for number, each in enumerate(self._attributes(), 1):
            about = each.get("description") or "" if self.language == "en" else ""
            for one in (each, *each.get("extended_attributes", ())):
                if one.get("handle"):
                    text = about if one is each else ""
                    yield Record(
                        Kind.ATTRIBUTE, handle(one["handle"]), number, self._names(_name(one)), description=text
                    )

    def values(self) -> Iterator[Record]:
        number = 0
        for each in self._attributes():
            for value in each.get("values", ()):
                number += 1
                yield Record(Kind.VALUE, handle(value["handle"]), number, self._names(_name(value)))
        if number == 0:
            for number, value in enumerate(objects(self.path, "values"), 1):
                if value.get("handle"):
                    yield Record(Kind.VALUE, handle(value["handle"]), number, self._names(_name(value)))

    def suggestions(self) -> Iterator[Record]:
        if self.language != "en":
            return
        for number, each in enumerate(objects(self.path, "categories"), 1):
            for attribute in each.get("attributes", ()):
                known = attribute.get("handle") or attribute.get("name") or ""
                yield Record(Kind.SUGGESTION, handle(known), number, above=category_code(_id(each)))

    def _attributes(self) -> Iterator[dict[str, Any]]:
        """Those that stand alone; a category's list of attributes is inside its category."""
        return (each for each in objects(self.path, "attributes") if "values" in each)


_READERS = {
    Kind.CATEGORY: JsonFile.categories,
    Kind.ATTRIBUTE: JsonFile.attributes,
    Kind.VALUE: JsonFile.values,
    Kind.SUGGESTION: JsonFile.suggestions,
}


def open_distribution(path: Path, language: str | None = None) -> TextList | JsonFile:
    """The file, its language named or taken from its folder; raises `UnreadableFile`."""
    named = language or (path.parent.name if re.fullmatch(r"[a-z]{2}(-[A-Z]{2})?", path.parent.name) else "en")
    if path.suffix == ".json":
        return JsonFile(path, named)
    try:
        with path.open(encoding="utf-8") as file:
            head = file.read(4000)
    except (OSError, UnicodeDecodeError) as broken:
        raise UnreadableFile(path, str(broken)) from broken
    if _NUMBERED.search(head):
        raise UnreadableFile(path, "attributes and values are read from attributes.json, which has their handles")
    if not _LINE.search(head):
        raise UnreadableFile(path, "this is no list of a taxonomy's categories")
    return TextList(path, named)


def _id(each: dict[str, Any]) -> str:
    return str(each.get("id") or "")


def _name(each: dict[str, Any]) -> str:
    return str(each.get("name") or "")
