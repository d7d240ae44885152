"""Where files lie when they do not lie on this machine: ``s3://key:secret@host[:port]/bucket?region=…``."""

from dataclasses import dataclass, field
from urllib.parse import parse_qsl, unquote, urlsplit

_FORM = "MEDIA_STORAGE_URL must be s3://key:secret@host/bucket?region=…"
_OPTIONS = {"region", "prefix", "tls"}


@dataclass(frozen=True, slots=True)
class ObjectStorage:
    """A bucket of any server that speaks S3."""

    endpoint: str
    """``https://host[:port]``; plain ``http`` only with ``tls=no``, for a server on the same machine or network."""
    bucket: str
    access_key: str
    secret_key: str = field(repr=False)
    region: str = "us-east-1"
    prefix: str = ""
    """A folder of the bucket that all names begin with, with its slash."""


def object_storage(url: str | None) -> ObjectStorage | None:
    """Raises ``ValueError`` without quoting the address, which holds a secret."""
    if url is None:
        return None
    parts = urlsplit(url)
    options = dict(parse_qsl(parts.query, keep_blank_values=True))
    bucket = parts.path.strip("/")
    if parts.scheme != "s3" or not parts.hostname or not bucket or "/" in bucket:
        raise ValueError(_FORM)
    if not parts.username or not parts.password:
        raise ValueError(f"{_FORM}: the key or the secret is missing")
    if unknown := sorted(options.keys() - _OPTIONS):
        raise ValueError(f"MEDIA_STORAGE_URL knows region, prefix and tls, not {', '.join(unknown)}")
    port = f":{parts.port}" if parts.port else ""
    prefix = options.get("prefix", "").strip("/")
    return ObjectStorage(
        endpoint=f"{'http' if options.get('tls') == 'no' else 'https'}://{parts.hostname}{port}",
        bucket=bucket,
        access_key=unquote(parts.username),
        secret_key=unquote(parts.password),
        region=options.get("region") or "us-east-1",
        prefix=f"{prefix}/" if prefix else "",
    )
