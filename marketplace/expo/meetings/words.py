"""What people write to each other about a meeting: in which language, and how much."""

from dataclasses import dataclass

from catalog.refusal import refuse_any
from marketplace.expo import texts

LONGEST = 1_000


@dataclass(frozen=True, slots=True)
class Words:
    """A text and the language its writer says it is in."""

    text: str = ""
    language: str = "en"


NOTHING = Words()


def checked(words: Words, field: str) -> Words:
    """Tidied. Raises ``Refused`` for one too long, or in a language that is not one of ours."""
    tidy = texts.tidy(words.text, lines=True)
    problems = texts.lengths({field: tidy}, {field: LONGEST})
    refuse_any(problems + texts.language({"language_code": words.language}, "language_code"))
    return Words(tidy, words.language)
