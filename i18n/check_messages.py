"""Find all that keeps the message catalogs from being complete and right."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from babel import Locale
from babel.messages.catalog import Catalog, Message
from babel.messages.plurals import get_plural

from i18n.catalog import TEMPLATE, all_filled, forms_of, key_of, messages_of, read, template_text
from i18n.extract_messages import PROJECT_DIR, extract_messages
from i18n.languages import LANGUAGES, LOCALE_DIR, Language
from i18n.messages import placeholders


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong with a catalog."""

    where: str
    """A language's code, or ``template``."""
    msgid: str
    problem: str

    def __str__(self) -> str:
        return f"{self.where}: {self.problem}" + (f": {self.msgid!r}" if self.msgid else "")


def check(locale_dir: Path = LOCALE_DIR, project: Path = PROJECT_DIR) -> list[Finding]:
    """All that keeps the catalogs from being complete and right."""
    template = extract_messages(project)
    path = locale_dir / TEMPLATE
    findings = list(check_sources(template))
    if not path.exists() or path.read_text(encoding="utf-8") != template_text(template):
        findings.append(Finding("template", "", "out of date, run: messages update"))
    for language in LANGUAGES.values():
        findings += check_language(language, locale_dir / language.code / "messages.po", template)
    return findings


def check_sources(template: Catalog) -> Iterator[Finding]:
    """Texts that are wrong in the sources: a placeholder without a name, a percent sign alone."""
    for message in messages_of(template):
        for text in forms_of(message.id):
            if any(not placeholder.startswith("(") for placeholder in placeholders(text)):
                yield Finding("template", text, "a placeholder needs a name, a percent sign is written %%")


def check_language(language: Language, path: Path, template: Catalog) -> Iterator[Finding]:
    """What is wrong with one language's catalog against the texts of the sources."""
    for code in language.fallback:
        if code not in LANGUAGES:
            yield Finding(language.code, "", f"its fallback {code} does not exist")
    if not path.exists():
        yield Finding(language.code, "", "has no messages.po")
        return
    known = read(path, language)
    forms = get_plural(Locale.parse(language.locale)).num_plurals
    if known.num_plurals != forms:
        yield Finding(language.code, "", f"declares {known.num_plurals} plural forms, CLDR has {forms}")
    translated = {key_of(message): message for message in messages_of(known)}
    wanted = {key_of(message): message for message in messages_of(template)}
    for key in translated.keys() - wanted.keys():
        yield Finding(language.code, key[1], "is in no source, run: messages update")
    for key, message in wanted.items():
        for problem in _problems(message, translated.get(key), forms):
            yield Finding(language.code, key[1], problem)


def _problems(message: Message, translation: Message | None, forms: int) -> Iterator[str]:
    if translation is None or translation.id != message.id:
        yield "is missing, run: messages update"
        return
    texts = forms_of(translation.string)
    if not all_filled(translation.string):
        yield "is not translated"
        return
    if translation.fuzzy:
        yield "is marked fuzzy"
    if message.pluralizable and len(texts) != forms:
        yield f"has {len(texts)} plural forms, not {forms}"
    yield from _differences(forms_of(message.id), texts)


def _differences(sources: tuple[str, ...], texts: tuple[str, ...]) -> Iterator[str]:
    """Each form is held against the English plural; the form for one may leave the number out, as English may."""
    for place, text in enumerate(texts):
        like = [sources[-1]] if place == len(texts) - 1 else list(sources)
        if placeholders(text) not in [placeholders(source) for source in like]:
            yield f"has other placeholders in {text!r}"
        if _tags(text) not in [_tags(source) for source in like]:
            yield f"has other markup in {text!r}"


_TAG = re.compile(r"</?\w+[^>]*>")


def _tags(text: str) -> Counter[str]:
    return Counter(_TAG.findall(text))
