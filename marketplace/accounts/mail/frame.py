"""The HTML of every letter: one column, one heading, real tables, no pictures and nothing fetched from anywhere.

Colours stand in the elements, because some mail programs drop style sheets, and once more in a style sheet for
readers whose program is dark. Screen readers hear one article in its language, with row headers in its tables.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from django.conf import settings

from i18n.languages import LANGUAGES
from marketplace.accounts.mail.parts import Link, Part, Rows

if TYPE_CHECKING:
    from marketplace.accounts.mail.letter import Letter

_FONT = "font-family:system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans',Arial,sans-serif"
_NAME = "padding:4px 16px 4px 0;text-align:start;vertical-align:top;font-weight:400;color:#5f5650"
_VALUE = "padding:4px 0;vertical-align:top;color:#2b2523"
_STYLE = """
:root{color-scheme:light dark;supported-color-schemes:light dark}
@media (prefers-color-scheme:dark){
.page{background-color:#1d1917!important}.sheet{background-color:#27221f!important}
.ink,.ink p,.ink h1,.ink td{color:#f3ece4!important}.soft,.ink th{color:#c3b8ad!important}
.ink a{color:#ffb39f!important}a.button{background-color:#ffb39f!important;color:#2b1610!important}
}
"""
_PAGE = (
    '<!doctype html><html lang="{language}" dir="{direction}"><head><meta charset="utf-8">'
    '<meta name="viewport" content="width=device-width,initial-scale=1">'
    '<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">'
    "<title>{subject}</title><style>{style}</style></head>"
    '<body class="page" style="margin:0;padding:0;background-color:#f6f1ea">'
    '<div role="article" aria-label="{subject}" lang="{language}" dir="{direction}" class="sheet ink" '
    'style="max-width:600px;margin:0 auto;padding:24px;background-color:#fffdf9;color:#2b2523;{font};'
    'font-size:16px;line-height:1.5;overflow-wrap:break-word">'
    '<p class="soft" style="margin:0 0 16px;color:#5f5650;font-size:14px">Bình Dương Marketplace</p>'
    '<h1 style="margin:0 0 16px;font-size:22px;line-height:1.3;color:#2b2523">{subject}</h1>'
    '{body}<p class="soft" style="margin:32px 0 0;padding-top:12px;border-top:1px solid #cfc5ba;color:#5f5650;'
    'font-size:14px"><a style="color:#8f2f1c" href="{site}">{site}</a></p></div></body></html>'
)


def frame(letter: Letter) -> str:
    language = LANGUAGES.get(letter.language)
    last = _button(letter.link, letter.link_text) if letter.link else ""
    return _PAGE.format(
        language=escape(letter.language),
        direction=language.direction if language else "ltr",
        subject=escape(letter.subject_line),
        style=_STYLE,
        font=_FONT,
        body="".join(map(_block, letter.body)) + last,
        site=escape(settings.PUBLIC_URL),
    )


def _block(part: Part) -> str:
    if isinstance(part, str):
        lines = escape(part).replace("\n", "<br>")
        return f'<p style="margin:0 0 16px;color:#2b2523">{lines}</p>'
    if isinstance(part, Link):
        return _button(part.url, part.text)
    return _table(part)


def _table(rows: Rows) -> str:
    lines = "".join(
        f'<tr><th scope="row" style="{_NAME}">{escape(name)}</th><td style="{_VALUE}">{escape(value)}</td></tr>'
        for name, value in rows
    )
    return f'<table style="margin:0 0 16px;border-collapse:collapse">{lines}</table>'


def _button(url: str, text: str) -> str:
    look = "display:inline-block;padding:10px 18px;border-radius:4px;background-color:#8f2f1c;color:#ffffff"
    return f'<p style="margin:0 0 16px"><a class="button" style="{look}" href="{escape(url)}">{escape(text)}</a></p>'
