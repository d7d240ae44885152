"""Files of customs rules as an operator brings them."""

import csv
import io
from typing import Any

from logistics.customs.rules.apply import apply_edition
from logistics.customs.rules.columns import COLUMNS
from logistics.customs.rules.edition import CustomsEdition
from logistics.customs.rules.preview import preview_rules

RULE = {
    "kind": "duty",
    "territory": "EU",
    "hs": "69120023",
    "rate": "7.5",
    "effective_from": "2026-10-01",
    "legal_basis": "Regulation (EEC) 2658/87, annex I, as amended for this test",
    "source": "A made-up gazette",
    "source_date": "2026-09-15",
    "checked": "yes",
}
WRONG = {**RULE, "rate": "a lot", "source": ""}


def rules_csv(*rows: dict[str, str], delimiter: str = ",") -> bytes:
    """The rows as a file with every column."""
    file = io.StringIO()
    writer = csv.DictWriter(file, COLUMNS, delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    return file.getvalue().encode()


def make_edition(*rows: dict[str, str], applied: bool = False, **overrides: Any) -> CustomsEdition:
    """Looked through, with a right and a wrong row unless said; ``applied`` lets the right ones count."""
    values = {"file_name": "rules.csv", "note": "Annual revision", "by": None, **overrides}
    edition = preview_rules(content=rules_csv(*(rows or (RULE, WRONG))), **values)
    return apply_edition(edition=edition, only_good_rows=True, by=None) if applied else edition
