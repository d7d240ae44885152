"""Looks for things, in Vietnamese without marks and in half words."""

from tests.load import documents
from tests.load.traffic.trade import Trade

WORDS = ("ghe tua", "ban tra", "gom lai thieu", "khay", "son mai", "ke sach", "sen")


class Searcher(Trade):
    name = "searches"
    pause = 1.0

    def round(self) -> None:
        self.visitor().ask(documents.SEARCH, text=self.chance.choice(WORDS))
