"""A statement without values: literals become ``?``, long lists of places one. What Django sends has none already."""

import re
from functools import lru_cache

LONGEST = 2000
_LITERAL = re.compile(r"'(?:[^']|'')*'|\$\$.*?\$\$|(?<![\w\"$])-?\d+(?:\.\d+)?\b", re.DOTALL)
_LIST = re.compile(r"\((?:\s*(?:%s|\?)\s*,){2,}\s*(?:%s|\?)\s*\)")
_ROWS = re.compile(r"(\([?%s, .]+\))(?:\s*,\s*\([?%s, .]+\))+")
_COMMENT = re.compile(r"/\*.*?\*/|--[^\n]*", re.DOTALL)
_TABLE = re.compile(r"\b(?:FROM|INTO|UPDATE|TABLE)\s+\"?([\w.]+)", re.IGNORECASE)


@lru_cache(maxsize=2048)
def sanitised(sql: str) -> str:
    text = _LITERAL.sub("?", _COMMENT.sub("", sql[: LONGEST * 4]))
    return " ".join(_ROWS.sub(r"\1, …", _LIST.sub("(…)", text)).split())[:LONGEST]


@lru_cache(maxsize=2048)
def named(sql: str) -> str:
    """``SELECT orders_order``: what the statement does, to which table first."""
    verb = sql.lstrip("( \n\t").split(None, 1)[0].upper() if sql.strip() else "EMPTY"
    table = _TABLE.search(sql)
    return f"{verb} {table.group(1)}" if table else verb
