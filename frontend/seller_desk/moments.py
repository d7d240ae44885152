"""Days and times of the workshop: forms show and read the clock of Vietnam, which has one offset all year."""

from datetime import UTC, date, datetime, timedelta, timezone

from frontend.page import Page
from i18n.messages import gettext_noop as _

VIETNAM = timezone(timedelta(hours=7))


def local_now() -> str:
    """Now, as an input of type ``datetime-local`` holds it."""
    return datetime.now(UTC).astimezone(VIETNAM).strftime("%Y-%m-%dT%H:%M")


def read_moment(page: Page, name: str) -> str:
    """A moment typed by the clock of Vietnam, with its offset; raises ``Refused``.

    The present minute means this second: what is told within one minute keeps the order it was told in.
    """
    try:
        moment = datetime.fromisoformat(page.form.text(name, required=True))
    except ValueError as error:
        raise page.refuse(name, _("Write a day and a time, for example 2026-11-21 14:30.")) from error
    typed = moment if moment.tzinfo else moment.replace(tzinfo=VIETNAM)
    now = datetime.now(UTC).replace(microsecond=0)
    return (now if timedelta() <= now - typed < timedelta(minutes=1) else typed).isoformat()


def read_day(page: Page, name: str, *, required: bool = True) -> str | None:
    """A day as ``2026-11-21``; raises ``Refused``."""
    text = page.form.text(name, required=required)
    if not text:
        return None
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError as error:
        raise page.refuse(name, _("Write a day, for example 2026-11-21.")) from error


def read_optional_moment(page: Page, name: str) -> str | None:
    """A moment typed by the clock of Vietnam, ``None`` for an empty field; raises ``Refused``."""
    return read_moment(page, name) if page.form.text(name) else None


def local_moment(moment: object) -> str:
    """A moment of the API as an input of type ``datetime-local`` holds it; ``""`` for none."""
    if not moment:
        return ""
    return datetime.fromisoformat(str(moment)).astimezone(VIETNAM).strftime("%Y-%m-%dT%H:%M")
