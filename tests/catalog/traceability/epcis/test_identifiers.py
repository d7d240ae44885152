"""EPC URNs and Digital Links of any domain have one canonical form, and words one URI."""

import pytest

from catalog.traceability.epcis.identifiers import canonical_uri, is_class_level
from catalog.traceability.epcis.vocabulary import UnknownWord, bare, expand

AT = "https://id.gs1.org"


@pytest.mark.parametrize(
    ("given", "canonical", "is_class"),
    [
        ("urn:epc:id:sgtin:4012345.011111.9876", f"{AT}/01/04012345111118/21/9876", False),
        ("urn:epc:id:sgtin:9521141.012345.10%2F1", f"{AT}/01/09521141123454/21/10%2F1", False),
        ("urn:epc:idpat:sgtin:4012345.011111.*", f"{AT}/01/04012345111118", True),
        ("urn:epc:class:lgtin:4012345.011111.4444", f"{AT}/01/04012345111118/10/4444", True),
        ("urn:epc:id:sscc:4012345.0000000111", f"{AT}/00/040123450000001112", False),
        ("urn:epc:id:sgln:4012345.00011.987", f"{AT}/414/4012345000115/254/987", False),
        ("urn:epc:id:sgln:4012345.00011.0", f"{AT}/414/4012345000115", False),
        ("urn:epc:id:pgln:9521321.00001", f"{AT}/417/9521321000018", False),
        ("urn:epc:id:grai:4012345.55555.987", f"{AT}/8003/04012345555554987", False),
        ("urn:epc:idpat:grai:4012345.55555.*", f"{AT}/8003/04012345555554", True),
        ("urn:epc:id:giai:4000001.111", f"{AT}/8004/4000001111", False),
        ("urn:epc:id:gdti:0614141.06012.1234", f"{AT}/253/06141410601221234", False),
        ("urn:epc:id:gsrn:0614141.0000010253", f"{AT}/8018/061414100000102534", False),
        ("urn:epc:id:itip:9521141.012345.04.04.32a", f"{AT}/8006/095211411234540404/21/32a", False),
        ("urn:epc:id:upui:9521141.089456.51qIgY)", f"{AT}/01/09521141894569/235/51qIgY%29", False),
        ("urn:epc:id:cpi:0614141.5PQ7%2FZ43.12345", f"{AT}/8010/06141415PQ7%2FZ43/8011/12345", False),
        ("urn:epc:id:ginc:9521321.ABC", f"{AT}/401/9521321ABC", False),
        ("https://example.org/any/01/04012345111118/10/L1?17=271231", f"{AT}/01/04012345111118/10/L1", True),
        (f"{AT}/01/04012345111118/22/2A/10/L/21/1", f"{AT}/01/04012345111118/21/1", False),
        (f"{AT}/414/4012345000115/7040/1ABC", f"{AT}/414/4012345000115", False),
        ("https://example.org/01/04012345111119", "https://example.org/01/04012345111119", False),
        ("urn:epc:id:sgtin:4012345.0111111.9876", "urn:epc:id:sgtin:4012345.0111111.9876", False),
        ("urn:epc:id:sgtin:4012345", "urn:epc:id:sgtin:4012345", False),
        ("urn:uuid:374d95fc-9457-4a51-bd6a-0bba133845a8", "urn:uuid:374d95fc-9457-4a51-bd6a-0bba133845a8", False),
    ],
)  # fmt: skip
def test_identifiers(given: str, canonical: str, is_class: bool) -> None:
    assert canonical_uri(given) == canonical
    assert canonical_uri(canonical) == canonical
    assert is_class_level(canonical) is is_class


def test_words_are_expanded_and_bared() -> None:
    shipping = "https://ref.gs1.org/cbv/BizStep-shipping"
    for word in ("shipping", "urn:epcglobal:cbv:bizstep:shipping", "cbv:BizStep-shipping", shipping):
        assert expand("BizStep", word) == shipping
    assert bare(shipping) == "shipping"
    assert expand("Disp", "https://example.org/words/polished") == "https://example.org/words/polished"
    assert bare("https://example.org/words/polished") == "https://example.org/words/polished"
    for wrong in ("polishing", "cbv:BizStep-polishing", "https://ref.gs1.org/cbv/BizStep-x", ""):
        with pytest.raises(UnknownWord):
            expand("BizStep", wrong)
