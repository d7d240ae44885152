"""Text of bounded length from outside."""

from i18n.messages import gettext_noop as _
from marketplace.graphql import InputError


def bounded(text: str, field: str, limit: int) -> str:
    """The text without blanks around it; raises INVALID when it is longer than ``limit``."""
    tidy = text.strip()
    if len(tidy) > limit or "\x00" in tidy:
        raise InputError(_("At most %(limit)s characters."), field=field, params={"limit": limit})
    return tidy


def needed(text: str, field: str, limit: int) -> str:
    """The same, and not empty: raises REQUIRED."""
    tidy = bounded(text, field, limit)
    if not tidy:
        raise InputError(_("This field is required."), field=field, code="REQUIRED")
    return tidy
