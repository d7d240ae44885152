"""The names of a large product taxonomy, each category as a product: 5,810 names in every language."""

import csv
import os
from pathlib import Path

from marketplace.settings.base import CHECKOUT_ROOT
from tests.catalog.search.relevance.catalogue import Item

FILE = Path(os.environ.get("SHARED_DATA_DIR", CHECKOUT_ROOT.parent / "shared" / "data")) / "taxonomy" / "taxonomy.csv"
COLUMNS = {"vi": "vi", "en": "en", "nl": "nl", "it": "it", "zh-Hans": "zh", "ja": "ja", "ko": "ko"}


def read_items() -> list[Item]:
    with FILE.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    return [
        Item(
            key=str(place),
            names={language: row[column].strip() for language, column in COLUMNS.items()},
            descriptions={},
            sku=f"TAX-{place}",
            hs_code="",
        )
        for place, row in enumerate(rows)
    ]
