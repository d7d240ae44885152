"""The European Union's consolidated list of financial sanctions: the XML of the Financial Sanctions Files (1.1).

``export/sanctionEntity``: logicalId and euReferenceNumber, ``subjectType`` (P person, E enterprise), ``nameAlias``
(wholeName, or its parts; ``strong="false"`` is weak), ``regulation`` with its programme, ``address``, ``citizenship``,
``birthdate``. The date is the export's ``generationDate``.
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

_KINDS = {"P": PartyKind.PERSON, "E": PartyKind.ENTITY, "person": PartyKind.PERSON, "enterprise": PartyKind.ENTITY}


class EuConsolidated:
    code = "eu_consolidated"
    name = _("European Union: consolidated list of financial sanctions")

    def read(self, content: bytes) -> ListFile:
        try:
            published = _day(root_attributes(content).get("generationDate", ""))
            return ListFile(published, [_party(node) for node in xml_records(content, "sanctionEntity")])
        except BadXml as bad:
            raise ListUnreadable(bad.reason, bad.place) from bad


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None


def _party(node: Node) -> PartyData:
    uid = node.attributes.get("euReferenceNumber") or node.attributes.get("logicalId", "")
    names = distinct(_names(node, weak=False))
    weak = distinct(_names(node, weak=True))
    if not uid or not (names or weak):
        raise ListUnreadable("an entry has no number or no name", uid)
    subject = node.first("subjectType")
    facts = subject.attributes if subject else {}
    return PartyData(
        uid=uid[:80],
        kind=_KINDS.get(facts.get("classificationCode") or facts.get("code", ""), PartyKind.OTHER),
        names=names or weak,
        weak_names=weak if names else (),
        programs=distinct(each.attributes.get("programme", "") for each in node.all("regulation")),
        countries=country_codes(_countries(node)),
        born=distinct(_born(node)),
    )


def _names(node: Node, *, weak: bool) -> Iterator[str]:
    for alias in node.all("nameAlias"):
        facts = alias.attributes
        if (facts.get("strong", "true").casefold() == "false") is weak:
            parts = (facts.get(part, "") for part in ("firstName", "middleName", "lastName"))
            yield facts.get("wholeName") or " ".join(parts)


def _countries(node: Node) -> Iterator[str]:
    for place in (*node.all("address"), *node.all("citizenship")):
        yield place.attributes.get("countryIso2Code", "")


def _born(node: Node) -> Iterator[str]:
    for each in node.all("birthdate"):
        yield each.attributes.get("birthdate") or each.attributes.get("year", "")


FORMAT = EuConsolidated()
