"""``add_co_exhibitor`` and ``remove_co_exhibitor``: firms that share an exhibitor's booth."""

from dataclasses import asdict, dataclass
from typing import Any

from django.db import transaction

from catalog.refusal import Problem, Refused, refuse_any
from i18n.messages import gettext_noop as _
from marketplace.expo import texts
from marketplace.expo.exhibitor import Exhibitor
from marketplace.expo.locks import lock_exhibitor
from marketplace.expo.pavilions.co_exhibitor import CoExhibitor

MOST_SHARING = 20
LIMITS = {"name": 250, "tax_code": 20, "website_url": 250}


@dataclass(frozen=True, slots=True)
class CoExhibitorEntry:
    name: str
    country: str = "VN"
    tax_code: str = ""
    website_url: str = ""


def add_co_exhibitor(*, exhibitor: Exhibitor, entry: CoExhibitorEntry) -> CoExhibitor:
    """List one more firm under the exhibitor. A fee for it stands on the next invoice. Raises ``Refused``."""
    values = clean_co_exhibitor(entry)
    refuse_any(co_exhibitor_problems(values))
    with transaction.atomic():
        lock_exhibitor(exhibitor.pk)
        sharing = CoExhibitor.objects.filter(exhibitor=exhibitor)
        if sharing.count() >= MOST_SHARING:
            raise Refused(texts.invalid("name", _("At most %(limit)s firms share a booth."), limit=MOST_SHARING))
        if sharing.filter(name=values["name"]).exists():
            raise Refused(Problem("name", "UNIQUE", _("This firm shares the booth already.")))
        return CoExhibitor.objects.create(exhibitor=exhibitor, **values)


def remove_co_exhibitor(*, co_exhibitor: CoExhibitor) -> None:
    CoExhibitor.objects.filter(pk=co_exhibitor.pk).delete()


def clean_co_exhibitor(entry: CoExhibitorEntry) -> dict[str, Any]:
    values = texts.tidied(asdict(entry))
    values["country"] = values["country"].upper()
    values["tax_code"] = values["tax_code"].replace(" ", "").replace(".", "").upper()
    return values


def co_exhibitor_problems(values: dict[str, Any]) -> list[Problem]:
    problems = texts.lengths(values, LIMITS) + texts.contact(values)
    return problems if values["name"] else [texts.required("name"), *problems]
