"""Texts from outside, of no more than a length."""

from i18n.messages import gettext_noop as _
from marketplace.graphql import InputError


def bounded(text: str, field: str, longest: int) -> str:
    """Without blanks around; raises ``InputError``."""
    if len(text) > longest:
        raise InputError(
            _("At most %(longest)s characters are possible here."), field=field, params={"longest": longest}
        )
    return text.strip()
