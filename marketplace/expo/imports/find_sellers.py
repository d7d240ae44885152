"""Which rows are sellers of the marketplace for certain: by tax code, or by a website that one seller alone has."""

from collections.abc import Iterable

from marketplace.expo.firm_website import site_key
from marketplace.expo.imports.row import Row, SellerFound
from marketplace.expo.suggest_sellers import SuggestionReason
from marketplace.sellers.models import Seller

_Found = dict[str, tuple[int, str, str]]


def find_sellers(rows: Iterable[Row]) -> None:
    """Fill ``row.seller`` of those that have none yet and about whom nobody has decided; one query."""
    open_rows = [row for row in rows if row.existing is None or not _is_settled(row)]
    if not open_rows:
        return
    by_code: _Found = {}
    by_site: _Found = {}
    repeated: set[str] = set()
    sellers = Seller.objects.approved().order_by("pk").values_list("pk", "name", "tax_code", "website_url")
    for key, name, tax_code, website in sellers:
        by_code[_plain(tax_code)] = (key, name, tax_code)
        site = site_key(website)
        repeated.update({site} & by_site.keys())
        by_site[site] = (key, name, tax_code)
    certain = {site: each for site, each in by_site.items() if site not in repeated}
    for row in open_rows:
        row.seller = _seller_of(row, by_code, certain)


def _is_settled(row: Row) -> bool:
    return row.existing is not None and (row.existing.seller_id is not None or row.existing.is_seller_decided)


def _seller_of(row: Row, by_code: _Found, by_site: _Found) -> SellerFound | None:
    tax_code = _plain(_said(row, "tax_code"))
    if tax_code and tax_code in by_code:
        key, name, _code = by_code[tax_code]
        return SellerFound(key, name, SuggestionReason.TAX_CODE)
    site = site_key(_said(row, "website_url"))
    if site and site in by_site and (not tax_code or not by_site[site][2]):
        key, name, _code = by_site[site]
        return SellerFound(key, name, SuggestionReason.WEBSITE)
    return None


def _said(row: Row, field: str) -> str:
    return str(row.entry.get(field) or (getattr(row.existing, field) if row.existing else ""))


def _plain(tax_code: str) -> str:
    return "".join(character for character in tax_code if character.isalnum()).upper()
