"""``report_on``: how complete a lot's data are for a pack, line by line, with the rule and its date."""

from __future__ import annotations

from dataclasses import dataclass

from i18n.messages import gettext
from logistics.packs.dossier import Dossier
from logistics.packs.finding import Found, Mend
from logistics.packs.pack import Pack
from logistics.packs.rules import Rule, rules


@dataclass(frozen=True, slots=True)
class ReportLine:
    """``label`` is in the reader's language; ``names`` says which materials, plots or steps it is about."""

    code: str
    label: str
    found: Found
    names: tuple[str, ...]
    rule: Rule
    mend: Mend


@dataclass(frozen=True, slots=True)
class Report:
    """It says which data are there, never that a law is met."""

    pack: Pack
    concerned: bool | None
    lines: tuple[ReportLine, ...]

    @property
    def asked(self) -> tuple[ReportLine, ...]:
        return tuple(line for line in self.lines if line.found is not Found.NOT_ASKED)

    @property
    def there(self) -> tuple[ReportLine, ...]:
        return tuple(line for line in self.lines if line.found is Found.THERE)

    @property
    def is_complete(self) -> bool:
        """Nothing is missing. What is doubtful is there, and waits for a person's judgement."""
        return bool(self.asked) and all(line.found is not Found.MISSING for line in self.asked)


def report_on(pack: Pack, dossier: Dossier, language: str) -> Report:
    known = rules()
    lines = []
    for each in pack.requirements:
        finding = each.look(dossier)
        label = gettext(language, each.label)
        lines.append(ReportLine(each.code, label, finding.found, finding.names, known[each.rule], each.mend))
    return Report(pack, pack.concerns(dossier), tuple(lines))
