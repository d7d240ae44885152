"""A text of one record for one reader, for letters and papers."""

from operator import attrgetter
from typing import Any

from i18n.translate import localize


def local_name(row: Any, language: str, field: str = "name") -> str:
    """In the reader's language, or the nearest there is. The row's class has a ``SUBJECT``."""
    found = localize(
        subject=row.SUBJECT,
        rows=[row],
        fields=[field],
        language=language,
        source_language=attrgetter("source_language"),
    )
    text = found[0][field]
    return text.text if text is not None else ""
