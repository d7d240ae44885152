"""Editions of lists: three formats, and what is no list."""

from datetime import date

import pytest

from logistics.customs.screening.formats.registry import UnknownListFormat, list_formats
from logistics.customs.screening.list_format import ListUnreadable
from logistics.customs.screening.listed_party import ListEdition, ListedName, ListedParty
from logistics.customs.screening.load_list import load_list
from marketplace.events.models import OutboxMessage
from tests.factories.screening import sdn_entry, sdn_file

pytestmark = pytest.mark.django_db
EU = """<?xml version="1.0" encoding="UTF-8"?>
<export xmlns="http://sample.invalid/fsf" generationDate="2026-11-19T10:00:00.000+01:00">
 <sanctionEntity euReferenceNumber="EU.1.1" logicalId="1">
  <regulation programme="SAMPLE" numberTitle="2026/0"/>
  <subjectType code="person" classificationCode="P"/>
  <nameAlias firstName="Ana" lastName="Muster" wholeName="Ana Muster" strong="true"/>
  <nameAlias wholeName="Аня Мустер" strong="true"/><nameAlias wholeName="Anechka" strong="false"/>
  <citizenship countryIso2Code="BY"/><birthdate birthdate="1970-02-03" year="1970"/>
 </sanctionEntity>
 <sanctionEntity logicalId="2"><subjectType code="enterprise" classificationCode="E"/>
  <nameAlias wholeName="Muster Holding" strong="false"/><address countryIso2Code="CY"/></sanctionEntity>
</export>"""
UN = """<CONSOLIDATED_LIST dateGenerated="2026-11-18T00:00:00"><INDIVIDUALS><INDIVIDUAL>
 <DATAID>7</DATAID><FIRST_NAME>ALI</FIRST_NAME><SECOND_NAME>BIN</SECOND_NAME><THIRD_NAME>SAMPLE</THIRD_NAME>
 <UN_LIST_TYPE>Sample-List</UN_LIST_TYPE><NAME_ORIGINAL_SCRIPT>علي</NAME_ORIGINAL_SCRIPT>
 <NATIONALITY><VALUE>Syrian Arab Republic</VALUE></NATIONALITY>
 <INDIVIDUAL_ALIAS><QUALITY>Good</QUALITY><ALIAS_NAME>Abu Sample</ALIAS_NAME></INDIVIDUAL_ALIAS>
 <INDIVIDUAL_ALIAS><QUALITY>Low</QUALITY><ALIAS_NAME>Abu</ALIAS_NAME></INDIVIDUAL_ALIAS>
 <INDIVIDUAL_ALIAS><QUALITY/><ALIAS_NAME/></INDIVIDUAL_ALIAS>
 <INDIVIDUAL_DATE_OF_BIRTH><YEAR>1966</YEAR></INDIVIDUAL_DATE_OF_BIRTH></INDIVIDUAL></INDIVIDUALS>
 <ENTITIES><ENTITY><DATAID>8</DATAID><FIRST_NAME>SAMPLE RELIEF FUND</FIRST_NAME>
 <ENTITY_ADDRESS><COUNTRY>Lebanon</COUNTRY></ENTITY_ADDRESS></ENTITY></ENTITIES></CONSOLIDATED_LIST>"""


def told(edition: ListEdition) -> list[tuple[str, str, list[tuple[str, bool]], list[str], list[str]]]:
    return [
        (party.uid, party.kind, [(n.name, n.is_weak) for n in party.names.all()], party.countries, party.born)
        for party in edition.parties.order_by("pk")
    ]


