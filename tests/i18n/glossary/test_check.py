"""Whether a translation keeps to the glossary."""

import pytest

from i18n.glossary.check import stands_in, violations
from i18n.glossary.term import GlossaryTerm


def keep(term: str, match_case: bool = False) -> GlossaryTerm:
    return GlossaryTerm(term=term, rule="KEEP", match_case=match_case)


def use(term: str, target: str, match_case: bool = False) -> GlossaryTerm:
    return GlossaryTerm(term=term, rule="USE", target=target, match_case=match_case)


@pytest.mark.parametrize(
    ("words", "text", "match_case", "expected"),
    [
        ("Sen", "Ghế Sen", False, True),
        ("sen", "Ghế Sen", False, True),
        ("sen", "Ghế Sen", True, False),
        ("Sen", "Sending chairs", False, False),
        ("gỗ sồi", "bàn Gỗ  sồi lớn", False, True),
        ("gỗ", "gỗ", False, True),
        ("go\u0302\u0303", "gỗ", False, True),
        ("漆", "越南漆器", False, True),
        ("C++", "in C++ here", False, True),
        ("50%", "50% gỗ", False, True),
    ],
)
def test_terms_are_whole_words(words: str, text: str, match_case: bool, expected: bool) -> None:
    assert stands_in(words, text, match_case=match_case) is expected


def test_a_name_that_is_kept_refuses() -> None:
    [broken] = violations([keep("Sen")], "Ghế Sen", "Lotus chair")
    assert broken.refuses and broken.required == "Sen"
    assert not violations([keep("Sen")], "Ghế Sen", "Chair Sen")
    assert violations([keep("Sen")], "Ghế Sen", "Chair SEN"), "letter for letter"
    assert not violations([keep("Sen")], "Ghế", "Chair"), "it does not stand in the original"


def test_a_fixed_translation_warns() -> None:
    [broken] = violations([use("gỗ sồi", "oak")], "Gỗ sồi tự nhiên", "Natural wood")
    assert not broken.refuses and broken.required == "oak"
    assert not violations([use("gỗ sồi", "oak")], "Gỗ sồi", "Oak")
    assert violations([use("gỗ sồi", "oak", match_case=True)], "gỗ sồi", "Oak")
