"""Write, change and delete pages."""

from datetime import datetime
from typing import Any, TypedDict, Unpack

from django.db import transaction

from catalog.products import media_files
from catalog.products.free_slug import free_slug
from catalog.products.picture import read_picture
from catalog.refusal import Problem, Refused
from i18n.languages import LANGUAGES
from i18n.messages import gettext_noop as _
from i18n.translate import remove_translations, set_translation
from marketplace.accounts.models import User
from marketplace.content.page import FIELDS, SUBJECT, Page
from marketplace.content.texts import checked_texts
from marketplace.content.version import PageDraft
from marketplace.content.versions import differences, locked, record_version, texts_in
from marketplace.sellers.models import Seller


class PageFields(TypedDict, total=False):
    title: str
    slug: str
    kind: str
    lead: str
    content: str
    picture: bytes | None
    image_alt: str
    seller: Seller | None
    seo_title: str
    seo_description: str
    source_language: str
    is_published: bool
    published_at: datetime | None
    is_sample: bool


def create_page(*, by: User | None = None, **fields: Unpack[PageFields]) -> Page:
    """A page, shown to nobody unless it says so. Raises `Refused`."""
    clean = _checked(fields)
    if not clean.get("title"):
        raise Refused(Problem("title", "REQUIRED", _("This needs a title.")))
    slug = free_slug(Page.objects.all(), clean["title"], fields.get("slug", ""))
    with transaction.atomic():
        page: Page = Page.objects.create(slug=slug, **clean)
        record_version(page=page, language=page.source_language, changed=clean, by=by)
    return page


def update_page(*, page: Page, by: User | None = None, **fields: Unpack[PageFields]) -> Page:
    """Change the fields given; a ``picture`` of ``None`` takes it away. Raises `Refused`."""
    clean = _checked(fields)
    if "title" in clean and not clean["title"]:
        raise Refused(Problem("title", "REQUIRED", _("This needs a title.")))
    with transaction.atomic():
        page = locked(page)
        if fields.get("slug") and fields["slug"] != page.slug:
            clean["slug"] = free_slug(Page.objects.exclude(pk=page.pk), page.title, fields["slug"])
        changed = [name for name, value in clean.items() if getattr(page, name) != value]
        former = page.image if "image" in changed else ""
        for name in changed:
            setattr(page, name, clean[name])
        page.save(update_fields=[*changed, "updated_at"])
        if changed:
            record_version(page=page, language=page.source_language, changed=changed, by=by)
        if former:
            transaction.on_commit(lambda: media_files.remove(former))
    return page


def delete_page(*, page: Page) -> None:
    """Menus lose the entries that led to it; its versions and drafts go with it."""
    image = page.image
    with transaction.atomic():
        remove_translations(subject=SUBJECT, object_ids=[page.pk])
        page.delete()
        if image:
            transaction.on_commit(lambda: media_files.remove(image))


def translate_page(
    *, page: Page, language: str, texts: dict[str, str], translator: str = "", by: User | None = None
) -> None:
    """Store texts in another language; an empty one removes its translation. Raises `Refused`."""
    if language not in LANGUAGES or language == page.source_language:
        message = _("Choose a language other than the one the page is written in.")
        raise Refused(Problem("language_code", "INVALID", message))
    clean = checked_texts(texts)
    with transaction.atomic():
        page = locked(page)
        before = texts_in(page, language)
        set_translation(subject=SUBJECT, object_id=page.pk, language=language, texts=clean, translator=translator)
        if changed := differences(before, {**before, **clean}):
            record_version(page=page, language=language, changed=changed, by=by)


def write_page(*, page: Page, language: str, texts: dict[str, str], by: User | None) -> None:
    """Texts in whichever language, the page's own or another; a draft in it is done with. Raises `Refused`."""
    with transaction.atomic():
        if language == page.source_language:
            update_page(page=page, by=by, **texts)  # type: ignore[arg-type]  # texts are some of `PageFields`
        else:
            translator = f"user:{by.pk}" if by else ""
            translate_page(page=page, language=language, texts=texts, translator=translator, by=by)
        PageDraft.objects.filter(page=page, language=language).delete()


def _checked(fields: PageFields) -> dict[str, Any]:
    clean: dict[str, Any] = {name: value for name, value in fields.items() if name not in {"slug", "picture"}}
    clean |= checked_texts({name: clean[name] or "" for name in FIELDS if name in clean})
    if clean.get("source_language", "en") not in LANGUAGES:
        raise Refused(Problem("source_language", "INVALID", _("This is none of the marketplace's languages.")))
    if "picture" in fields:
        clean["image"] = media_files.store(read_picture(fields["picture"])) if fields["picture"] else ""
    return clean
