"""The glossary's terms: read, written down, changed and taken out."""

import unicodedata
from dataclasses import dataclass

from django.db import IntegrityError, transaction
from django.db.models import QuerySet

from i18n.glossary.term import GlossaryRule, GlossaryTerm
from i18n.languages import LANGUAGES
from i18n.messages import gettext_noop as _

MOST_TERMS = 5_000
LONGEST_TERM, LONGEST_NOTE = 120, 500


@dataclass(frozen=True, slots=True)
class TermFields:
    source_language: str
    term: str
    rule: str
    language: str = ""
    target: str = ""
    match_case: bool = False
    note: str = ""


class TermRefused(ValueError):
    """The term cannot be taken as it stands. ``message`` is a message id with ``params``."""

    def __init__(self, field: str, code: str, message: str, **params: object) -> None:
        super().__init__(f"{field}: {code}")
        self.field, self.code, self.message, self.params = field, code, message, params


def terms_for(owner_id: int, source_language: str, language: str) -> list[GlossaryTerm]:
    """The terms of an owner that translations between these languages are held against."""
    rows = GlossaryTerm.objects.filter(owner_id=owner_id, source_language=source_language)
    return list(rows.filter(language__in=["", language]))


def terms_of(owner_id: int) -> QuerySet[GlossaryTerm]:
    return GlossaryTerm.objects.filter(owner_id=owner_id)


def create_term(*, owner_id: int, fields: TermFields) -> GlossaryTerm:
    """Add a term to an owner's glossary, where it stands once per pair of languages. Raises `TermRefused`."""
    if GlossaryTerm.objects.filter(owner_id=owner_id).count() >= MOST_TERMS:
        raise TermRefused("term", "INVALID", _("A glossary has at most %(most)s terms."), most=MOST_TERMS)
    return _save(GlossaryTerm(owner_id=owner_id), fields)


def update_term(*, term: GlossaryTerm, fields: TermFields) -> GlossaryTerm:
    """Replace what the term says. Raises `TermRefused`."""
    return _save(term, fields)


def delete_term(*, term: GlossaryTerm) -> None:
    """Take a term out; translations stay as they are."""
    GlossaryTerm.objects.filter(pk=term.pk).delete()


def _save(row: GlossaryTerm, fields: TermFields) -> GlossaryTerm:
    clean = _checked(fields)
    for name in ("source_language", "term", "rule", "language", "target", "match_case", "note"):
        setattr(row, name, getattr(clean, name))
    row.term_key = clean.term if clean.match_case else clean.term.casefold()
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError:
        raise TermRefused("term", "UNIQUE", _("This term is in the glossary already.")) from None
    return row


def _checked(fields: TermFields) -> TermFields:
    term, target, note = _tidy(fields.term), _tidy(fields.target), _tidy(fields.note)
    keep = fields.rule == GlossaryRule.KEEP
    if not term:
        raise TermRefused("term", "REQUIRED", _("This field is required."))
    for name, text, longest in (
        ("term", term, LONGEST_TERM),
        ("target", target, LONGEST_TERM),
        ("note", note, LONGEST_NOTE),
    ):
        if len(text) > longest:
            raise TermRefused(name, "INVALID", _("At most %(limit)s characters."), limit=longest)
    if fields.rule not in GlossaryRule.values or fields.source_language not in LANGUAGES:
        raise TermRefused("source_language", "INVALID", _("Choose one of the list."))
    if keep:
        return TermFields(fields.source_language, term, fields.rule, "", "", fields.match_case, note)
    if fields.language not in LANGUAGES or fields.language == fields.source_language:
        raise TermRefused("language", "INVALID", _("Choose the language of the fixed translation."))
    if not target:
        raise TermRefused("target", "REQUIRED", _("Say how the word is translated."))
    return TermFields(fields.source_language, term, fields.rule, fields.language, target, fields.match_case, note)


def _tidy(text: str) -> str:
    printable = "".join(c if c.isprintable() else " " for c in unicodedata.normalize("NFC", text))
    return " ".join(printable.split())
