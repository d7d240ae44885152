"""Names against names: who is found in every spelling, and who is left alone."""

from datetime import date

import pytest

from logistics.customs.screening.alike import sound_of
from logistics.customs.screening.index import Entry, NameIndex
from logistics.customs.screening.match import matches
from logistics.customs.screening.words import words_of

DAY = date(2026, 11, 22)
LISTED: tuple[tuple[str, set[str]], ...] = (
    ("Ivan Maksimovich PETROVSKIY", {"RU"}),
    ("GOLDEN MERIDIAN SHIPPING CO., LTD.", {"HK"}),
    ("Muhammad Al-Farouqi", {"SY"}),
    ("NGUYEN VAN SAMPLE", {"VN"}),
    ("Công ty TNHH Gỗ Hắc Long Giang", set()),
    ("Wagner Export Import", set()),
    ("TRADING", set()),
)


def entry(party: int, name: str, countries: set[str], *, is_weak: bool = False) -> Entry:
    return Entry(party, name, words_of(name), frozenset(countries), is_weak)


INDEX = NameIndex(
    [
        *(entry(number, name, countries) for number, (name, countries) in enumerate(LISTED)),
        entry(1, "MERIDIAN", set(), is_weak=True),
        *(entry(100 + number, f"Filler{number} Trading Import", set()) for number in range(60)),
    ]
)


def found(name: str, country: str = "") -> dict[int, float]:
    return {match.entry.party_id: match.score for match in matches(name, country, index=INDEX, on=DAY)}


@pytest.mark.parametrize(
    ("written", "party"),
    [
        ("Petrovskiy, Ivan Maksimovich", 0),
        ("IVAN PETROVSKIY", 0),
        ("Иван Максимович Петровский", 0),
        ("Ivan Maksimovitch Petrovsky", 0),
        ("Golden Meridian Shipping", 1),
        ("Goldenmeridian Shipping Limited", 1),
        ("Golden Meridan Shiping Co", 1),
        ("金Golden Meridian Shipping", 1),
        ("Mohamed Al Faruqi", 2),
        ("Mohammad al-Farouqui", 2),
        ("Nguyễn Văn Sample", 3),
        ("Go Hac Long Giang Co., Ltd", 4),
        ("MERIDIAN", 1),
    ],
)
def test_the_listed_are_found_however_they_are_written(written: str, party: int) -> None:
    assert party in found(written)


@pytest.mark.parametrize(
    "written",
    [
        "Nguyễn Văn Sim",  # short words are others at once: Vietnamese names differ by a letter
        "Nguyễn Văn Thắng",
        "Ivan Horvat",
        "Golden Lotus Shipping",
        "Meridian Hotel",  # a weak alias counts as the whole name only
        "Blue Trading Import",
        "Werfkade B.V.",
        "Sanne Voorbeeld",
        "山田太郎",
        "",
        "Co., Ltd",
        "!!!",
    ],
)
def test_others_are_left_alone(written: str) -> None:
    assert found(written) == {}


def test_a_country_raises_and_lowers_but_never_frees_the_same_name() -> None:
    same, unknown, other = (found("Ivan Maksimovic Petrovskij", country)[0] for country in ("RU", "", "NL"))
    assert same > unknown > other
    assert found("Ivan Maksimovich Petrovskiy", "NL")[0] == pytest.approx(0.97)


@pytest.mark.parametrize(
    ("one", "other"),
    [("mohammed", "muhamad"), ("farouqi", "faruqui"), ("dzhabbarov", "jabarov"), ("tchernov", "chernov")],
)
def test_spellings_of_one_sound(one: str, other: str) -> None:
    assert sound_of(one) == sound_of(other) != ""


def test_words_without_legal_forms_in_any_script() -> None:
    assert words_of("Công ty TNHH Gỗ Sông Bé") == ("go", "song", "be")
    assert words_of("S.A.R.L. L'Étoile") == ("letoile",)
    assert words_of("Иван Петров") == ("ivan", "petrov")
    assert words_of("Co., Ltd.") == ("co", "ltd")
