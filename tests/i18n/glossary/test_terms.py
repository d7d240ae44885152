"""A glossary's terms: kept once, within bounds, of one owner."""

import pytest

from i18n.glossary.term import GlossaryTerm
from i18n.glossary.terms import TermFields, TermRefused, create_term, delete_term, terms_for, update_term

pytestmark = pytest.mark.django_db
OAK = TermFields("vi", " Gỗ  sồi ", "USE", "en", "oak")


def test_terms_are_tidied_and_stand_once() -> None:
    term = create_term(owner_id=1, fields=OAK)
    assert (term.term, term.required) == ("Gỗ sồi", "oak")
    with pytest.raises(TermRefused) as refused:
        create_term(owner_id=1, fields=TermFields("vi", "gỗ SỒI", "USE", "en", "oak wood"))
    assert refused.value.code == "UNIQUE"
    create_term(owner_id=2, fields=OAK)
    create_term(owner_id=1, fields=TermFields("vi", "gỗ sồi", "USE", "nl", "eiken"))
    assert GlossaryTerm.objects.count() == 3


def test_a_name_holds_for_every_language_and_says_nothing_else() -> None:
    term = create_term(owner_id=1, fields=TermFields("vi", "Sen", "KEEP", "en", "Lotus"))
    assert (term.language, term.target, term.required) == ("", "", "Sen")
    create_term(owner_id=1, fields=OAK)
    assert {row.term for row in terms_for(1, "vi", "en")} == {"Sen", "Gỗ sồi"}
    assert {row.term for row in terms_for(1, "vi", "ja")} == {"Sen"}
    assert terms_for(2, "vi", "en") == [] and terms_for(1, "en", "vi") == []


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        (TermFields("vi", " ", "KEEP"), "term"),
        (TermFields("vi", "x" * 121, "KEEP"), "term"),
        (TermFields("xx", "x", "KEEP"), "source_language"),
        (TermFields("vi", "x", "OTHER"), "source_language"),
        (TermFields("vi", "x", "USE", "vi", "y"), "language"),
        (TermFields("vi", "x", "USE", "", "y"), "language"),
        (TermFields("vi", "x", "USE", "en", ""), "target"),
        (TermFields("vi", "x", "KEEP", note="n" * 501), "note"),
    ],
)
def test_what_a_term_may_not_be(fields: TermFields, field: str) -> None:
    with pytest.raises(TermRefused) as refused:
        create_term(owner_id=1, fields=fields)
    assert refused.value.field == field and not GlossaryTerm.objects.exists()


def test_change_and_delete() -> None:
    term = create_term(owner_id=1, fields=OAK)
    assert update_term(term=term, fields=TermFields("vi", "gỗ sồi", "USE", "en", "oak wood")).required == "oak wood"
    delete_term(term=term)
    assert not GlossaryTerm.objects.exists()
