"""The message catalogs: merge the texts of the sources into every language's file.

Files are written to be compared: sorted by text, no line numbers, no dates, no guesses.
"""

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from babel import Locale
from babel.messages.catalog import Catalog, Message
from babel.messages.plurals import get_plural
from babel.messages.pofile import read_po, write_po

from i18n.extract_messages import PROJECT_DIR, extract_messages
from i18n.languages import LANGUAGES, LOCALE_DIR, Language

TEMPLATE = "messages.pot"
SOURCE_LANGUAGE = "en"

Key = tuple[str | None, str]


def template_text(messages: Catalog) -> str:
    """The template file as it stands in the repository."""
    return _HEADER.format(title="Texts of Bình Dương Marketplace, to be translated.", headers="") + _body(messages)


def catalog_text(language: Language, messages: Catalog) -> str:
    """A language's catalog file as it stands in the repository."""
    plural = get_plural(Locale.parse(language.locale))
    headers = (
        f'"Language: {language.code}\\n"\n'
        f'"Language-Team: {language.own_name}\\n"\n'
        f'"Plural-Forms: nplurals={plural.num_plurals}; plural={plural.plural_expr};\\n"\n'
    )
    title = f"{language.own_name}: the texts of Bình Dương Marketplace."
    return _HEADER.format(title=title, headers=headers) + _body(messages)


_HEADER = """# {title}
msgid ""
msgstr ""
"Project-Id-Version: Binh Duong Marketplace\\n"
{headers}"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"""


def _body(messages: Catalog) -> str:
    written = io.BytesIO()
    write_po(written, messages, width=0, omit_header=True, sort_output=True, ignore_obsolete=True, include_lineno=False)
    body = written.getvalue().decode("utf-8").strip("\n")
    return f"\n{body}\n" if body else ""


def read(path: Path, language: Language | None = None) -> Catalog:
    """A catalog file; raises ``PoFileError`` for one that is not well-formed."""
    with path.open("rb") as file:
        return read_po(file, locale=language.locale if language else None, abort_invalid=True)


def merge(language: Language, template: Catalog, known: Catalog) -> Catalog:
    """The template's texts with the translations that are known. Nothing is guessed: a new text is empty.

    English is the language of the sources, so a new text is its own translation there.
    """
    merged = Catalog(locale=language.locale, charset="utf-8")
    translated = {key_of(message): message for message in messages_of(known)}
    for message in messages_of(template):
        earlier = translated.get(key_of(message))
        string = _kept(earlier, message, merged.num_plurals)
        if language.code == SOURCE_LANGUAGE and not all_filled(string):
            string = message.id
        flags = earlier.flags & {"fuzzy"} if earlier else ()
        merged.add(
            message.id,
            string,
            locations=message.locations,
            flags=flags,
            auto_comments=message.auto_comments,
            user_comments=earlier.user_comments if earlier else (),
            context=message.context,
        )
    return merged


def _kept(earlier: Message | None, message: Message, forms: int) -> Any:
    """The earlier translation where it still has the shape that the text asks for."""
    empty: Any = ("",) * forms if message.pluralizable else ""
    if earlier is None or earlier.id != message.id:
        return empty
    if message.pluralizable and len(forms_of(earlier.string)) != forms:
        return empty
    return earlier.string


def update(locale_dir: Path = LOCALE_DIR, project: Path = PROJECT_DIR) -> None:
    """Extract, and merge into every language's catalog."""
    template = extract_messages(project)
    (locale_dir / TEMPLATE).write_text(template_text(template), encoding="utf-8")
    for language in LANGUAGES.values():
        path = locale_dir / language.code / "messages.po"
        known = read(path, language) if path.exists() else Catalog(locale=language.locale)
        path.write_text(catalog_text(language, merge(language, template, known)), encoding="utf-8")


def messages_of(messages: Catalog) -> Iterator[Message]:
    return (message for message in messages if message.id)


def key_of(message: Message) -> Key:
    return message.context, forms_of(message.id)[0]


def forms_of(value: Any) -> tuple[str, ...]:
    """The one text, or each of the plural forms."""
    return tuple(value) if isinstance(value, tuple | list) else (value or "",)


def all_filled(value: Any) -> bool:
    return all(text.strip() for text in forms_of(value))
