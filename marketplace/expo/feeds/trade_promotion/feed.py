"""Reads the XML form of a trade-promotion programme's participants. The form is our assumption: see the README."""

from collections.abc import Mapping

from catalog.products.bulk_import.bounds import LONGEST_CELL, MOST_BYTES, MOST_ROWS, FileRefused
from i18n.messages import gettext_noop as _
from marketplace.expo.feed import Column, FeedTable, Record, read_as
from marketplace.safe_xml.node import BadXml, Node
from marketplace.safe_xml.read import xml_records

RECORD = "Participant"
_FIELDS = {
    "RegistrationNumber": "source_id",
    "Name": "name",
    "NameEnglish": None,
    "TaxCode": "tax_code",
    "Country": "country",
    "Website": "website_url",
    "Email": "email",
    "Phone": "phone",
    "Profile": "description",
    "Sectors/Sector": "categories",
    "Booths/Booth": "booth",
}


class TradePromotionFeed:
    """See `marketplace.expo.feed.Feed`."""

    def read(self, content: bytes, mapping: Mapping[str, str | None]) -> FeedTable:
        if len(content) > MOST_BYTES:
            raise FileRefused(_("A file has at most %(megabytes)s MB."), megabytes=MOST_BYTES // 1024**2)
        columns = read_as(_FIELDS, mapping, _FIELDS.get)
        records = []
        for number, node in enumerate(_nodes(content), start=1):
            if number > MOST_ROWS:
                raise FileRefused(_("A file has at most %(rows)s rows."), rows=MOST_ROWS)
            records.append(Record(number, _values(node, columns)))
        if not records:
            raise FileRefused(_("The list of exhibitors is missing."))
        return FeedTable(columns, tuple(records))


FEED = TradePromotionFeed()


def _nodes(content: bytes) -> list[Node]:
    try:
        return list(xml_records(content, RECORD))
    except BadXml as bad:
        raise FileRefused(_("This is not XML that can be read: %(reason)s"), reason=str(bad)[:200]) from bad


def _values(node: Node, columns: tuple[Column, ...]) -> dict[str, str]:
    texts = {column.field: _text(node, column.header) for column in columns if column.field}
    return {field: text for field, text in texts.items() if text}


def _text(node: Node, path: str) -> str:
    found = [_plain(each.text) for each in node.all(path)]
    several = [text.replace(";", " ").replace(",", " ") for text in found] if "/" in path else found[:1]
    return "; ".join(filter(None, several))[:LONGEST_CELL]


def _plain(text: str) -> str:
    return "".join(c for c in text if c.isprintable() or c in "\n\t").strip()
