"""Euro foreign exchange reference rates of the European Central Bank (the eurofxref XML layout).

The file nests three kinds of ``Cube``: one around all, one per day (``time``), one per currency
(``currency``, ``rate``: that many units for 1 EUR). The daily and the historical files differ only
in how many days they hold. Published on TARGET working days about 16:00 CET; for information, not
for settling payments. The Vietnamese đồng is not among them.
"""

from datetime import date
from decimal import Decimal
from xml.parsers import expat

from i18n.currencies import is_currency
from i18n.rate_feeds.record import BadRateFile, PublishedRate, day_of, decimal_of

BASE = "EUR"


class _Reader:
    """Collects the rates while expat walks the file."""

    def __init__(self) -> None:
        self.rates: list[PublishedRate] = []
        self.day: date | None = None

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name.rpartition(":")[2] != "Cube":
            return
        if "time" in attributes:
            self.day = day_of(attributes["time"])
        if "currency" in attributes:
            self._add(attributes["currency"], decimal_of(attributes.get("rate", "")))

    def _add(self, currency: str, rate: Decimal) -> None:
        if self.day is None:
            raise BadRateFile(f"the rate of {currency} stands before any day")
        if is_currency(currency):  # history goes back to currencies that are gone
            self.rates.append(PublishedRate(BASE, currency, rate, self.day))

    def refuse_document_type(self, *_declared: object) -> None:
        """The real file declares none; entities are how a small file becomes gigabytes in memory."""
        raise BadRateFile("a document type declaration has no place in this file")


def read(content: bytes) -> list[PublishedRate]:
    """The rates of a eurofxref file."""
    reader = _Reader()
    parser = expat.ParserCreate()
    parser.StartElementHandler = reader.start
    parser.StartDoctypeDeclHandler = reader.refuse_document_type
    try:
        parser.Parse(content, True)
    except expat.ExpatError as error:
        raise BadRateFile(f"not well-formed XML: {error}") from error
    if not reader.rates:
        raise BadRateFile("there is no rate in the file")
    return reader.rates
