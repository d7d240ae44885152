"""The names of the pages' own GraphQL operations, which metrics may tell apart: there are as many as pages have."""

import re
from collections.abc import Iterator
from pathlib import Path

FRONTEND = Path(__file__).resolve().parent.parent / "frontend"
_NAME = re.compile(r"^\s*(?:query|mutation)\s+([_A-Za-z]\w*)", re.MULTILINE)


def known_operations() -> Iterator[str]:
    for path in sorted(FRONTEND.rglob("*.graphql")):
        yield from _NAME.findall(path.read_text(encoding="utf-8"))
