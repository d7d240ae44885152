"""Pavilions: planned, changed, removed, and exhibitors put into them."""

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from django.db import transaction

from catalog.refusal import Problem, Refused, refuse_any
from i18n.messages import gettext_noop as _
from i18n.translate import remove_translations
from marketplace.expo import texts
from marketplace.expo.exhibition import Expo
from marketplace.expo.exhibitor import Exhibitor
from marketplace.expo.locks import lock_exhibitor, lock_expo
from marketplace.expo.pavilions.pavilion import Pavilion

MOST_PAVILIONS = 60
LIMITS = {"name": 120, "contact_name": 120, "contact_email": 254}
_COLOUR = re.compile(r"#[0-9a-f]{6}")


@dataclass(frozen=True, slots=True)
class PavilionPlan:
    name: str
    source_language: str = "vi"
    country: str = ""
    colour: str = "#9a3324"
    contact_name: str = ""
    contact_email: str = ""


def create_pavilion(*, expo: Expo, plan: PavilionPlan) -> Pavilion:
    """Raises ``Refused``."""
    values = _clean(asdict(plan))
    refuse_any(_problems(values))
    with transaction.atomic():
        lock_expo(expo.pk)
        if Pavilion.objects.filter(expo=expo).count() >= MOST_PAVILIONS:
            message = _("A fair has at most %(limit)s pavilions.")
            raise Refused(texts.invalid("expo_id", message, limit=MOST_PAVILIONS))
        refuse_any(_taken(expo.pk, values["name"]))
        return Pavilion.objects.create(expo=expo, **values)


def update_pavilion(*, pavilion: Pavilion, changes: Mapping[str, Any]) -> Pavilion:
    """Change the given fields of a `PavilionPlan`. Raises ``Refused``."""
    values = _clean({name: value for name, value in changes.items() if value is not None})
    refuse_any(_problems(values))
    with transaction.atomic():
        lock_expo(pavilion.expo_id)
        refuse_any(_taken(pavilion.expo_id, values.get("name", ""), but=pavilion.pk))
        current = Pavilion.objects.get(pk=pavilion.pk)
        for name, value in values.items():
            setattr(current, name, value)
        current.save()
    return current


def delete_pavilion(*, pavilion: Pavilion) -> None:
    """Its exhibitors stay at the fair, without a pavilion."""
    with transaction.atomic():
        lock_expo(pavilion.expo_id)
        remove_translations(subject=Pavilion.SUBJECT, object_ids=[pavilion.pk])
        Pavilion.objects.filter(pk=pavilion.pk).delete()


def join_pavilion(*, exhibitor: Exhibitor, pavilion: Pavilion | None) -> Exhibitor:
    """Put the exhibitor into a pavilion of its fair, or take it out. Raises ``Refused``."""
    if pavilion is not None and pavilion.expo_id != exhibitor.expo_id:
        raise Refused(texts.invalid("pavilion_id", _("This pavilion is at another exhibition.")))
    with transaction.atomic():
        locked = lock_exhibitor(exhibitor.pk)
        locked.pavilion = pavilion
        locked.save(update_fields=["pavilion"])
    return locked


def _clean(values: Mapping[str, Any]) -> dict[str, Any]:
    clean = texts.tidied(values)
    if "country" in clean:
        clean["country"] = clean["country"].upper()
    if "colour" in clean:
        clean["colour"] = clean["colour"].lower()
    return clean


def _problems(values: Mapping[str, Any]) -> list[Problem]:
    about = {"email": values.get("contact_email", ""), "country": values.get("country") or "VN"}
    problems = texts.lengths(values, LIMITS) + texts.language(values)
    for problem in texts.contact(about):
        field = "contact_email" if problem.field == "email" else problem.field
        problems.append(Problem(field, problem.code, problem.message, problem.params))
    if "name" in values and not values["name"]:
        problems.append(texts.required("name"))
    if not _COLOUR.fullmatch(values.get("colour", "#000000")):
        problems.append(texts.invalid("colour", _("Write a colour as # and six digits, for example #9a3324.")))
    return problems


def _taken(expo_id: int, name: str, but: int = 0) -> list[Problem]:
    same = Pavilion.objects.filter(expo_id=expo_id, name=name).exclude(pk=but)
    return [Problem("name", "UNIQUE", _("There is a pavilion of this name already."))] if same.exists() else []
