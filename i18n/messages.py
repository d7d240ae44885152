"""The interface's texts in the reader's language: gettext over ``locale/<code>/messages.po``.

English msgids are the source. Whatever is missing or broken in a catalog is shown in English; a
text never fails a page. Texts are format strings with named placeholders: ``%(name)s``, ``%%`` for a percent sign.
"""

import gettext as stdlib_gettext
import re
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from babel.messages import catalog as babel
from babel.messages.pofile import PoFileParser

from i18n.languages import LOCALE_DIR, language

_PLACEHOLDER = re.compile(r"%(?:\((?P<name>[^)]*)\))?(?P<kind>.)?", re.DOTALL)
_FILLABLE = re.compile(r"%%|%\((?P<name>\w+)\)[sd]")
Forms = str | tuple[str, ...]
"""A text, or the plural forms of one."""


def placeholders(text: str) -> frozenset[str]:
    """The placeholders of a format string: ``%(count)s of %(total)d`` -> ``{"(count)s", "(total)d"}``."""
    return frozenset(
        f"({met['name']}){met['kind']}" if met["name"] is not None else str(met["kind"])
        for met in _PLACEHOLDER.finditer(text)
        if met[0] != "%%"
    )


@dataclass(frozen=True, slots=True)
class Catalog:
    """One language's messages, and which of its plural forms a number takes."""

    texts: dict[str | tuple[str, str], Forms]
    """By msgid, or by context and msgid; those that say what the msgid says are left out."""
    plural_index: Callable[[int], int]

    def find(self, msgid: str, context: str | None = None) -> Forms | None:
        return self.texts.get(msgid if context is None else (context, msgid))


class _Reading(babel.Catalog):
    """Keeps of each entry what can be shown, and forgets at once where it stands and what is said about it."""

    def __init__(self, locale: str) -> None:
        super().__init__(locale=locale)
        self.texts: dict[str | tuple[str, str], Forms] = {}

    def __setitem__(self, id: str | tuple[str, ...] | list[str], message: babel.Message) -> None:
        if not id:
            super().__setitem__(id, message)  # the head, which says how plurals are made
            return
        singular, *plural = [id] if isinstance(id, str) else id
        given = message.string
        texts = tuple(given) if isinstance(given, tuple | list) else (given or "",)
        known = placeholders(singular).union(*map(placeholders, plural))
        if message.fuzzy or not all(text and placeholders(text) <= known for text in texts) or texts == (singular,):
            return
        shared = sys.intern(singular)  # the same in every language
        key = shared if message.context is None else (sys.intern(message.context), shared)
        self.texts[key] = texts if plural else texts[0]


def read_catalog(path: Path, code: str) -> Catalog:
    """Read a .po file, leaving out what cannot be shown: empty, fuzzy, or with placeholders of its own."""
    reading = _Reading(language(code).locale)
    with path.open("rb") as file:
        PoFileParser(reading).parse(file)
    return Catalog(reading.texts, stdlib_gettext.c2py(reading.plural_expr))


@cache
def catalog(code: str) -> Catalog:
    """The catalog of a language, read at first use and kept for the life of the process."""
    return read_catalog(LOCALE_DIR / code / "messages.po", code)


def lookup(code: str, msgid: str, *, context: str | None = None) -> str:
    """The translated format string, placeholders still in it; the English msgid when there is none."""
    found = catalog(code).find(msgid, context)
    if found is None:
        return msgid
    return found if isinstance(found, str) else found[0]


def lookup_plural(code: str, singular: str, plural: str, n: int, *, context: str | None = None) -> str:
    """The translated format string in the form that ``n`` takes; English when there is none."""
    known = catalog(code)
    found = known.find(singular, context)
    if found is not None:
        forms = (found,) if isinstance(found, str) else found
        index = known.plural_index(abs(n))
        if index < len(forms):
            return forms[index]
    return singular if n == 1 else plural


def _fill(text: str, params: dict[str, object]) -> str:
    """Fill what can be filled; a placeholder that nobody gave a value for stays visible rather than failing."""

    def value(met: re.Match[str]) -> str:
        return "%" if met[0] == "%%" else str(params.get(met["name"], met[0]))

    return _FILLABLE.sub(value, text)


def gettext(language: str, msgid: str, /, **params: object) -> str:
    """``msgid`` in the language, its ``%(name)s`` filled from ``params``."""
    return _fill(lookup(language, msgid), params)


def pgettext(language: str, context: str, msgid: str, /, **params: object) -> str:
    """Like `gettext` for a word whose translation depends on where it stands ("Order" of goods, of a list)."""
    return _fill(lookup(language, msgid, context=context), params)


def ngettext(language: str, singular: str, plural: str, n: int, /, **params: object) -> str:
    """The form that ``n`` takes in the language; ``%(num)s`` and ``%(count)s`` are ``n`` unless given."""
    return _fill(lookup_plural(language, singular, plural, n), {"num": n, "count": n, **params})


def npgettext(language: str, context: str, singular: str, plural: str, n: int, /, **params: object) -> str:
    """`ngettext` within a context."""
    text = lookup_plural(language, singular, plural, n, context=context)
    return _fill(text, {"num": n, "count": n, **params})


def gettext_noop(msgid: str) -> str:
    """Mark a text for the catalogs here; it is translated where its reader is known."""
    return msgid


def ngettext_noop(singular: str, plural: str) -> tuple[str, str]:
    """Mark a text with a plural for the catalogs; `ngettext` is called where the reader is known."""
    return singular, plural


def pgettext_noop(context: str, msgid: str) -> tuple[str, str]:
    """Mark a text with a context for the catalogs; `pgettext` is called where the reader is known."""
    return context, msgid
