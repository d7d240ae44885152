"""XML from outside: trees and records, and what is refused."""

import pytest

from marketplace.safe_xml.node import BadXml
from marketplace.safe_xml.read import DEEPEST, read_xml, xml_records


def test_records_are_handed_over_without_what_stands_around_them() -> None:
    content = "<l:list xmlns:l='u'><head>x</head><l:party id='1'><name>Đỗ</name></l:party><party id='2'/></l:list>"
    first, second = xml_records(content.encode(), "party")
    assert (first.attributes["id"], first.word("name"), second.attributes["id"]) == ("1", "Đỗ", "2")


def test_a_record_inside_a_record_belongs_to_it() -> None:
    (outer,) = xml_records(b"<l><party><party>inner</party></party></l>", "party")
    assert outer.word("party") == "inner"


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"<a><b></a>",
        b"<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>",
        b"<?xml version='1.0' encoding='no-such'?><a/>",
        b"<a>" * (DEEPEST + 2),
    ],
    ids=["empty", "crossed", "with entities", "unknown encoding", "too deep"],
)
def test_what_cannot_be_believed_is_refused_as_a_tree_and_as_records(content: bytes) -> None:
    with pytest.raises(BadXml):
        read_xml(content)
    with pytest.raises(BadXml):
        list(xml_records(content, "b"))
