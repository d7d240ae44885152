"""``forget_screened``: the names of people whom no list concerned are not kept longer than their orders."""

from __future__ import annotations

from collections.abc import Sequence

from logistics.customs.screening.screening import Screening
from logistics.customs.screening.states import ScreeningStatus


def forget_screened(references: Sequence[str]) -> int:
    """Blank the names where nothing was found; what was held or decided stays, as proof of the check. How many."""
    nothing_found = Screening.objects.filter(
        reference__in=references, status__in=[ScreeningStatus.CLEAR, ScreeningStatus.UNSCREENED]
    )
    return nothing_found.exclude(name="").update(name="", country="")
