"""What the OASIS standard asks of an XLIFF 2.1 document's structure (core module), as far as ours use it."""

import re
from xml.etree.ElementTree import Element

CORE = "{urn:oasis:names:tc:xliff:document:2.0}"
NMTOKEN = re.compile(r"[\w.\-:]+")
STATES = {"initial", "translated", "reviewed", "final"}
INLINE = {"pc", "ph", "sc", "ec", "cp", "mrk", "sm", "em"}


def check(root: Element) -> None:
    assert root.tag == f"{CORE}xliff"
    assert root.get("version") == "2.1" and root.get("srcLang") and root.get("trgLang")
    files = list(root)
    assert files and all(one.tag == f"{CORE}file" for one in files)
    _ids_once(files)
    for file in files:
        children = [one.tag for one in file]
        assert f"{CORE}notes" not in children[1:], "notes stand before units"
        units = file.findall(f"{CORE}unit")
        assert units
        _ids_once(units)
        for unit in units:
            _check_unit(unit)


def _check_unit(unit: Element) -> None:
    order = [child.tag.removeprefix(CORE) for child in unit]
    foreign = [tag for tag in order if tag.startswith("{")]
    assert order == [*foreign, *[name for name in ("notes", "originalData") if name in order], "segment"]
    for notes in unit.findall(f"{CORE}notes"):
        assert len(notes) and all(note.tag == f"{CORE}note" and not len(note) for note in notes)
        assert all(note.get("appliesTo") in (None, "source", "target") for note in notes)
    data = {one.get("id") for one in unit.iter(f"{CORE}data")}
    segment = unit.find(f"{CORE}segment")
    assert segment is not None
    assert [child.tag.removeprefix(CORE) for child in segment] in (["source"], ["source", "target"])
    state, aside = segment.get("state"), segment.get("subState")
    assert state in STATES
    assert aside is None or re.fullmatch(r"(?!xlf)[^\s:]+:[^\s:]+", aside)
    if state != "initial":
        assert segment.find(f"{CORE}target") is not None
    source, target = segment.find(f"{CORE}source"), segment.find(f"{CORE}target")
    assert source is not None
    known = _inline(source, data)
    for id, about in (_inline(target, data) if target is not None else {}).items():
        assert known.get(id, about) == about, "a code has one id in source and target"


def _inline(element: Element, data: set[str | None]) -> dict[str, tuple[str | None, ...]]:
    found: dict[str, tuple[str | None, ...]] = {}
    for child in element.iter():
        if child is element:
            continue
        name = child.tag.removeprefix(CORE)
        assert name in INLINE
        if name == "cp":
            assert re.fullmatch("[0-9A-F]{4,6}", child.get("hex") or "") and not len(child)
            continue
        id = child.get("id") or ""
        assert NMTOKEN.fullmatch(id) and id not in found, "ids stand once within source or target"
        references = tuple(child.get(one) for one in ("dataRef", "dataRefStart", "dataRefEnd"))
        assert {one for one in references if one} <= data
        assert name != "ph" or (child.text is None and not len(child))
        if child.get("subType"):
            assert child.get("type"), "a subType needs a type"
        if name != "mrk":
            found[id] = (name, *references)
    return found


def _ids_once(elements: list[Element]) -> None:
    ids = [one.get("id") or "" for one in elements]
    assert all(NMTOKEN.fullmatch(id) for id in ids) and len(ids) == len(set(ids))
