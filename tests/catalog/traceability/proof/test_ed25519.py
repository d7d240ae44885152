"""Signatures: the vectors of RFC 8032 (7.1), those of another implementation, and forms that are not allowed."""

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from catalog.traceability.proof.ed25519 import is_signed

ORDER = 2**252 + 27742317777372353535851937790883648493
VECTORS = (
    (
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
        "",
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24"
        "655141438e7a100b",
    ),
    (
        "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
        "72",
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aee"
        "b00d291612bb0c00",
    ),
    (
        "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
        "af82",
        "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28d"
        "c027beceea1ec40a",
    ),
)


def test_the_vectors_of_the_standard_hold() -> None:
    for public, message, signature in VECTORS:
        assert is_signed(bytes.fromhex(message), signature=bytes.fromhex(signature), public=bytes.fromhex(public))


def test_it_agrees_with_another_implementation_and_finds_every_change_of_a_byte() -> None:
    key = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
    public, message = key.public_key().public_bytes_raw(), b"a day's root"
    signature = key.sign(message)
    assert is_signed(message, signature=signature, public=public)
    for place in range(0, 64, 7):
        changed = bytes([*signature[:place], signature[place] ^ 1, *signature[place + 1 :]])
        assert not is_signed(message, signature=changed, public=public), place
    assert not is_signed(message + b".", signature=signature, public=public)
    assert not is_signed(message, signature=signature, public=bytes([public[0] ^ 1, *public[1:]]))


def test_no_signature_has_a_second_form() -> None:
    public, message, signature = (bytes.fromhex(each) for each in VECTORS[1])
    answer = int.from_bytes(signature[32:], "little") + ORDER
    assert not is_signed(message, signature=signature[:32] + answer.to_bytes(32, "little"), public=public)
    assert not is_signed(message, signature=signature + b"\0", public=public)
    assert not is_signed(message, signature=signature, public=public[:-1])
    assert not is_signed(message, signature=signature, public=b"\xff" * 32)
