"""Why two exhibitors cannot become one."""

from collections.abc import Iterator
from datetime import datetime

from catalog.refusal import Problem
from i18n.messages import gettext_noop as _
from marketplace.expo.applications.application import FairApplication
from marketplace.expo.contracts.contract import FairContract
from marketplace.expo.exhibitor import Exhibit, Exhibitor
from marketplace.expo.exhibitors import MOST_EXHIBITS
from marketplace.expo.merge.declared import shown_thing
from marketplace.expo.merge.meetings import crowded

CODES = ("OTHER_FAIR", "TAX_CODES", "TWO_SELLERS", "TWO_CONTRACTS", "MEETINGS_CLASH", "TOO_MANY")
_FIELD = "into"


def never_one(goes: Exhibitor, stays: Exhibitor) -> list[Problem]:
    """What is to be known before anything is locked."""
    if goes.pk == stays.pk:
        return [Problem(_FIELD, "INVALID", _("Choose two different exhibitors."))]
    if goes.expo_id != stays.expo_id:
        return [Problem(_FIELD, "OTHER_FAIR", _("This exhibitor is at another exhibition."))]
    return []


def obstacles(goes: Exhibitor, stays: Exhibitor, *, now: datetime) -> list[Problem]:
    """All of them at once; nothing when the two may become one."""
    return never_one(goes, stays) or list(_obstacles(goes, stays, now))


def _obstacles(goes: Exhibitor, stays: Exhibitor, now: datetime) -> Iterator[Problem]:
    if goes.tax_code and stays.tax_code and goes.tax_code != stays.tax_code:
        message = _("They have different tax codes, %(goes)s and %(stays)s: by law these are two firms.")
        yield Problem(_FIELD, "TAX_CODES", message, {"goes": goes.tax_code, "stays": stays.tax_code})
    if goes.seller_id and stays.seller_id and goes.seller_id != stays.seller_id:
        yield Problem(_FIELD, "TWO_SELLERS", _("They are linked to different sellers. Remove the wrong link first."))
    if _both(FairContract, goes, stays) or _both(FairApplication, goes, stays):
        message = _(
            "Both have an application or a contract for this fair. Each contract needs an exhibitor of its own."
        )
        yield Problem(_FIELD, "TWO_CONTRACTS", message)
    if _exhibits(goes, stays) > MOST_EXHIBITS:
        yield Problem(_FIELD, "TOO_MANY", _("At most %(limit)s exhibits."), {"limit": MOST_EXHIBITS})
    if clashes := crowded(goes, stays, now=now):
        message = _("Both meet visitors at the same time %(count)s times, and there are not enough tables for all.")
        yield Problem(_FIELD, "MEETINGS_CLASH", message, {"count": len(clashes)})


def _both(model: type[FairContract | FairApplication], goes: Exhibitor, stays: Exhibitor) -> bool:
    return model._default_manager.filter(exhibitor__in=[goes, stays]).count() > 1


def _exhibits(goes: Exhibitor, stays: Exhibitor) -> int:
    return len({shown_thing(each) for each in Exhibit.objects.filter(exhibitor__in=[goes, stays])})
