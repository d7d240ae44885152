"""The record as JSON, and its stages as a table."""

from __future__ import annotations

from catalog.traceability.portals.record import record_of
from catalog.traceability.step_kind import STAGES
from i18n.messages import gettext
from i18n.messages import gettext_noop as _
from logistics.packs.dossier import Dossier
from logistics.packs.tables import csv_file, json_file

_HEADS = (_("Kind"), _("Stage by Vietnamese rules"), _("When"), _("Where"), _("In a few words"), _("Details"))


def record_json(dossier: Dossier, _language: str) -> bytes:
    return json_file(record_of(dossier.lot, on=dossier.on))


def stages_csv(dossier: Dossier, language: str) -> bytes:
    rows = [
        (step.kind, STAGES[step.kind].vietnamese, step.local_time.isoformat(), step.place, step.title, step.detail)
        for step in dossier.steps
    ]
    return csv_file([gettext(language, head) for head in _HEADS], rows)
