"""A letter as its reader gets it: one content, told as plain text and as simple HTML."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.conf import settings

from marketplace.accounts.mail.frame import frame
from marketplace.accounts.mail.parts import Link, Part


@dataclass(frozen=True, slots=True)
class Letter:
    """``body`` is paragraphs (text), tables (rows of a name and a value) and links, in their order.

    Both forms are made of it, so that neither can say what the other doesn't.
    """

    subject: str
    language: str
    body: Sequence[Part]
    link: str = ""
    link_text: str = ""
    """What the reader may do next: a button below the body."""
    calendar: str = ""
    """An iCalendar object (RFC 5545) with its METHOD, for the reader's calendar; empty for most letters."""

    @property
    def subject_line(self) -> str:
        """Without line breaks, which would be headers of their own."""
        return " ".join(self.subject.split())

    def as_text(self) -> str:
        last = [f"{self.link_text}: {self.link}"] if self.link else []
        return "\n\n".join([*map(_plain, self.body), *last, settings.PUBLIC_URL])

    def as_html(self) -> str:
        return frame(self)


def _plain(part: Part) -> str:
    if isinstance(part, str):
        return part
    if isinstance(part, Link):
        return part.url
    return "\n".join(f"{name}: {value}" for name, value in part)
