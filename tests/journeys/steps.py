"""What happens between two requests: background work, letters arriving, files being made."""

import io
import re
from collections.abc import Sequence
from urllib.parse import unquote

from openpyxl import Workbook

from marketplace.events.deliver import deliver_pending
from tests.posted import posted

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def work_in_the_background() -> None:
    """Deliver until nothing is waiting: indexing, letters, documents."""
    for _ in range(50):
        if deliver_pending(limit=200) == 0:
            return
    raise AssertionError("the outbox does not become empty")


def token_mailed_to(email: str) -> str:
    """The token in the newest letter to ``email``."""
    found = re.search(r"[?&]token=([^\s&\"<]+)", _newest_to(email))
    assert found is not None
    return unquote(found.group(1))


def link_mailed_to(email: str) -> str:
    """The link with a token in the newest letter to ``email``."""
    found = re.search(r"https?://\S+[?&]token=[^\s\"<]+", _newest_to(email))
    assert found is not None
    return found.group(0)


def _newest_to(email: str) -> str:
    return str(next(letter for letter in reversed(posted()) if letter.to == [email]).body)


def workbook(rows: Sequence[Sequence[object]]) -> bytes:
    """An XLSX file with these rows on its first sheet."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(list(row))
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()
