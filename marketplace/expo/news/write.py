"""Writing news of a fair: ``write_news``, ``change_news``, ``translate_news``, ``delete_news``."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from catalog.refusal import Problem, Refused, refuse_any
from i18n.messages import gettext_noop as _
from i18n.translate import remove_translations, set_translation
from marketplace.accounts.models import User
from marketplace.expo import texts
from marketplace.expo.exhibition import Expo
from marketplace.expo.locks import lock_expo, lock_news
from marketplace.expo.news.news import FairNews, NewsState

FIELDS = ("title", "body")
LIMITS = {"title": 160, "body": 10_000}
MOST_NEWS = 500


@dataclass(frozen=True, slots=True)
class NewsDraft:
    title: str
    body: str
    source_language: str = "vi"
    to_exhibitors: bool = True
    to_visitors: bool = False


def write_news(*, expo: Expo, draft: NewsDraft, by: User | None) -> FairNews:
    """Store it as a draft, which only staff see. Raises ``Refused``."""
    values = tidied({name: getattr(draft, name) for name in NewsDraft.__slots__})
    refuse_any(_problems(values))
    with transaction.atomic():
        lock_expo(expo.pk)
        if FairNews.objects.filter(expo=expo).count() >= MOST_NEWS:
            raise Refused(texts.invalid("expo_id", _("A fair has at most %(limit)s pieces of news."), limit=MOST_NEWS))
        return FairNews.objects.create(expo=expo, written_by=by, **values)


def change_news(*, news: FairNews, changes: Mapping[str, Any]) -> FairNews:
    """Change the given fields of a draft. Raises ``Refused``, of news that is released too."""
    values = tidied({name: value for name, value in changes.items() if value is not None})
    with transaction.atomic():
        locked = lock_draft(news)
        merged = {name: values.get(name, getattr(locked, name)) for name in NewsDraft.__slots__}
        refuse_any(_problems(merged))
        for name, value in values.items():
            setattr(locked, name, value)
        locked.save()
    return locked


def translate_news(*, news: FairNews, language: str, given: Mapping[str, str], by: User | None = None) -> None:
    """Store a draft's title or body in another language; an empty text removes it. Raises ``Refused``."""
    words = tidied({name: given[name] for name in FIELDS if name in given})
    with transaction.atomic():
        locked = lock_draft(news)
        problems = texts.lengths(words, LIMITS) + texts.language({"language_code": language}, "language_code")
        if language == locked.source_language:
            message = _("The texts in this language are the originals; change them there.")
            problems.append(texts.invalid("language_code", message))
        refuse_any(problems)
        translator = f"user:{by.pk}" if by else ""
        set_translation(
            subject=FairNews.SUBJECT, object_id=locked.pk, language=language, texts=words, translator=translator
        )


def delete_news(*, news: FairNews) -> None:
    """Delete a draft and its translations. Raises ``Refused`` for what is released."""
    with transaction.atomic():
        locked = lock_draft(news)
        remove_translations(subject=FairNews.SUBJECT, object_ids=[locked.pk])
        locked.delete()


def lock_draft(news: FairNews) -> FairNews:
    """The locked row. Raises ``Refused`` unless it is a draft."""
    locked = lock_news(news.pk)
    if locked.state != NewsState.DRAFT:
        raise Refused(Problem("id", "RELEASED", _("This news is released; nothing about it changes any more.")))
    return locked


def tidied(values: Mapping[str, Any]) -> dict[str, Any]:
    return {
        name: texts.tidy(value, lines=name == "body") if isinstance(value, str) else value
        for name, value in values.items()
    }


def _problems(values: Mapping[str, Any]) -> list[Problem]:
    problems = texts.lengths(values, LIMITS) + texts.language(values)
    problems += [texts.required(name) for name in FIELDS if not values[name]]
    if not values["to_exhibitors"] and not values["to_visitors"]:
        problems.append(texts.invalid("to_exhibitors", _("Choose who is to read it.")))
    return problems
