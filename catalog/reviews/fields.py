"""What a review and an answer to it may say, and the checks every way in goes through."""

from catalog.refusal import Problem, refuse_any
from catalog.reviews.review import LEAST, MOST
from i18n.languages import LANGUAGES
from i18n.messages import gettext_noop as _

LONGEST_TEXT = 4000
LONGEST_ANSWER = 2000
LONGEST_REASON = 1000


def checked_review(*, rating: int, text: str, language: str) -> str:
    """The text as it is stored; raises `Refused` with everything that is wrong."""
    clean = plain_lines(text)
    problems = [*_text_problems("text", clean, LONGEST_TEXT), *_language_problems(language)]
    if not LEAST <= rating <= MOST:
        message = _("Give between %(least)s and %(most)s stars.")
        problems.append(Problem("rating", "INVALID", message, {"least": LEAST, "most": MOST}))
    refuse_any(problems)
    return clean


def checked_answer(*, text: str, language: str) -> str:
    clean = plain_lines(text)
    refuse_any([*_text_problems("text", clean, LONGEST_ANSWER), *_language_problems(language)])
    return clean


def checked_words(field: str, text: str) -> str:
    """A reason or a remark to staff."""
    clean = plain_lines(text)
    refuse_any(_text_problems(field, clean, LONGEST_REASON))
    return clean


def plain_lines(text: str) -> str:
    """Plain text with its line breaks; no control characters, no more than one empty line on end."""
    kept = "".join(sign for sign in text.replace("\r\n", "\n") if sign == "\n" or sign.isprintable())
    lines = [line.strip() for line in kept.split("\n")]
    tidy: list[str] = []
    for line in lines:
        if line or (tidy and tidy[-1]):
            tidy.append(line)
    return "\n".join(tidy).strip()


def _text_problems(field: str, text: str, longest: int) -> list[Problem]:
    if len(text) <= longest:
        return []
    message = _("This text is too long: at most %(longest)s characters.")
    return [Problem(field, "INVALID", message, {"longest": longest})]


def _language_problems(language: str) -> list[Problem]:
    if language in LANGUAGES:
        return []
    return [Problem("language_code", "INVALID", _("This is not one of the marketplace's languages."))]
