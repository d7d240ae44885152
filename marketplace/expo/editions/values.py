"""What an edition says about itself: its name among its series, its topics and languages."""

import re
from collections.abc import Mapping
from typing import Any

from catalog.refusal import Problem
from i18n.languages import LANGUAGES
from i18n.messages import gettext_noop as _
from i18n.text import slugify
from marketplace.expo import texts

MOST_TOPICS, LONGEST_TOPIC = 20, 80
_YEAR = re.compile(r"-?\b(19|20)\d\d\b")


def edition_values(values: Mapping[str, Any]) -> dict[str, Any]:
    """The same values with the topics tidied, nothing twice, and the series as a slug."""
    found = dict(values)
    if "topics" in found:
        found["topics"] = list(dict.fromkeys(tidy for topic in found["topics"] if (tidy := texts.tidy(str(topic)))))
    if "languages" in found:
        found["languages"] = list(dict.fromkeys(str(code) for code in found["languages"]))
    if found.get("series"):
        found["series"] = slugify(found["series"], "fair", max_length=120)
    return found


def edition_problems(values: Mapping[str, Any]) -> list[Problem]:
    """What is wrong with topics and languages."""
    problems = []
    topics = values.get("topics", ())
    if len(topics) > MOST_TOPICS or any(len(topic) > LONGEST_TOPIC for topic in topics):
        message = _("At most %(most)s topics, each of at most %(longest)s characters.")
        problems.append(texts.invalid("topics", message, most=MOST_TOPICS, longest=LONGEST_TOPIC))
    if any(code not in LANGUAGES for code in values.get("languages", ())):
        problems.append(texts.invalid("languages", _("Choose languages of the list.")))
    return problems


def series_of(slug: str) -> str:
    """The slug without its year: ``wood-fair-2027`` belongs to ``wood-fair``."""
    return _YEAR.sub("", slug).strip("-") or slug
