"""``checked_texts``: words of a page as they may be stored."""

from collections.abc import Mapping

from catalog.products.fields import one_line
from catalog.refusal import Problem, refuse_any
from i18n.messages import gettext_noop as _
from marketplace.content.links import link_problems
from marketplace.content.page import FIELDS, Page
from marketplace.content.rich_text import sanitised_page


def checked_texts(texts: Mapping[str, str]) -> dict[str, str]:
    """The texts cut down to what is safe, those that pages have. Raises `Refused`: too long, or a link to nowhere."""
    clean = {name: _tidy(name, text) for name, text in texts.items() if name in FIELDS}
    refuse_any([*_too_long(clean), *link_problems(clean.get("content", ""))])
    return clean


def _tidy(name: str, text: str) -> str:
    return sanitised_page(text) if name == "content" else one_line(text)


def _too_long(clean: dict[str, str]) -> list[Problem]:
    message = _("This text is too long: at most %(longest)s characters.")
    longest = {name: getattr(Page._meta.get_field(name), "max_length", 0) or 0 for name in clean}
    return [
        Problem(name, "INVALID", message, {"longest": longest[name]})
        for name, text in clean.items()
        if len(text) > longest[name]
    ]
