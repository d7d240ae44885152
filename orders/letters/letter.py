"""A letter to a buyer: plain text, and the same words as simple HTML."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from django.conf import settings
from django.core.mail import EmailMultiAlternatives

Rows = Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Letter:
    """``body`` is paragraphs (text) and tables (rows of a name and a value), in their order."""

    subject: str
    language: str
    body: Sequence[str | Rows]
    link: str
    link_text: str

    def as_text(self) -> str:
        parts = [part if isinstance(part, str) else "\n".join(f"{name}: {value}" for name, value in part)
                 for part in self.body]  # fmt: skip
        return "\n\n".join([*parts, f"{self.link_text}: {self.link}", settings.PUBLIC_URL])

    def as_html(self) -> str:
        parts = [_paragraph(part) if isinstance(part, str) else _table(part) for part in self.body]
        link = f'<p><a href="{escape(self.link)}">{escape(self.link_text)}</a></p>'
        return (
            f'<!doctype html><html lang="{escape(self.language)}"><head><meta charset="utf-8">'
            f'<title>{escape(self.subject)}</title></head><body style="font-family: sans-serif; line-height: 1.5">'
            f"{''.join(parts)}{link}</body></html>"
        )


def _paragraph(text: str) -> str:
    return f"<p>{escape(text)}</p>"


def _table(rows: Rows) -> str:
    cells = "".join(
        f'<tr><td style="padding: 0 1.5em .3em 0">{escape(name)}</td><td>{escape(value)}</td></tr>'
        for name, value in rows
    )
    return f"<table>{cells}</table>"


def send(letter: Letter, *, to: str) -> None:
    """Hand it to the mail server; raises what the server says, so that the reaction is tried again."""
    subject = " ".join(letter.subject.split())
    message = EmailMultiAlternatives(subject, letter.as_text(), settings.DEFAULT_FROM_EMAIL, [to])
    message.attach_alternative(letter.as_html(), "text/html")
    message.send()
