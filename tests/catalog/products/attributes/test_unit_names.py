"""Units are named in every language: CLDR has no long name for some of them in some languages."""

import pytest

from catalog.products.attributes.unit import Unit
from i18n.formatting import format_unit
from i18n.languages import LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_unit_shows_its_code(language: str) -> None:
    shown = {unit: format_unit(15, unit.cldr, language) for unit in Unit}
    assert [text for unit, text in shown.items() if unit.cldr in text] == []
    assert all("15" in text for text in shown.values())
