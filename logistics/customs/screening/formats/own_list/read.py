"""A list of one's own, as a CSV table: whom the marketplace has decided not to deal with, or a list it has bought.

Columns by their headings, in any order: ``uid`` and ``name`` are needed; ``kind`` (person, entity, vessel),
``aliases``, ``weak_aliases``, ``programs``, ``countries`` and ``born`` may hold several values with ``;`` between.
"""

from __future__ import annotations

import csv
import io

from i18n.messages import gettext_noop as _
from logistics.customs.screening.formats.country_codes import country_codes
from logistics.customs.screening.list_format import ListFile, ListUnreadable, PartyData, distinct
from logistics.customs.screening.listed_party import PartyKind

_KINDS = {"person": PartyKind.PERSON, "entity": PartyKind.ENTITY, "vessel": PartyKind.VESSEL}
_NEEDED = {"uid", "name"}


class OwnList:
    code = "own_list"
    name = _("The marketplace's own list (CSV)")

    def read(self, content: bytes) -> ListFile:
        try:
            rows = csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""), strict=True)
            missing = _NEEDED - {(heading or "").strip().casefold() for heading in rows.fieldnames or ()}
            if missing:
                raise ListUnreadable("a column is missing:", ", ".join(sorted(missing)))
            return ListFile(None, [_party(row, rows.line_num) for row in rows])
        except (UnicodeDecodeError, csv.Error) as bad:
            raise ListUnreadable("not a CSV table in UTF-8") from bad


def _party(row: dict[str | None, str | list[str] | None], line: int) -> PartyData:
    told = {
        heading.strip().casefold(): value.strip()
        for heading, value in row.items()
        if heading is not None and isinstance(value, str)
    }
    names = distinct(iter([told.get("name", ""), *_several(told, "aliases")]))
    if not told.get("uid") or not told.get("name"):
        raise ListUnreadable("a party has no number or no name", f"line {line}")
    return PartyData(
        uid=told["uid"][:80],
        kind=_KINDS.get(told.get("kind", "").casefold(), PartyKind.OTHER),
        names=names,
        weak_names=distinct(iter(_several(told, "weak_aliases"))),
        programs=distinct(iter(_several(told, "programs"))),
        countries=country_codes(_several(told, "countries")),
        born=distinct(iter(_several(told, "born"))),
    )


def _several(told: dict[str, str], heading: str) -> list[str]:
    return told.get(heading, "").split(";")


FORMAT = OwnList()
