"""Close a message so that only one browser opens it, and not the push service between (RFC 8291, RFC 8188).

1. A key pair for this message alone; with the browser's public key it gives a shared secret (ECDH, P-256).
2. The shared secret and the browser's ``auth`` secret give the input key (HKDF with SHA-256, RFC 8291 §3.4).
3. With a random salt the input key gives the content key and the nonce (RFC 8188 §2.2).
4. One record of AES-128-GCM: the text, 0x02, and zeros that hide how long the text is. Before it stand the salt,
   the record's size and the message's public key (RFC 8188 §2.1).
"""

import os
from dataclasses import dataclass

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

RECORD = 4096
"""What every push service takes (RFC 8030 §7.2), header included."""
LONGEST = RECORD - 86 - 16 - 1
"""Bytes of text: less the header, the tag and the mark of the end."""
_PADDED_TO = 256
_POINT, _AUTH, _SALT = 65, 16, 16


class BadKeys(ValueError):
    """What a browser said are its keys cannot be."""


@dataclass(frozen=True, slots=True)
class Keys:
    """A browser's: an uncompressed point of P-256, and sixteen random bytes."""

    public: bytes
    auth: bytes

    def __post_init__(self) -> None:
        if len(self.auth) != _AUTH or len(self.public) != _POINT:
            raise BadKeys
        _point(self.public)


def encrypt(
    text: bytes,
    keys: Keys,
    *,
    private: ec.EllipticCurvePrivateKey | None = None,
    salt: bytes | None = None,
    padded_to: int = _PADDED_TO,
) -> bytes:
    """The body of a push request. ``private`` and ``salt`` are made anew unless a test names them."""
    if len(text) > LONGEST:
        raise ValueError(f"{len(text)} bytes are more than the {LONGEST} of one record")
    own, salt = private or ec.generate_private_key(ec.SECP256R1()), salt or os.urandom(_SALT)
    public = own.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
    shared = own.exchange(ec.ECDH(), _point(keys.public))
    secret = _derived(shared, keys.auth, b"WebPush: info\x00" + keys.public + public, 32)
    key = _derived(secret, salt, b"Content-Encoding: aes128gcm\x00", 16)
    nonce = _derived(secret, salt, b"Content-Encoding: nonce\x00", 12)
    filled = text + b"\x02" + bytes(_padding(len(text), padded_to))
    header = salt + RECORD.to_bytes(4) + bytes([len(public)]) + public
    return header + AESGCM(key).encrypt(nonce, filled, None)


def _padding(length: int, to: int) -> int:
    return min(-length % to, LONGEST - length) if to else 0


def _derived(secret: bytes, salt: bytes, info: bytes, length: int) -> bytes:
    return HKDF(SHA256(), length, salt, info).derive(secret)


def _point(raw: bytes) -> ec.EllipticCurvePublicKey:
    try:
        return ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), raw)
    except ValueError as error:
        raise BadKeys from error
