"""OFAC's list of Specially Designated Nationals, and its Consolidated (non-SDN) list: the XML both come in.

``sdnList/sdnEntry``: uid, names, type, programs, aliases (``category`` weak or strong), addresses, nationalities and
dates of birth. Published by the U.S. Treasury, Office of Foreign Assets Control, as SDN.XML and CONSOLIDATED.XML.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from i18n.messages import gettext_noop as _
from logistics.customs.screening.formats.country_codes import country_codes
from logistics.customs.screening.list_format import ListFile, ListUnreadable, PartyData, distinct
from logistics.customs.screening.listed_party import PartyKind
from marketplace.safe_xml.node import BadXml, Node
from marketplace.safe_xml.read import xml_records

_KINDS = {"individual": PartyKind.PERSON, "entity": PartyKind.ENTITY, "vessel": PartyKind.VESSEL}


class OfacSdn:
    code = "ofac_sdn"
    name = _("United States: OFAC, Specially Designated Nationals")

    def read(self, content: bytes) -> ListFile:
        found = ListFile()
        try:
            published = next(iter(xml_records(content, "publshInformation")), None)
            found.parties.extend(_party(node) for node in xml_records(content, "sdnEntry"))
        except BadXml as bad:
            raise ListUnreadable(bad.reason, bad.place) from bad
        if published is not None:
            found.published_on = _american_day(published.word("Publish_Date"))
        return found


def _american_day(text: str) -> date | None:
    """``11/20/2026``: month first."""
    try:
        month, day, year = (int(part) for part in text.split("/"))
        return date(year, month, day)
    except ValueError:
        return None


def _party(node: Node) -> PartyData:
    uid = node.word("uid")
    names = distinct(iter([_full_name(node), *(_full_name(aka) for aka in _aliases(node, weak=False))]))
    if not uid or not names:
        raise ListUnreadable("an entry has no number or no name", uid)
    return PartyData(
        uid=uid[:80],
        kind=_KINDS.get(node.word("sdnType").casefold(), PartyKind.OTHER),
        names=names,
        weak_names=distinct(_full_name(aka) for aka in _aliases(node, weak=True)),
        programs=distinct(program.text for program in node.all("programList/program")),
        countries=country_codes(_countries(node)),
        born=distinct(each.word("dateOfBirth") for each in node.all("dateOfBirthList/dateOfBirthItem")),
    )


def _full_name(node: Node) -> str:
    return f"{node.word('firstName')} {node.word('lastName')}".strip()


def _aliases(node: Node, *, weak: bool) -> Iterator[Node]:
    return (aka for aka in node.all("akaList/aka") if (aka.word("category").casefold() == "weak") is weak)


def _countries(node: Node) -> Iterator[str]:
    yield from (address.word("country") for address in node.all("addressList/address"))
    yield from (each.word("country") for each in node.all("nationalityList/nationality"))
    yield from (each.word("country") for each in node.all("citizenshipList/citizenship"))


FORMAT = OfacSdn()
