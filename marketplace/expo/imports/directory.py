"""``Directory``: what an exhibition has already, by the keys that rows are known again by.

1. The source's own id, if the same source has listed the firm before, or one of two exhibitors that became it.
2. The tax code.
3. The website, where no other firm of the directory or of the list has the same.
4. The name without the company's form (`firm_key`), or a spelling that a person has said to be this firm.

By website and name only who has no other tax code and no other id of this source is known: two firms may share them.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from i18n.text import fold
from marketplace.expo.exhibition import Expo
from marketplace.expo.exhibitor import Exhibitor
from marketplace.expo.firm_name import firm_key
from marketplace.expo.firm_website import site_key
from marketplace.expo.hall import Booth
from marketplace.expo.imports.known_as import ExhibitorAlias, ExhibitorListing, id_in
from marketplace.expo.imports.row import KnownBy, Row
from marketplace.expo.imports.source import ExhibitorSource


@dataclass(frozen=True, slots=True)
class Known:
    """Who a row may be: nobody, one, or several of one name."""

    exhibitors: list[Exhibitor]
    by: KnownBy | None = None
    by_alias: bool = False


class Directory:
    """Reads the exhibition in four queries, however large it is."""

    def __init__(self, expo: Expo, source: ExhibitorSource | None) -> None:
        self.exhibitors = {each.pk: each for each in Exhibitor.objects.filter(expo=expo).order_by("pk")}
        self.source_ids = self._listed(expo, source)
        """What this source calls whom it has listed before."""
        self.by_source_id = {name: self.exhibitors[pk] for pk, name in self.source_ids.items() if name}
        self.by_tax_code = {each.tax_code: each for each in self.exhibitors.values() if each.tax_code}
        self.by_website: dict[str, list[Exhibitor]] = {}
        self.by_name: dict[str, list[Exhibitor]] = {}
        self.by_alias: dict[str, list[Exhibitor]] = {}
        self.booths: dict[str, list[Booth]] = {}
        self._file(expo, source)

    def _listed(self, expo: Expo, source: ExhibitorSource | None) -> dict[int, str]:
        if source is None:
            return {}
        listings = ExhibitorListing.objects.filter(source=source, exhibitor__expo=expo).order_by("pk")
        return dict(listings.values_list("exhibitor_id", "id_there"))

    def _file(self, expo: Expo, source: ExhibitorSource | None) -> None:
        for each in self.exhibitors.values():
            self.by_name.setdefault(name_key(each.name), []).append(each)
            if key := site_key(each.website_url):
                self.by_website.setdefault(key, []).append(each)
        aliases = ExhibitorAlias.objects.filter(exhibitor__expo=expo).order_by("pk")
        for exhibitor_id, key in aliases.values_list("exhibitor_id", "name_key"):
            self.by_alias.setdefault(key, []).append(self.exhibitors[exhibitor_id])
            if source is not None and (number := id_in(key, source.pk)):
                self.by_source_id.setdefault(number, self.exhibitors[exhibitor_id])
        for booth in Booth.objects.filter(hall__expo=expo).select_related("hall").order_by("pk"):
            self.booths.setdefault(fold(booth.code), []).append(booth)

    def who_is(self, row: Row, websites: Counter[str]) -> Known:
        """``websites`` counts those of the list."""
        tax_code = row.entry.get("tax_code", "")
        if row.source_id in self.by_source_id:
            return Known([self.by_source_id[row.source_id]], KnownBy.SOURCE)
        if tax_code in self.by_tax_code:
            return Known([self.by_tax_code[tax_code]], KnownBy.TAX_CODE)
        site = site_key(row.entry.get("website_url", ""))
        same_site = self.by_website.get(site, []) if websites[site] == 1 else []
        if len(same_site) == 1 and self._may_be(row, same_site[0]):
            return Known(same_site, KnownBy.WEBSITE)
        return self._by_name(row)

    def is_listed_otherwise(self, row: Row) -> bool:
        """Whether the source has not listed whom the row is, or not under this number."""
        known = self.source_ids.get(row.existing.pk) if row.existing is not None else None
        numbered = self.by_source_id.get(row.source_id)
        is_same = numbered is not None and row.existing is not None and numbered.pk == row.existing.pk
        return known is None or bool(row.source_id and not is_same)

    def is_other_spelling(self, name: str, exhibitor: Exhibitor) -> bool:
        """A person has said that this is how the exhibitor is written, too: its own name stays."""
        return any(each.pk == exhibitor.pk for each in self.by_alias.get(name_key(name), []))

    def _by_name(self, row: Row) -> Known:
        key = name_key(row.entry.get("name", ""))
        same_name = [each for each in self.by_name.get(key, []) if self._may_be(row, each)]
        if same_name:
            return Known(same_name, KnownBy.NAME)
        spelt = [each for each in self.by_alias.get(key, []) if self._may_be(row, each)]
        return Known(spelt, KnownBy.NAME if spelt else None, by_alias=bool(spelt))

    def _may_be(self, row: Row, exhibitor: Exhibitor) -> bool:
        tax_code, listed = row.entry.get("tax_code", ""), self.source_ids.get(exhibitor.pk, "")
        other_code = tax_code and exhibitor.tax_code and tax_code != exhibitor.tax_code
        other_id = row.source_id and listed and row.source_id != listed
        return not (other_code or other_id)


def name_key(name: str) -> str:
    return firm_key(name)[:250]


def websites_in(rows: Iterable[Row]) -> Counter[str]:
    return Counter(site_key(row.entry.get("website_url", "")) for row in rows)
