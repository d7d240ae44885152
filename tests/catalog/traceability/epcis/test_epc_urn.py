"""Digital Links back into URNs, where the company prefix is known."""

from catalog.traceability.epcis.epc_urn import epc_urn
from catalog.traceability.epcis.identifiers import canonical_uri

URNS = (
    "urn:epc:id:sgtin:8931234.011111.9876", "urn:epc:id:sgtin:8931234.311111.A%2FB",
    "urn:epc:class:lgtin:8931234.011111.LO-1",
    "urn:epc:idpat:sgtin:8931234.022222.*", "urn:epc:id:sscc:8931234.1234567890", "urn:epc:id:sgln:8931234.56789.0",
    "urn:epc:id:sgln:8931234.56789.kho2", "urn:epc:id:pgln:8931234.56789", "urn:epc:id:giai:8931234.111",
    "urn:epc:id:grai:8931234.12345.7", "urn:epc:id:gdti:8931234.12345.X1", "urn:epc:id:ginc:8931234.XY-9",
    "urn:epc:id:gsin:8931234.123456789", "urn:epc:id:gsrn:8931234.1234567890", "urn:epc:id:gsrnp:8931234.1234567890",
    "urn:epc:id:sgcn:8931234.12345.04711",
)  # fmt: skip


def test_there_and_back() -> None:
    for urn in URNS:
        link = canonical_uri(urn)
        assert link.startswith("https://id.gs1.org/"), urn
        assert epc_urn(link, ["8931234", "893123"]) == urn


def test_without_the_prefix_there_is_no_way_back() -> None:
    assert epc_urn(canonical_uri(URNS[0]), ["8939999"]) is None
    assert epc_urn("urn:uuid:0", ["8931234"]) is None
    assert epc_urn("https://id.gs1.org/22/2A", ["8931234"]) is None
    assert epc_urn("https://id.gs1.org/01", ["8931234"]) is None
