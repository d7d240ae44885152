"""Pairs and triples of identifiers that go together often, with a code of eight bits for each.

Facts of the GS1 Digital Link Standard: Compression, table of optimisation codes.
"""

from __future__ import annotations

_SINGLE = {
    "0A": ("01", "22"), "0B": ("01", "10"), "0C": ("01", "21"), "0D": ("01", "17"), "0E": ("01", "7003"),
    "0F": ("01", "30"), "1A": ("01", "10", "21", "17"), "1B": ("01", "15"), "1C": ("01", "11"), "1D": ("01", "16"),
    "1E": ("01", "91"), "1F": ("01", "10", "15"), "9A": ("8010", "8011"), "9B": ("8017", "8019"),
    "9C": ("8018", "8019"), "9D": ("414", "254"), "CA": ("255", "3940"), "CB": ("255", "3941"),
    "CC": ("255", "3942"), "CD": ("255", "3943"),
}  # fmt: skip
OPTIMISATIONS: dict[str, tuple[str, ...]] = {
    **_SINGLE,
    **{f"2{letter}": ("01", f"310{number}") for number, letter in enumerate("ABCDEF")},
    **{f"3{letter}": ("01", f"320{number}") for number, letter in enumerate("ABCDEF")},
    **{f"A{number}": ("01", f"392{number}") for number in range(10)},
    **{f"C{number}": ("255", f"390{number}") for number in range(10)},
}
