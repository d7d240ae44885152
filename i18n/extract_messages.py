"""Find every text for people that is marked in the sources."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.extract import extract, extract_python
from jinja2.ext import babel_extract

PROJECT_DIR = Path(__file__).parent.parent
SOURCE_ROOTS = ("marketplace", "catalog", "orders", "logistics", "i18n", "frontend")
LEFT_OUT = frozenset({"migrations", "samples", "static", "locale", "node_modules", "__pycache__"})

_PYTHON: dict[str, Any] = {
    # Where the language comes first, the text is the second argument.
    "gettext": (2,),
    "ngettext": (2, 3),
    "pgettext": ((2, "c"), 3),
    "npgettext": ((2, "c"), 3, 4),
    "_": None,
    "gettext_noop": None,
    "ngettext_noop": (1, 2),
    "pgettext_noop": ((1, "c"), 2),
}
_JINJA: dict[str, Any] = {
    "_": None,
    "gettext": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}
_JINJA_OPTIONS: Mapping[str, str] = {
    "silent": "false",
    "trimmed": "true",
    "newstyle_gettext": "true",
    "extensions": "jinja2.ext.do,jinja2.ext.loopcontrols",
}
_METHODS: dict[str, tuple[Callable[..., Any], dict[str, Any], Mapping[str, str]]] = {
    ".py": (extract_python, _PYTHON, {}),
    ".html": (babel_extract, _JINJA, _JINJA_OPTIONS),
    ".jinja": (babel_extract, _JINJA, _JINJA_OPTIONS),
}


def extract_messages(project: Path = PROJECT_DIR) -> Catalog:
    """Every marked text of the source roots, with the files it stands in."""
    found = Catalog(charset="utf-8")
    for path in _sources(project):
        method, keywords, options = _METHODS[path.suffix]
        with path.open("rb") as file:
            for _line, text, comments, context in extract(method, file, keywords, ["Translators:"], options):
                location = (path.relative_to(project).as_posix(), 0)
                found.add(text, locations=[location], auto_comments=comments, context=context)
    return found


def _sources(project: Path) -> Iterator[Path]:
    for root in SOURCE_ROOTS:
        for path in sorted((project / root).rglob("*")):
            if path.suffix in _METHODS and not LEFT_OUT.intersection(path.relative_to(project).parts):
                yield path
