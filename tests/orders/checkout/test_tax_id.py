import pytest

from orders.checkout.tax_id import (
    InvalidTaxId,
    TaxIdKind,
    check_tax_id,
    check_tax_ids,
    kinds_for,
    printed_tax_ids,
    registrations_of,
)


@pytest.mark.parametrize(
    ("kind", "typed", "kept"),
    [
        (TaxIdKind.EU_VAT, "nl 4495445b01", "NL004495445B01"),
        (TaxIdKind.EU_VAT, "DE 136 695 976", "DE136695976"),
        (TaxIdKind.EORI, "nl 123456789", "NL123456789"),
        (TaxIdKind.VN_MST, "0100233488", "0100233488"),
        (TaxIdKind.KR_BRN, "116-82-00276", "116-82-00276"),
        (TaxIdKind.JP_CN, "t5835678256246", "T5835678256246"),
        (TaxIdKind.JP_CN, "5835678256246", "5835678256246"),
        (TaxIdKind.GB_VAT, "GB 980 7806 84", "GB980780684"),
        (TaxIdKind.CH_UID, "CHE-100.155.212 MWST", "CHE-100.155.212"),
        (TaxIdKind.US_EIN, "91-1144442", "91-1144442"),
        (TaxIdKind.AU_ABN, "83 914 571 673", "83 914 571 673"),
        (TaxIdKind.TW_UBN, "00501503", "00501503"),
    ],
)
def test_a_number_is_kept_as_its_authority_writes_it(kind: TaxIdKind, typed: str, kept: str) -> None:
    assert check_tax_id(kind, typed).number == kept


@pytest.mark.parametrize("kind", TaxIdKind)
@pytest.mark.parametrize("typed", ["", " ", "0", "X" * 41, "NL123456789B99Ω", "<script>", "\x00"])
def test_what_is_no_number_is_refused(kind: TaxIdKind, typed: str) -> None:
    with pytest.raises(InvalidTaxId):
        check_tax_id(kind, typed)


def test_a_wrong_check_digit_is_found_at_its_place() -> None:
    with pytest.raises(InvalidTaxId) as refusal:
        check_tax_ids([(TaxIdKind.EORI, "NL1"), (TaxIdKind.EU_VAT, "NL004495446B01")])
    assert refusal.value.index == 1


def test_the_last_of_a_kind_counts_and_papers_name_the_kind() -> None:
    kept = check_tax_ids([(TaxIdKind.EORI, "NL1"), (TaxIdKind.EORI, "NL2"), (TaxIdKind.EU_VAT, "NL004495445B01")])
    assert printed_tax_ids([each.as_dict() for each in kept]) == "EORI NL2, VAT NL004495445B01"


def test_buyers_are_asked_for_the_numbers_of_their_country() -> None:
    assert kinds_for("NL") == [TaxIdKind.EU_VAT, TaxIdKind.EORI]
    assert kinds_for("KR") == [TaxIdKind.KR_BRN]
    assert kinds_for("BR") == []


def test_numbers_go_to_customs_by_register_and_country() -> None:
    stored = [
        {"kind": "EU_VAT", "number": "NL004495445B01"},
        {"kind": "EU_VAT", "number": "EL094259216"},
        {"kind": "EORI", "number": "GB123456789000"},
        {"kind": "US_EIN", "number": "91-1144442"},
        {"kind": "CH_UID", "number": "CHE-100.155.212"},
    ]
    assert [(each.kind, each.country) for each in registrations_of(stored)] == [
        ("VAT", "NL"),
        ("VAT", "GR"),
        ("EORI", "GB"),
        ("EIN", "US"),
        ("VAT", "CH"),
    ]
