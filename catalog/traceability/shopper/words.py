"""What people without an account type in: plain text within bounds."""

from __future__ import annotations

from catalog.refusal import Problem, Refused
from catalog.reviews.fields import plain_lines
from i18n.messages import gettext_noop as _


def checked_text(field: str, text: str, longest: int, *, is_required: bool = False) -> str:
    """Without control characters and needless empty lines. Raises `Refused`."""
    clean = plain_lines(text)
    if len(clean) > longest:
        message = _("This text is too long: at most %(longest)s characters.")
        raise Refused(Problem(field, "INVALID", message, {"longest": longest}))
    if is_required and not clean:
        raise Refused(Problem(field, "REQUIRED", _("Please fill in this field.")))
    return clean
