"""Quantities in base units, exactly."""

from decimal import Decimal

from catalog.traceability.mass_balance.units import BASE, Dimension, in_base


def test_definitions_are_exact() -> None:
    cases = {
        ("2.5", "TNE"): (Dimension.MASS, "2500"),
        ("1", "LBR"): (Dimension.MASS, "0.45359237"),
        ("250", "GRM"): (Dimension.MASS, "0.25"),
        ("3", "LTR"): (Dimension.VOLUME, "0.003"),
        ("10", "FTQ"): (Dimension.VOLUME, "0.28316846592"),
        ("2", "DZN"): (Dimension.PIECES, "24"),
        ("7", ""): (Dimension.PIECES, "7"),
        ("0.1", "mtr"): (Dimension.LENGTH, "0.1"),
    }
    for (quantity, uom), (dimension, expected) in cases.items():
        assert in_base(Decimal(quantity), uom) == (dimension, Decimal(expected)), f"{quantity} {uom}"


def test_a_unit_that_is_not_known_is_not_guessed() -> None:
    assert in_base(Decimal(1), "XBX") is None


def test_base_units_are_their_own() -> None:
    for dimension, uom in BASE.items():
        assert in_base(Decimal(1), uom) == (dimension, Decimal(1))
