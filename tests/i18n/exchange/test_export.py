"""What is exported, and what happens when there is nothing to export."""

import pytest

from i18n.exchange.export import export_translations
from i18n.units.coverage import coverage
from i18n.units.sources import Narrowing

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("file_format", ["XLSX", "XLIFF"])
def test_a_language_that_nothing_is_written_in_makes_a_file_without_texts(file_format: str) -> None:
    """The marketplace's own texts are English: none of its records can be meant."""
    file = export_translations(
        narrowing=Narrowing(owner_id=0), source_language="ja", language="nl", file_format=file_format, reader="en"
    )
    assert file.content


def test_no_records_have_no_coverage() -> None:
    assert coverage(Narrowing(owner_id=None, parents=[])) == []
