import pytest

from marketplace.accounts.mail.write import greeted
from marketplace.accounts.user import User


@pytest.mark.parametrize("name", ["Nguyễn Văn A.", "J. R. Voorbeeld", "O'Brien-Smith", "王小明", "M.C. Escher"])
def test_people_are_greeted_by_name(name: str) -> None:
    assert greeted(User(email="a@example.org", first_name=name)) == name


@pytest.mark.parametrize("name", ["", "https://evil.example", "evil.example", "me@evil.example", "a\\b"])
def test_what_a_mail_program_would_make_a_link_of_is_no_name(name: str) -> None:
    assert greeted(User(email="a@example.org", first_name="You won", last_name=name)) == (
        "a@example.org" if name else "You won"
    )
