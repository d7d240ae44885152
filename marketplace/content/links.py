"""Links between pages, checked when a text is written and whenever somebody asks."""

from collections.abc import Iterable

from catalog.refusal import Problem
from i18n.messages import gettext_noop as _
from marketplace.content.page import Page
from marketplace.content.rich_text import links_in

PAGE = "page:"


def slugs_linked(content: str) -> set[str]:
    """The pages that a text leads to."""
    return {link.removeprefix(PAGE) for link in links_in(content) if link.startswith(PAGE)}


def link_problems(content: str) -> list[Problem]:
    """One for every link to a page that is not there."""
    wanted = slugs_linked(content)
    missing = wanted - set(Page.objects.filter(slug__in=wanted).values_list("slug", flat=True)) if wanted else set()
    message = _("There is no page “%(slug)s” that this text could lead to.")
    return [Problem("content", "INVALID", message, {"slug": slug}) for slug in sorted(missing)]


def dead_links(contents: Iterable[str]) -> list[set[str]]:
    """For each text the slugs that nobody but the operator can open now: gone, or not published; one query."""
    wanted = [slugs_linked(content) for content in contents]
    every = set().union(*wanted)
    open_now = set(Page.objects.published().filter(slug__in=every).values_list("slug", flat=True)) if every else set()
    return [slugs - open_now for slugs in wanted]
