"""Versions of a page: written down with every change, and gone back to."""

from collections.abc import Iterable, Mapping

from django.db.models import Max

from i18n.translate import translations_of
from marketplace.accounts.models import User
from marketplace.content.page import FIELDS, SUBJECT, Page
from marketplace.content.version import PageVersion


def texts_in(page: Page, language: str) -> dict[str, str]:
    """What the page says in exactly this language; a field without a text is missing in another than its own."""
    if language == page.source_language:
        return {name: getattr(page, name) for name in FIELDS}
    return {row.field: row.text for row in translations_of(SUBJECT, [page.pk], [language], FIELDS)[str(page.pk)]}


def record_version(*, page: Page, language: str, changed: Iterable[str], by: User | None) -> PageVersion:
    """Write down what the page says now. The caller has locked the page, so that numbers have no holes."""
    last = PageVersion.objects.filter(page=page).aggregate(last=Max("number"))["last"] or 0
    return PageVersion.objects.create(
        page=page,
        number=last + 1,
        language=language,
        texts=texts_in(page, language),
        changed=sorted(changed),
        was_published=page.is_published,
        made_by=by,
    )


def locked(page: Page) -> Page:
    """The page's row, held until the caller's transaction ends: changes of one page follow each other."""
    return Page.objects.select_for_update().get(pk=page.pk)


def differences(before: Mapping[str, str], after: Mapping[str, str]) -> list[str]:
    """The fields that do not say the same any more."""
    return [name for name in FIELDS if before.get(name, "") != after.get(name, "")]
