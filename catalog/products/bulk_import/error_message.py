"""What a stored error of a row says to its reader."""

from collections.abc import Mapping
from typing import Any

from i18n.messages import gettext


def error_message(error: Mapping[str, Any], language: str) -> str:
    """The error's message, kept as a message id with parameters, in the reader's language."""
    said = error["message"]
    return gettext(language, said, **error["params"])
