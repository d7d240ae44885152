"""Write, change and delete pages."""

from datetime import datetime
from typing import Any, TypedDict, Unpack

from django.db import transaction

from catalog.products.description import sanitised
from catalog.products.fields import one_line
from catalog.products.free_slug import free_slug
from catalog.refusal import Problem, Refused, refuse_any
from i18n.languages import LANGUAGES
from i18n.messages import gettext_noop as _
from i18n.translate import remove_translations, set_translation
from marketplace.content.page import FIELDS, SUBJECT, Page


class PageFields(TypedDict, total=False):
    title: str
    slug: str
    content: str
    seo_title: str
    seo_description: str
    source_language: str
    is_published: bool
    published_at: datetime | None
    is_sample: bool


def create_page(**fields: Unpack[PageFields]) -> Page:
    """A page, shown to nobody unless it says so. Raises `Refused`."""
    clean = _checked(fields)
    if not clean.get("title"):
        raise Refused(Problem("title", "REQUIRED", _("This needs a title.")))
    slug = free_slug(Page.objects.all(), clean["title"], fields.get("slug", ""))
    return Page.objects.create(slug=slug, **clean)


def update_page(*, page: Page, **fields: Unpack[PageFields]) -> Page:
    """Change the fields given. Raises `Refused`."""
    clean = _checked(fields)
    if "title" in clean and not clean["title"]:
        raise Refused(Problem("title", "REQUIRED", _("This needs a title.")))
    if fields.get("slug") and fields["slug"] != page.slug:
        clean["slug"] = free_slug(Page.objects.exclude(pk=page.pk), page.title, fields["slug"])
    for name, value in clean.items():
        setattr(page, name, value)
    page.save(update_fields=[*clean, "updated_at"])
    return page


def delete_page(*, page: Page) -> None:
    """Menus lose the entries that led to it."""
    with transaction.atomic():
        remove_translations(subject=SUBJECT, object_ids=[page.pk])
        page.delete()


def translate_page(*, page: Page, language: str, texts: dict[str, str], translator: str = "") -> None:
    """Store texts in another language; an empty one removes its translation. Raises `Refused`."""
    if language not in LANGUAGES or language == page.source_language:
        message = _("Choose a language other than the one the page is written in.")
        raise Refused(Problem("language_code", "INVALID", message))
    clean = {name: _tidy(name, text) for name, text in texts.items() if name in FIELDS}
    refuse_any(_too_long(clean))
    set_translation(subject=SUBJECT, object_id=page.pk, language=language, texts=clean, translator=translator)


def _checked(fields: PageFields) -> dict[str, Any]:
    clean: dict[str, Any] = {name: value for name, value in fields.items() if name != "slug"}
    clean |= {name: _tidy(name, clean[name] or "") for name in FIELDS if name in clean}
    refuse_any(_too_long({name: clean[name] for name in FIELDS if name in clean}))
    if clean.get("source_language", "en") not in LANGUAGES:
        raise Refused(Problem("source_language", "INVALID", _("This is none of the marketplace's languages.")))
    return clean


def _tidy(name: str, text: str) -> str:
    return sanitised(text) if name == "content" else one_line(text)


def _too_long(clean: dict[str, str]) -> list[Problem]:
    message = _("This text is too long: at most %(longest)s characters.")
    longest = {name: getattr(Page._meta.get_field(name), "max_length", 0) or 0 for name in clean}
    return [
        Problem(name, "INVALID", message, {"longest": longest[name]})
        for name, text in clean.items()
        if len(text) > longest[name]
    ]
