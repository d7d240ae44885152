"""The glossaries of the demo's sellers, and translations that somebody has read beside their originals."""

from typing import Any

from i18n.glossary.terms import TermFields, create_term
from i18n.translation_state import TranslationState
from i18n.units.find import Wanted, find_units
from i18n.units.sources import Narrowing
from i18n.units.translate_units import UnitText, review_units
from marketplace.demo.sellers import SettledSeller
from marketplace.demo.world import read

LANGUAGE = "vi"
READ = 12
"""Texts of a seller that are reviewed in a language; the rest waits, as it would."""


def keep_glossaries(sellers: dict[str, SettledSeller]) -> int:
    """Write the terms down, have some translations reviewed by the sellers' owners; how many terms there are."""
    world = read("glossary.toml")
    terms = [(row, language, target) for row in world["terms"] for language, target in _targets(row)]
    for row, language, target in terms:
        fields = TermFields(LANGUAGE, row["term"], row["rule"], language, target, note=row["note"])
        create_term(owner_id=sellers[row["seller"]].seller.pk, fields=fields)
    for row in world["reviewed"]:
        _review(sellers[row["seller"]], row["language"])
    return len(terms)


def _targets(row: dict[str, Any]) -> list[tuple[str, str]]:
    return list(row.get("targets", {"": ""}).items())


def _review(settled: SettledSeller, language: str) -> None:
    owner_id = settled.seller.pk
    wanted = Wanted(Narrowing(owner_id=owner_id, kinds={"catalog.Product"}), language, [TranslationState.HUMAN])
    texts = [UnitText(unit.id, unit.text) for unit in find_units(wanted, limit=READ)]
    by = f"user:{settled.owner.pk}"
    review_units(owner_id=owner_id, language=language, texts=texts, by=by, roles=frozenset({"MANAGER", "OWNER"}))