def test_every_format_says_who_under_which_names_and_where_from() -> None:
    assert set(list_formats()) == {"ofac_sdn", "eu_consolidated", "un_consolidated", "own_list"}
    sdn = load_list(
        source="ofac_sdn",
        content=sdn_file(
            sdn_entry(
                "36", "MUSTER", "Bruno", kind="Individual", aka=["B. Muster"], weak="Bru", country="Cuba", born="1950"
            )
        ),
    )
    assert sdn.published_on == date(2026, 11, 20)
    names = [("Bruno MUSTER", False), ("B. Muster", False), ("Bru", True)]
    assert told(sdn) == [("36", "PERSON", names, ["CU"], ["1950"])]
    eu = load_list(source="eu_consolidated", content=EU.encode())
    assert eu.published_on == date(2026, 11, 19)
    names = [("Ana Muster", False), ("Аня Мустер", False), ("Anechka", True)]
    assert told(eu) == [
        ("EU.1.1", "PERSON", names, ["BY"], ["1970-02-03"]),
        ("2", "ENTITY", [("Muster Holding", False)], ["CY"], []),
    ]
    un = load_list(source="un_consolidated", content=UN.encode())
    assert un.published_on == date(2026, 11, 18)
    names = [("ALI BIN SAMPLE", False), ("علي", False), ("Abu Sample", False), ("Abu", True)]
    assert told(un) == [
        ("7", "PERSON", names, ["SY"], ["1966"]),
        ("8", "ENTITY", [("SAMPLE RELIEF FUND", False)], ["LB"], []),
    ]


def test_an_own_list_has_its_columns_in_any_order() -> None:
    table = (
        '\ufeffName,UID,Kind,Aliases,countries,born\r\n"Nobody, Ltd",7,ENTITY,"Niemand; No Body ;",Viet Nam;XX;nl,\r\n'
    )
    own = load_list(source="own_list", content=table.encode())
    names = [("Nobody, Ltd", False), ("Niemand", False), ("No Body", False)]
    assert told(own) == [("7", "ENTITY", names, ["VN", "NL"], [])]


def test_the_same_file_changes_nothing_and_another_takes_its_place() -> None:
    content = sdn_file(sdn_entry("1", "Erste"))
    first = load_list(source="ofac_sdn", content=content)
    assert load_list(source="ofac_sdn", content=content) == first
    second = load_list(source="ofac_sdn", content=sdn_file(sdn_entry("1", "Zweite")))
    first.refresh_from_db()
    assert first.superseded_at is not None
    assert [name.name for name in ListedName.objects.all()] == ["Zweite"]
    assert OutboxMessage.objects.filter(name="DeniedListLoaded").count() == 2
    assert ListEdition.objects.get(superseded_at=None) == second


@pytest.mark.parametrize(
    ("source", "content"),
    [
        ("ofac_sdn", b""),
        ("ofac_sdn", b"<sdnList/>"),
        ("ofac_sdn", sdn_file(sdn_entry("1", "A B"), sdn_entry("1", "C D"))),
        ("ofac_sdn", sdn_file(sdn_entry("", "A B"))),
        ("ofac_sdn", sdn_file(sdn_entry("1", "A B"))[:-30]),
        ("own_list", b"uid,who\r\n1,X\r\n"),
        ("own_list", b"uid,name\r\n1,\r\n"),
        ("own_list", b"uid,name\r\n1,\xff\r\n"),
        ("own_list", b'uid,name\r\n1,"X\r\n'),
        ("eu_consolidated", UN.encode()),
        ("un_consolidated", EU.encode()),
    ],
    ids=[
        "nothing",
        "nobody",
        "same number twice",
        "no number",
        "cut off",
        "no names",
        "a line without",
        "not UTF-8",
        "open quote",
        "another list",
        "another list still",
    ],
)
def test_what_is_no_whole_list_leaves_the_one_that_holds(source: str, content: bytes) -> None:
    whole = {
        "ofac_sdn": sdn_file(sdn_entry("9", "Held")),
        "eu_consolidated": EU.encode(),
        "un_consolidated": UN.encode(),
        "own_list": b"uid,name\r\n1,Held\r\n",
    }
    held = load_list(source=source, content=whole[source])
    before = ListedParty.objects.count()
    with pytest.raises(ListUnreadable):
        load_list(source=source, content=content)
    assert ListEdition.objects.get(superseded_at=None) == held
    assert ListedParty.objects.count() == before


def test_an_unknown_format_is_refused() -> None:
    with pytest.raises(UnknownListFormat):
        load_list(source="nobody", content=b"<a/>")
