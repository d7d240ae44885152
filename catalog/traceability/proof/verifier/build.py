"""``verifier_program``: the one file that people run, put together from the modules that the marketplace itself uses.

So nothing is written twice: what is hashed here is hashed there by the same lines.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from catalog.traceability.gs1 import application_identifier, checks
from catalog.traceability.proof.verifier.opening import CLOSING, OPENING, STAND_INS

START = "catalog.traceability.proof.verifier.run"
_IMPORT = re.compile(r"^from (?P<module>catalog\.[\w.]+) import (?P<names>\([^)]*\)|[^\n(]+)", re.M)
_HEAD = '''#!/usr/bin/env python3
"""Checks a bundle of traced goods. Nothing but Python 3.9 or later is needed; no network is used.

    python verify.py BUNDLE.zip --roots trace-roots.json

Kiểm tra gói dữ liệu truy xuất nguồn gốc. Chỉ cần Python 3.9 trở lên; không dùng mạng.

The modules below are those of the marketplace itself, word for word. Saved from anywhere you trust, this program need
not come from the bundle that it checks.
"""
'''


@cache
def verifier_program() -> bytes:
    """The same bytes as long as the modules stay the same."""
    modules = {name: _source(name) for name in sorted(_needed(START))}
    text = _HEAD + OPENING + _table("TABLES", _tables()) + _table("MODULES", {**STAND_INS, **modules}) + CLOSING
    return text.encode()


def _needed(start: str) -> set[str]:
    """The module and all of ours that it imports, and what they import."""
    found: set[str] = set()
    waiting = [start]
    while waiting:
        name = waiting.pop()
        if name in found:
            continue
        found.add(name)
        for one in _IMPORT.finditer(_source(name)):
            inner = [f"{one['module']}.{word}" for word in re.findall(r"\w+", one["names"])]
            waiting += [module for module in inner if _is_module(module)] or [one["module"]]
    return found


def _is_module(name: str) -> bool:
    path = Path(__file__).parents[4].joinpath(*name.split("."))
    return path.with_suffix(".py").is_file()


def _source(name: str) -> str:
    spec = find_spec(name)
    if spec is None or spec.origin is None:
        raise LookupError(f"there is no module {name}")
    return Path(spec.origin).read_text(encoding="utf-8")


def _tables() -> dict[str, str]:
    folder = Path(checks.__file__ or "").parent
    found = [application_identifier.TABLE, folder / "iso3166_numeric.txt", folder / "iso4217_numeric.txt"]
    return {path.name: path.read_text(encoding="utf-8") for path in found}


def _table(name: str, texts: dict[str, str]) -> str:
    entries = "".join(f"    {key!r}: {_quoted(text)},\n" for key, text in texts.items())
    return f"\n{name} = {{\n{entries}}}\n"


def _quoted(text: str) -> str:
    """As it is, so that people can read it; where that cannot be, as Python writes it."""
    plain = "'''" not in text and not text.endswith(("'", "\\"))
    return f"r'''{text}'''" if plain else repr(text)
