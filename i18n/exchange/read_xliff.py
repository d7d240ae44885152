"""Translations out of an XLIFF 2.x document, as translators' tools send them back.

Tools may cut units into segments and ignorables, put targets into another order, turn ``<pc>`` into ``<sc>``/``<ec>``,
copy codes, and add notes, marks and modules of their own: words and codes are all that counts.
"""

import html
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from i18n.exchange.parse_xml import parse_xml
from i18n.exchange.unit_in_file import (
    MOST_BYTES,
    MOST_UNITS,
    FileRefused,
    TranslationFile,
    UnitInFile,
    too_large,
    too_many,
)
from i18n.exchange.write_xliff import CORE, METADATA
from i18n.languages import LANGUAGES
from i18n.messages import gettext_noop as _
from i18n.subjects import Markup
from i18n.units.unit import UnitId

APPROVED = {"reviewed", "final"}


def read_xliff(content: bytes) -> TranslationFile:
    """The document's units; raises `FileRefused`."""
    if len(content) > MOST_BYTES:
        raise too_large()
    root = parse_xml(content)
    if root.tag != f"{{{CORE}}}xliff" or root.get("version") not in ("2.0", "2.1", "2.2"):
        raise FileRefused(_("This is not an XLIFF 2 document."))
    languages = {code.lower(): code for code in LANGUAGES}
    source, target = (languages.get((root.get(name) or "").lower()) for name in ("srcLang", "trgLang"))
    if source is None or target is None or source == target:
        raise FileRefused(_("The document does not say which two of the marketplace's languages it is in."))
    units = [_unit(unit) for unit in root.iter(_core("unit"))]
    if len(units) > MOST_UNITS:
        raise too_many()
    return TranslationFile(source, target, units)


def _core(name: str) -> str:
    return f"{{{CORE}}}{name}"


def _unit(unit: Element) -> UnitInFile:
    name = unit.get("name") or ""
    known = UnitId.read(name)
    markup = _markup(known)
    pieces = list(unit.iterfind(_core("segment"))) + list(unit.iterfind(_core("ignorable")))
    in_order = [piece for piece in unit if piece in pieces]
    hashes = {meta.get("type"): meta.text or "" for meta in unit.iter(f"{{{METADATA}}}meta")}
    data = {one.get("id") or "": _code_text(one) for one in unit.iter(_core("data"))}
    text = _Target(in_order, data, markup).text()
    segments = [piece for piece in in_order if piece.tag == _core("segment")]
    return UnitInFile(
        name=name[:160],
        text=text,
        source_hash=hashes.get("sourceHash"),
        target_hash=hashes.get("targetHash"),
        approved=bool(segments) and all(segment.get("state") in APPROVED for segment in segments),
    )


def _markup(id: UnitId | None) -> Markup:
    from i18n.subjects import subject_of

    field = subject_of(id.kind).field(id.field) if id else None
    return field.markup if field else Markup.LINES


def _code_text(data: Element) -> str:
    return "".join(_plain(data))


def _plain(element: Element) -> Iterator[str]:
    """Text with ``<cp>`` resolved."""
    yield element.text or ""
    for child in element:
        yield _character(child) if child.tag == _core("cp") else ""
        yield child.tail or ""


def _character(cp: Element) -> str:
    try:
        code = int(cp.get("hex") or "", 16)
        return chr(code) if not 0xD800 <= code < 0xE000 else ""
    except (ValueError, OverflowError):
        return ""


@dataclass(frozen=True, slots=True)
class _Target:
    """The targets of a unit's pieces, put together."""

    pieces: list[Element]
    data: dict[str, str]
    markup: Markup

    def text(self) -> str:
        """Empty unless every segment has words or codes in its target."""
        targets = [(self._order(place, piece), self._of(piece)) for place, piece in enumerate(self.pieces)]
        if any(text is None for _order, text in targets):
            return ""
        return "".join(text or "" for _order, text in sorted(targets, key=lambda one: one[0]))

    def _order(self, place: int, piece: Element) -> int:
        target = piece.find(_core("target"))
        order = target.get("order") if target is not None else None
        return int(order) - 1 if order and order.isdigit() else place

    def _of(self, piece: Element) -> str | None:
        target = piece.find(_core("target"))
        if target is None and piece.tag == _core("ignorable"):
            target = piece.find(_core("source"))
        return "".join(self._content(target)) if target is not None else None

    def _content(self, element: Element) -> Iterator[str]:
        yield self._words(element.text)
        for child in element:
            yield from self._child(child)
            yield self._words(child.tail)

    def _child(self, child: Element) -> Iterator[str]:
        name = child.tag.removeprefix(f"{{{CORE}}}")
        if name == "cp":
            yield self._words(_character(child))
        elif name == "pc":
            yield self._data(child, "dataRefStart")
            yield from self._content(child)
            yield self._data(child, "dataRefEnd")
        elif name in ("ph", "sc", "ec"):
            yield self._data(child, "dataRef")
        elif name == "mrk":
            yield from self._content(child)

    def _data(self, code: Element, attribute: str) -> str:
        return self.data.get(code.get(attribute) or "", "")

    def _words(self, text: str | None) -> str:
        return html.escape(text or "", quote=False) if self.markup == Markup.HTML else text or ""
