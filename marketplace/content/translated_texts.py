"""The texts of pages and menus that can be translated, declared to `i18n.subjects` when the application starts."""

from catalog.products.fields import one_line
from i18n.messages import gettext_noop as _
from i18n.subjects import Markup, Subject, TextField, register_subject
from marketplace.accounts.permissions import Permission
from marketplace.content import menu, page
from marketplace.content.rich_text import sanitised_page

PAGE = Subject(
    kind=page.SUBJECT,
    label=_("Page"),
    rows=lambda: page.Page.objects.all(),
    fields=(
        TextField("title", _("Title"), 250, Markup.LINE, one_line),
        TextField("lead", _("Lead"), 400, Markup.LINE, one_line),
        TextField("content", _("Text"), 50_000, Markup.HTML, sanitised_page),
        TextField("image_alt", _("What the picture shows"), 250, Markup.LINE, one_line),
        TextField("seo_title", _("Title for search engines"), 120, Markup.LINE, one_line),
        TextField("seo_description", _("Description for search engines"), 300, Markup.LINE, one_line),
    ),
    source_language="source_language",
    role=Permission.CONTENT_MANAGE,
    names=("title",),
)
MENU_ITEM = Subject(
    kind=menu.SUBJECT,
    label=_("Menu entry"),
    rows=lambda: menu.MenuItem.objects.all(),
    fields=(TextField("name", _("Name"), 120, Markup.LINE, one_line),),
    written_in="en",
    role=Permission.CONTENT_MANAGE,
    names=("menu__name", "name"),
)


def declare() -> None:
    register_subject(PAGE)
    register_subject(MENU_ITEM)
