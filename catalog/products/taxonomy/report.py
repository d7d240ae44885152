"""What an import did, the same for the same files and the same catalogue."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from catalog.products.taxonomy.record import Kind, Record

MOST_LISTED = 200


@dataclass(frozen=True, slots=True)
class RefusedRow:
    file: str
    row: int
    reference: str
    reason: str

    def __str__(self) -> str:
        return f"{self.file}, row {self.row} ({self.reference}): {self.reason}"


@dataclass
class Report:
    """Counts of records per kind; ``refused`` lists the first 200 of each kind with their rows."""

    counts: dict[Kind, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    refused: list[RefusedRow] = field(default_factory=list)
    texts: Counter[str] = field(default_factory=Counter)
    skipped: set[str] = field(default_factory=set)
    products: int = 0

    def count(self, kind: Kind, what: str, number: int = 1) -> None:
        self.counts[kind][what] += number

    def refuse(self, file: str, record: Record, reason: str) -> None:
        self.count(record.kind, "refused")
        if self.counts[record.kind]["refused"] <= MOST_LISTED:
            self.refused.append(RefusedRow(file, record.row, record.reference or record.above, reason))

    @property
    def changed(self) -> bool:
        """Whether the catalogue is another than before."""
        return any(count["created"] + count["updated"] for count in self.counts.values()) or bool(self.texts["stored"])

    def lines(self) -> Iterator[str]:
        """The report in words, for whoever runs the command."""
        for kind in (Kind.CATEGORY, Kind.ATTRIBUTE, Kind.VALUE, Kind.SUGGESTION):
            count = self.counts[kind]
            if count.total():
                said = ", ".join(f"{count[what]} {what}" for what in ("created", "updated", "unchanged", "refused"))
                yield f"{kind}: {said}"
        yield f"translations: {self.texts['stored']} stored, {self.texts['unchanged']} unchanged" + (
            f", {self.texts['kept']} left as people wrote them" if self.texts["kept"] else ""
        )
        if self.skipped:
            yield f"skipped, not languages of this marketplace: {', '.join(sorted(self.skipped))}"
        yield f"products to be indexed again: {self.products}" if self.changed else "nothing changed"
        yield from (f"refused: {row}" for row in self.refused)
