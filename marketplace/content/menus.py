"""Make menus and fill them."""

import re
from typing import Any, TypedDict, Unpack

from django.db import transaction
from django.db.models import Max

from catalog.models import Category, Collection
from catalog.products.fields import one_line
from catalog.products.free_slug import free_slug
from catalog.refusal import Problem, Refused
from i18n.languages import LANGUAGES
from i18n.messages import gettext_noop as _
from i18n.translate import remove_translations, set_translation
from marketplace.content.menu import DEEPEST, SUBJECT, Menu, MenuItem
from marketplace.content.page import Page

MOST_ITEMS = 100
_NAME = 120
_PLACE = re.compile(r"/(?!/)[A-Za-z0-9/_.~%?=&+,;:@-]*")


class ItemFields(TypedDict, total=False):
    name: str
    page: Page | None
    category: Category | None
    collection: Collection | None
    url: str
    sort_order: int


def create_menu(*, name: str, slug: str = "") -> Menu:
    """An empty menu. Raises `Refused`."""
    clean = _named(name)
    return Menu.objects.create(name=clean, slug=free_slug(Menu.objects.all(), clean, slug))


def update_menu(*, menu: Menu, name: str | None = None, slug: str | None = None, replaces: bool = False) -> Menu:
    """Change what is given; with ``replaces`` the menu that has ``slug`` gives it away. Raises `Refused`."""
    with transaction.atomic():
        if name is not None:
            menu.name = _named(name)
        if slug and slug != menu.slug:
            if replaces:
                _give_way(slug)
            menu.slug = free_slug(Menu.objects.exclude(pk=menu.pk), menu.name, slug)
        menu.save(update_fields=["name", "slug"])
    return menu


def _give_way(slug: str) -> None:
    """The menu at ``slug``, if there is one, keeps its entries at an address of its own."""
    other = Menu.objects.select_for_update().filter(slug=slug).first()
    if other is not None:
        other.slug = free_slug(Menu.objects.all(), f"{slug} before")
        other.save(update_fields=["slug"])


def delete_menu(*, menu: Menu) -> None:
    """With everything in it."""
    with transaction.atomic():
        _forget_names(menu.items.values_list("pk", flat=True))
        menu.delete()


def add_item(*, menu: Menu, parent: MenuItem | None = None, **fields: Unpack[ItemFields]) -> MenuItem:
    """An entry at the end of its list. Raises `Refused`."""
    clean = _checked(fields)
    if not clean.get("name"):
        raise Refused(Problem("name", "REQUIRED", _("This needs a name.")))
    if parent is not None and (parent.menu_id != menu.pk or parent.level >= DEEPEST):
        raise Refused(Problem("parent", "INVALID", _("An entry cannot stand below this one.")))
    with transaction.atomic():
        items = MenuItem.objects.select_for_update().filter(menu=menu)
        if items.count() >= MOST_ITEMS:
            message = _("A menu has at most %(most)s entries.")
            raise Refused(Problem("menu", "INVALID", message, {"most": MOST_ITEMS}))
        last = items.filter(parent=parent).aggregate(last=Max("sort_order"))["last"]
        clean.setdefault("sort_order", 0 if last is None else last + 1)
        return MenuItem.objects.create(menu=menu, parent=parent, level=parent.level + 1 if parent else 0, **clean)


def update_item(*, item: MenuItem, **fields: Unpack[ItemFields]) -> MenuItem:
    """Change what is given; a new place takes the place of the former one. Raises `Refused`."""
    clean = _checked(fields)
    if "name" in clean and not clean["name"]:
        raise Refused(Problem("name", "REQUIRED", _("This needs a name.")))
    if _places(clean):
        clean = {"page": None, "category": None, "collection": None, "url": "", **clean}
    for name, value in clean.items():
        setattr(item, name, value)
    item.save(update_fields=list(clean))
    return item


def delete_item(*, item: MenuItem) -> None:
    """With those below it."""
    with transaction.atomic():
        below = MenuItem.objects.filter(parent=item)
        _forget_names([item.pk, *below.values_list("pk", flat=True)])
        _forget_names(MenuItem.objects.filter(parent__in=below).values_list("pk", flat=True))
        item.delete()


def translate_item(*, item: MenuItem, language: str, name: str, translator: str = "") -> None:
    """Store the name in another language; an empty one removes it. Raises `Refused`."""
    if language not in LANGUAGES or language == "en":
        message = _("English is what is translated here: choose another language of the marketplace.")
        raise Refused(Problem("language_code", "INVALID", message))
    texts = {"name": _short(one_line(name))}
    set_translation(subject=SUBJECT, object_id=item.pk, language=language, texts=texts, translator=translator)


def _checked(fields: ItemFields) -> dict[str, Any]:
    clean: dict[str, Any] = dict(fields)
    if "name" in clean:
        clean["name"] = _short(one_line(clean["name"]))
    if "url" in clean:
        clean["url"] = clean["url"].strip()
        if clean["url"] and (len(clean["url"]) > 300 or not _PLACE.fullmatch(clean["url"])):
            raise Refused(Problem("url", "INVALID", _("Write a place of this site, beginning with a slash.")))
    if len(_places(clean)) > 1:
        raise Refused(Problem("url", "INVALID", _("An entry leads to one place.")))
    if not 0 <= clean.get("sort_order", 0) < 2**31:
        raise Refused(Problem("sort_order", "INVALID", _("This number is out of range.")))
    return clean


def _places(clean: dict[str, Any]) -> list[Any]:
    return [clean[name] for name in ("page", "category", "collection", "url") if clean.get(name)]


def _named(name: str) -> str:
    clean = _short(one_line(name))
    if not clean:
        raise Refused(Problem("name", "REQUIRED", _("This needs a name.")))
    return clean


def _short(name: str) -> str:
    if len(name) > _NAME:
        message = _("This text is too long: at most %(longest)s characters.")
        raise Refused(Problem("name", "INVALID", message, {"longest": _NAME}))
    return name


def _forget_names(keys: Any) -> None:
    remove_translations(subject=SUBJECT, object_ids=list(keys))
