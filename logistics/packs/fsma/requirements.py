"""The key data elements of the rule on food traceability, as far as steps hold them."""

from __future__ import annotations

from collections.abc import Callable

from catalog.traceability.step import TraceStep
from catalog.traceability.step_kind import StepKind
from i18n.messages import gettext_noop as _
from logistics.packs.dossier import Dossier
from logistics.packs.finding import MISSING, NOT_ASKED, Finding, Mend, Requirement, lacking, there_if
from logistics.packs.fsma.events import critical_steps

_BETWEEN = (StepKind.SHIPPING, StepKind.DEPARTING, StepKind.RECEIVING)


def _of_each(has: Callable[[TraceStep], object]) -> Callable[[Dossier], Finding]:
    def look(dossier: Dossier) -> Finding:
        steps = critical_steps(dossier.steps)
        return lacking([step.title for step in steps if not has(step)]) if steps else MISSING

    return look


def _partners(dossier: Dossier) -> Finding:
    moved = [step for step in dossier.steps if step.kind in _BETWEEN]
    return lacking([step.title for step in moved if step.party_id is None]) if moved else NOT_ASKED


def _kind(*kinds: str) -> Callable[[Dossier], Finding]:
    return lambda dossier: there_if(any(step.kind in kinds for step in dossier.steps))


FSMA_REQUIREMENTS = (
    Requirement("LOT_CODE", "FSMA-204", _("Traceability lot code"), lambda d: there_if(d.lot.number), Mend.LOT),
    Requirement("HARVEST", "FSMA-204", _("A harvesting stage"), _kind(StepKind.HARVESTING), Mend.STEPS),
    Requirement("PACKING", "FSMA-204", _("A stage of first packing"), _kind(StepKind.PACKING), Mend.STEPS),
    Requirement(
        "SHIPPING", "FSMA-204", _("A stage of dispatch"), _kind(StepKind.SHIPPING, StepKind.DEPARTING), Mend.STEPS
    ),
    Requirement(
        "PLACES", "FSMA-204", _("Place on record for every stage"), _of_each(lambda step: step.place_ref_id), Mend.STEPS
    ),
    Requirement("PARTNERS", "FSMA-204", _("From whom and to whom goods went"), _partners, Mend.STEPS),
    Requirement(
        "PAPERS",
        "FSMA-204",
        _("Kind and number of a paper for every stage"),
        _of_each(lambda step: step.papers),
        Mend.STEPS,
    ),
)
