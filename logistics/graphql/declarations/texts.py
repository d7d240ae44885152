"""Texts of a declaration as people type them: trimmed, on one line, not too long."""

from typing import Any

from i18n.messages import gettext_noop as _
from marketplace.graphql import InputError

LONGEST = 120


def short(given: Any, field: str, *, longest: int = LONGEST) -> str:
    text = " ".join((given or "").split())
    if len(text) > longest:
        raise InputError(
            _("At most %(longest)s characters are possible here."), field=f"input.{field}", params={"longest": longest}
        )
    return text


def country(given: Any, field: str) -> str:
    code = (given or "").strip().upper()
    if len(code) != 2 or not code.isascii() or not code.isalpha():
        raise InputError(_("A country is written as two letters, such as VN."), field=f"input.{field}")
    return code
