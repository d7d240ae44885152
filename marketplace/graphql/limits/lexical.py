"""Length, tokens and nesting of a document, measured on its text, before a parser spends time and stack on it."""

import re

from marketplace.graphql.limits.limits import Limits, check

# The lexical grammar of section 2.1 of the specification, as far as counting and nesting need it.
_TOKEN = re.compile(
    r'"""(?:[^"\\]|\\"""|\\|"(?!""))*"""'
    r'|"(?:[^"\\\n\r]|\\.)*"'
    r"|#[^\n\r]*"
    r"|(?P<open>[{(\[])|(?P<close>[})\]])"
    r"|[_A-Za-z][_0-9A-Za-z]*|-?[0-9][0-9.eE+-]*|\.\.\.|[^\s,\ufeff]"
)


def check_text(text: str, limits: Limits) -> None:
    """Raises `LimitExceeded` for ``characters``, ``tokens`` or ``nesting``."""
    check("characters", limits.characters, len(text))
    tokens = depth = deepest = 0
    for token in _TOKEN.finditer(text):
        tokens += 1
        if token["open"]:
            depth += 1
            deepest = max(deepest, depth)
        elif token["close"]:
            depth -= 1
    check("tokens", limits.tokens, tokens)
    check("nesting", limits.nesting, deepest)
