"""What only the browser opens."""

import base64

import pytest
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric import ec

from marketplace.push.base64url import decoded, encoded
from marketplace.push.encrypt import LONGEST, BadKeys, Keys, encrypt
from tests.peers.push_service.browser import Browser

# RFC 8291, section 5 and appendix A
TEXT = b"When I grow up, I want to be a watermelon"
AS_PRIVATE = "yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw"
UA_PUBLIC = "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4"
AUTH = "BTBZMqHH6r4Tts7J_aSIgg"
SALT = "DGv6ra1nlYgDCS1FRnbzlw"
BODY = (
    "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27ml"
    "mlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPT"
    "pK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN"
)


def test_the_example_of_the_standard() -> None:
    private = ec.derive_private_key(int.from_bytes(decoded(AS_PRIVATE)), ec.SECP256R1())
    keys = Keys(decoded(UA_PUBLIC), decoded(AUTH))
    assert encoded(encrypt(TEXT, keys, private=private, salt=decoded(SALT), padded_to=0)) == BODY


def test_a_browser_opens_what_is_for_it_and_nobody_else_does() -> None:
    browser, other = Browser(), Browser()
    keys = Keys(browser.public, browser.auth)
    for text in (b"", "Đơn hàng mới".encode(), b"x" * LONGEST):
        body = encrypt(text, keys)
        assert len(body) <= 4096
        assert browser.opened(body) == text
        with pytest.raises(InvalidTag):
            other.opened(body)
        with pytest.raises(InvalidTag):
            browser.opened(body[:-1] + bytes([body[-1] ^ 1]))
    assert encrypt(b"same", keys) != encrypt(b"same", keys)
    assert len(encrypt(b"a", keys)) == len(encrypt(b"a much longer notice", keys)), "its length tells nothing"


def test_what_does_not_fit_is_refused() -> None:
    browser = Browser()
    with pytest.raises(ValueError, match="more than"):
        encrypt(b"x" * (LONGEST + 1), Keys(browser.public, browser.auth))
    off_the_curve = b"\x04" + b"\x01" * 64
    for public, auth in ((b"", browser.auth), (off_the_curve, browser.auth), (browser.public, b"short")):
        with pytest.raises(BadKeys):
            Keys(public, auth)
    with pytest.raises(ValueError, match="base64url"):
        decoded("not base64!")
    assert decoded(base64.urlsafe_b64encode(b"ab").decode()) == b"ab"
