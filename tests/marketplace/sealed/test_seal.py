import pytest
from django.test import override_settings

from marketplace.sealed.fingerprint import fingerprint, fingerprints
from marketplace.sealed.seal import BrokenSeal, is_newest, seal, unseal
from marketplace.sealed.secret import Secret

OLD, NEW = "o" * 40, "n" * 40


def test_what_was_sealed_is_read_again_and_by_nobody_else() -> None:
    token = seal("số 0071 0009")
    assert unseal(token) == "số 0071 0009"
    assert token != seal("số 0071 0009")
    assert "0071" not in token
    for wrong in (token[:-4] + "AAA=", "", "plain text", seal("x", purpose="another")):
        with pytest.raises(BrokenSeal):
            unseal(wrong)


def test_a_new_key_seals_and_the_older_ones_still_open() -> None:
    """Also what the secret key sealed before there were any others."""
    with override_settings(SECRET_KEY="s" * 40, SEALING_KEYS=()):
        oldest = seal("a")
    with override_settings(SECRET_KEY="s" * 40, SEALING_KEYS=(OLD,)):
        older = seal("b")
        assert not is_newest(oldest)
    with override_settings(SECRET_KEY="s" * 40, SEALING_KEYS=(NEW, OLD)):
        newest = seal("c")
        assert [unseal(each) for each in (oldest, older, newest)] == ["a", "b", "c"]
        assert [is_newest(each) for each in (oldest, older, newest)] == [False, False, True]
    with override_settings(SECRET_KEY="s" * 40, SEALING_KEYS=(NEW,)), pytest.raises(BrokenSeal):
        unseal(older)


def test_equal_secrets_are_found_without_opening_them() -> None:
    with override_settings(SEALING_KEYS=(OLD,)):
        before = fingerprint("0071", purpose="account")
        assert before == fingerprint("0071", purpose="account")
        assert before not in (fingerprint("0072", purpose="account"), fingerprint("0071", purpose="another"))
    with override_settings(SEALING_KEYS=(NEW, OLD)):
        assert fingerprint("0071", purpose="account") != before
        assert before in fingerprints("0071", purpose="account")


def test_a_secret_shows_nothing_of_itself() -> None:
    secret = Secret.of("0071000999")
    assert secret.open() == "0071000999"
    for shown in (str(secret), repr(secret), f"{secret}", f"{secret!r}", f"{[secret]}"):
        assert "0071" not in shown and secret.sealed not in shown
    assert not Secret.of("") and Secret.of("").open() == "" and str(Secret("")) == ""
