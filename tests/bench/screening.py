"""10,000 names compared with a list of 20,000 parties, from the file to the last answer, and how many slips are found.

Every name is made up of syllables; a third of the parties are firms, and most have an alias.
"""

import random
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from time import perf_counter

from django.db import connection
from django.test.runner import DiscoverRunner

from logistics.customs.screening.index import index_of
from logistics.customs.screening.load_list import load_list
from logistics.customs.screening.match import matches
from tests.bench.row import Row
from tests.factories.screening import sdn_entry, sdn_file

PARTIES, NAMES, SLIPS = 20_000, 10_000, 1_000
LONGEST_SECONDS = 10
DAY = date(2026, 11, 22)
_STARTS = [
    "b",
    "br",
    "c",
    "d",
    "dr",
    "f",
    "g",
    "gr",
    "h",
    "j",
    "k",
    "kh",
    "kl",
    "l",
    "m",
    "n",
    "p",
    "pr",
    "r",
    "s",
    "sh",
    "sk",
    "st",
    "t",
    "tr",
    "v",
    "w",
    "y",
    "z",
    "zh",
]
_ENDS = [
    "a",
    "an",
    "ar",
    "e",
    "el",
    "en",
    "er",
    "i",
    "il",
    "in",
    "ir",
    "o",
    "ol",
    "on",
    "or",
    "u",
    "un",
    "ur",
    "ya",
    "yev",
]
_TRADES = ("trading", "export", "import", "holding", "shipping", "wood", "industries", "general")


class Names:
    """The same names every time."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)  # noqa: S311 (no secret)
        self.given = [self.word(2) for _number in range(500)]
        self.family = [self.word(self.chance.choice((2, 3, 3, 4))) for _number in range(15_000)]

    def word(self, syllables: int) -> str:
        return "".join(self.chance.choice(_STARTS) + self.chance.choice(_ENDS) for _number in range(syllables))

    def name(self) -> str:
        if self.chance.random() < 1 / 3:
            return (
                f"{self.chance.choice(self.family)} {self.chance.choice(self.family)} {self.chance.choice(_TRADES)} Ltd"
            )
        middle = f" {self.chance.choice(self.given)}" if self.chance.random() < 0.5 else ""
        return f"{self.chance.choice(self.given)}{middle} {self.chance.choice(self.family)}"

    def slip(self, name: str) -> str:
        """One letter is left out of the longest word, or two change places."""
        words = name.split()
        longest = max(range(len(words)), key=lambda place: len(words[place]))
        word, place = words[longest], self.chance.randrange(1, len(words[longest]) - 1)
        left_out, changed = (
            word[:place] + word[place + 1 :],
            word[:place] + word[place + 1] + word[place] + word[place + 2 :],
        )
        words[longest] = self.chance.choice((left_out, changed))
        return " ".join(words)


def rows() -> list[Row]:
    names = Names(7)
    listed = [names.name() for _number in range(PARTIES)]
    asked = [names.name() for _number in range(NAMES)]
    with _database():
        start = perf_counter()
        aliases = [[names.name()] if names.chance.random() < 0.7 else [] for _name in listed]
        entries = (sdn_entry(str(number), name, aka=aliases[number]) for number, name in enumerate(listed))
        edition = load_list(source="ofac_sdn", content=sdn_file(*entries))
        loaded = perf_counter() - start
        start = perf_counter()
        index = index_of([edition])
        built = perf_counter() - start
        start = perf_counter()
        for name in asked:
            matches(name, "", index=index, on=DAY)
        compared = perf_counter() - start
        found = sum(
            any(match.entry.name == name for match in matches(names.slip(name), "", index=index, on=DAY))
            for name in listed[:SLIPS]
        )
    limit = LONGEST_SECONDS
    return [
        Row(f"denied parties: {PARTIES} loaded from a file", round(loaded, 2), "s"),
        Row("denied parties: index built, once per process", round(built, 2), "s"),
        Row(f"denied parties: {NAMES} names compared", round(compared, 2), "s", limit, round(limit / compared, 2)),
        Row("denied parties: names with a slip that are found", found / SLIPS, "share"),
    ]


@contextmanager
def _database() -> Iterator[None]:
    runner = DiscoverRunner(verbosity=0, interactive=False)
    old = runner.setup_databases()
    try:
        yield
    finally:
        connection.close()
        runner.teardown_databases(old)
