"""``next_edition``: the next edition of a fair, from the last one."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from catalog.refusal import Problem, refuse_any
from i18n.messages import gettext_noop as _
from i18n.translation import text_hash
from marketplace.expo import texts
from marketplace.expo.arrange import ExpoPlan, create_expo
from marketplace.expo.editions.copy_business import copy_business
from marketplace.expo.editions.copy_plan import copy_plan
from marketplace.expo.editions.copy_rows import copy_translations
from marketplace.expo.editions.hours import opening_hours, store_moved
from marketplace.expo.editions.registration import RegistrationPeriod
from marketplace.expo.exhibition import Expo
from marketplace.expo.locks import lock_expo


@dataclass(frozen=True, slots=True)
class EditionPlan:
    """What is new about the edition."""

    edition: str
    starts_on: date
    ends_on: date | None = None
    """As long as before when ``None``."""
    name: str = ""
    """The name before, with the new edition in it, when empty."""


def next_edition(*, of: Expo, plan: EditionPlan, today: date) -> Expo:
    """Plan the next edition, unpublished; returns it. Raises ``Refused``.

    1. Texts and their translations, topics, languages, place; in names the old edition becomes the new one.
    2. Halls, their plan with every booth free, packages, the manual; the prices that were the last ones, from today on.
    3. Hours, registration periods and the manual's deadlines, as many days later as the fair itself.
    Nobody is taken over: no exhibitor, visitor, application or invoice, and not the organiser, whose numbers are new.
    """
    with transaction.atomic():
        last = lock_expo(of.pk)
        edition = texts.tidy(plan.edition)
        refuse_any(_problems(last, edition, plan))
        expo = create_expo(plan=_plan(last, edition, plan))
        _copy_texts(last, expo)
        copy_plan(last, expo, today=today)
        copy_business(last, expo, today=today)
        _copy_times(last, expo)
    return expo


def _problems(last: Expo, edition: str, plan: EditionPlan) -> list[Problem]:
    if not edition:
        return [texts.required("edition")]
    problems = []
    if Expo.objects.filter(series=last.series, edition=edition).exclude(series="").exists() or edition == last.edition:
        problems.append(Problem("edition", "UNIQUE", _("There is such an edition of this fair already.")))
    if plan.starts_on <= last.ends_on:
        problems.append(texts.invalid("starts_on", _("It begins after the edition that it is made from.")))
    return problems


def _plan(last: Expo, edition: str, plan: EditionPlan) -> ExpoPlan:
    return ExpoPlan(
        name=plan.name or renamed(last.name, last.edition, edition),
        starts_on=plan.starts_on,
        ends_on=plan.ends_on or plan.starts_on + (last.ends_on - last.starts_on),
        description=last.description,
        theme=last.theme,
        source_language=last.source_language,
        timezone=last.timezone,
        venue=last.venue,
        edition=edition,
        series=last.series,
        topics=last.topics,
        languages=last.languages,
    )


def renamed(name: str, last: str, edition: str) -> str:
    """The name with the new edition in place of the last; a name that does not tell its edition stays as it is."""
    return name.replace(last, edition) if last else name


def _copy_texts(last: Expo, expo: Expo) -> None:
    """Translations with their states; names only where the edition is all that is new about the name."""
    copies = copy_translations(Expo.SUBJECT, {last.pk: expo})
    same_name = expo.name == renamed(last.name, last.edition, expo.edition)
    for copy in copies:
        if copy.field != "name":
            continue
        if not same_name:
            copy.delete()
            continue
        copy.text = renamed(copy.text, last.edition, expo.edition)
        copy.source_hash = text_hash(expo.name) if copy.source_hash == text_hash(last.name) else copy.source_hash
        copy.save()


def _copy_times(last: Expo, expo: Expo) -> None:
    by = expo.starts_on - last.starts_on
    store_moved(opening_hours(last), expo, by, expo.ends_on - last.ends_on)
    for period in RegistrationPeriod.objects.filter(expo=last):
        period.pk, period.expo = None, expo
        period.opens_at, period.closes_at = period.opens_at + by, period.closes_at + by
        period.save()
