"""The XML of a trade-promotion programme, in the form we assume."""

import pytest

from catalog.refusal import Refused
from marketplace.expo.feeds.trade_promotion.feed import FEED

HEAD = '<?xml version="1.0" encoding="UTF-8"?>'


def one(inside: str) -> bytes:
    return f"{HEAD}<ParticipantList><Participant>{inside}</Participant></ParticipantList>".encode()


def test_elements_become_fields() -> None:
    content = one(
        "<RegistrationNumber>7</RegistrationNumber><Name>Mộc &amp; Tre</Name><NameEnglish>Wood</NameEnglish>"
        "<Sectors><Sector>Gỗ, tre</Sector><Sector>Mây</Sector></Sectors><Booths><Booth>A1</Booth></Booths>"
    )
    values = FEED.read(content, {}).records[0].values
    assert values == {"source_id": "7", "name": "Mộc & Tre", "categories": "Gỗ  tre; Mây", "booth": "A1"}
    english = FEED.read(content, {"NameEnglish": "name", "Name": None}).records[0].values
    assert english["name"] == "Wood"


def test_what_is_no_list_is_refused() -> None:
    entity = b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><ParticipantList><Participant/></ParticipantList>'
    for wrong in (b"", b"<a", b"<ParticipantList/>", entity, b"\x00\x01", b"PK\x03\x04"):
        with pytest.raises(Refused):
            FEED.read(wrong, {})
