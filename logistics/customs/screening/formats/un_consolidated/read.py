"""The United Nations Security Council Consolidated List, in its XML.

``CONSOLIDATED_LIST`` (``dateGenerated``) with ``INDIVIDUALS/INDIVIDUAL`` and ``ENTITIES/ENTITY``: DATAID,
FIRST_NAME to FOURTH_NAME, NAME_ORIGINAL_SCRIPT, aliases of QUALITY Good, Low or a.k.a., UN_LIST_TYPE, nationalities,
addresses and dates of birth.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from i18n.messages import gettext_noop as _
from logistics.customs.screening.formats.country_codes import country_codes
from logistics.customs.screening.list_format import ListFile, ListUnreadable, PartyData, distinct
from logistics.customs.screening.listed_party import PartyKind
from marketplace.safe_xml.node import BadXml, Node
from marketplace.safe_xml.read import root_attributes, xml_records

_PARTS = ("FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME")
_KINDS = {"INDIVIDUAL": PartyKind.PERSON, "ENTITY": PartyKind.ENTITY}


class UnConsolidated:
    code = "un_consolidated"
    name = _("United Nations: Security Council consolidated list")

    def read(self, content: bytes) -> ListFile:
        try:
            published = _day(root_attributes(content).get("dateGenerated", ""))
            parties = [_party(node) for record in _KINDS for node in xml_records(content, record)]
        except BadXml as bad:
            raise ListUnreadable(bad.reason, bad.place) from bad
        return ListFile(published, parties)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None


def _party(node: Node) -> PartyData:
    uid = node.word("DATAID", "REFERENCE_NUMBER")
    own = (" ".join(node.word(part) for part in _PARTS), node.word("NAME_ORIGINAL_SCRIPT"))
    names = distinct(iter([*own, *_aliases(node, weak=False)]))
    if not uid or not names:
        raise ListUnreadable("an entry has no number or no name", uid)
    return PartyData(
        uid=uid[:80],
        kind=_KINDS[node.name],
        names=names,
        weak_names=distinct(_aliases(node, weak=True)),
        programs=distinct(iter([node.word("UN_LIST_TYPE")])),
        countries=country_codes(_countries(node)),
        born=distinct(_born(node)),
    )


def _aliases(node: Node, *, weak: bool) -> Iterator[str]:
    for alias in node.all(f"{node.name}_ALIAS"):
        if (alias.word("QUALITY").casefold() == "low") is weak:
            yield alias.word("ALIAS_NAME")


def _countries(node: Node) -> Iterator[str]:
    yield from (each.text for each in node.all("NATIONALITY/VALUE"))
    yield from (address.word("COUNTRY") for address in node.all(f"{node.name}_ADDRESS"))


def _born(node: Node) -> Iterator[str]:
    for each in node.all("INDIVIDUAL_DATE_OF_BIRTH"):
        yield each.word("DATE", "YEAR")


FORMAT = UnConsolidated()
