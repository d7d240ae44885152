import pytest
from django.test import override_settings

from marketplace.graphql.idempotency.seal import BrokenSeal, seal, unseal

TEXT = "Một địa chỉ, và một bí mật: " + "x" * 500


def test_only_the_same_key_of_the_same_caller_opens_it() -> None:
    sealed = seal(TEXT, scope="s", key="k")
    assert unseal(sealed, scope="s", key="k") == TEXT
    for scope, key in (("s", "K"), ("S", "k")):
        with pytest.raises(BrokenSeal):
            unseal(sealed, scope=scope, key=key)


def test_a_changed_answer_is_not_opened() -> None:
    sealed = seal(TEXT, scope="s", key="k")
    middle = len(sealed) // 2
    changed = sealed[:middle] + ("A" if sealed[middle] != "A" else "B") + sealed[middle + 1 :]
    with pytest.raises(BrokenSeal):
        unseal(changed, scope="s", key="k")


def test_it_outlives_a_new_secret_key() -> None:
    with override_settings(SECRET_KEY="old"):
        sealed = seal(TEXT, scope="s", key="k")
    with override_settings(SECRET_KEY="new", SECRET_KEY_FALLBACKS=["old"]):
        assert unseal(sealed, scope="s", key="k") == TEXT
    with override_settings(SECRET_KEY="new"), pytest.raises(BrokenSeal):
        unseal(sealed, scope="s", key="k")


def test_nothing_of_it_can_be_read() -> None:
    assert seal("x" * 64, scope="s", key="k")[44:64] != seal("x" * 64, scope="s", key="j")[44:64]
    assert len(set(seal("\0" * 320, scope="s", key="k"))) > 40
