"""Every letter can be looked at in every language, without a database and with nobody's data."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from i18n.languages import LANGUAGES
from marketplace.accounts.mail.letter import Letter
from marketplace.accounts.mail.previews import NoSuchLetter, letter_kinds, sample_letter

ROOT = Path(__file__).resolve().parents[2]
KIND = re.compile(r'\bkind=f?"([A-Z][A-Z_]+)')
SENDING = re.compile(r"send_once|LetterText|post\(|_tell\(")


class Seen(HTMLParser):
    """What a screen reader finds."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.words = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs

    def handle_data(self, data: str) -> None:
        self.words += data


def seen(letter: Letter) -> Seen:
    parser = Seen()
    parser.feed(letter.as_html())
    return parser


def kinds_in_source() -> set[str]:
    found: set[str] = set()
    for folder in ("orders", "catalog", "marketplace"):
        for path in (ROOT / folder).rglob("*.py"):
            text = path.read_text(encoding="utf-8")
            if SENDING.search(text) and ("accounts.mail" in text or "letters.once" in text):
                found |= set(KIND.findall(text))
    return found


def test_every_letter_that_is_sent_has_a_sample() -> None:
    sampled = {kind.split(":")[0] for kind in letter_kinds()}
    assert len(kinds_in_source()) > 25
    assert kinds_in_source() - sampled == set()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", letter_kinds())
def test_both_forms_say_the_same_in_every_language(kind: str, language: str) -> None:
    letter = sample_letter(kind, language)
    page, text = seen(letter), letter.as_text()
    assert letter.language == language
    assert letter.subject.strip()
    assert "%(" not in text
    assert page.tags.count("h1") == 1
    assert ("lang", language) in page.attributes
    squeezed = re.sub(r"\s+", "", page.words)
    for part in letter.body:
        said = (
            [part]
            if isinstance(part, str)
            else [word for row in part for word in row]
            if isinstance(part, list)
            else []
        )
        for words in said:
            assert words in text
            assert re.sub(r"\s+", "", words) in squeezed


@pytest.mark.parametrize("kind", letter_kinds())
def test_nothing_runs_and_nothing_is_fetched(kind: str) -> None:
    page = seen(sample_letter(kind, "vi"))
    assert not {"script", "img", "link", "iframe", "form"} & set(page.tags)
    assert not [name for name, _value in page.attributes if name.startswith("on")]


def test_people_words_stay_words() -> None:
    letter = Letter("a <b>\nBcc: x", "en", ["<script>", [("<i>", "&")]], 'https://x.example/?a="', "<u>")
    assert letter.subject_line == "a <b> Bcc: x"
    page = seen(letter)
    assert not {"script", "i", "u", "b"} & set(page.tags)


def test_an_unknown_letter_is_none() -> None:
    with pytest.raises(NoSuchLetter):
        sample_letter("NOPE", "en")
