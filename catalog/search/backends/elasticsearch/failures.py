"""What the server or the way to it can do wrong, told as `SearchUnavailable`: search then answers from the database."""

from collections.abc import Iterator
from contextlib import contextmanager

from elasticsearch import ApiError, NotFoundError, TransportError, UnsupportedProductError

from catalog.search.backends.base import SearchUnavailable

_WRONG_QUESTION = 400


@contextmanager
def server(doing: str) -> Iterator[None]:
    """Connection refused, time-out, missing index, overload, refused rights: all of them mean that it can't answer.

    A request that the server doesn't understand is a fault of this program or of an index that another version made;
    it is told the same way, with the server's reason.
    """
    try:
        yield
    except NotFoundError as missing:
        raise SearchUnavailable(f"{doing}: the server has no such index") from missing
    except ApiError as refused:
        raise SearchUnavailable(f"{doing}: the server answered {refused.status_code} {_reason(refused)}") from refused
    except (TransportError, UnsupportedProductError) as lost:
        raise SearchUnavailable(f"{doing}: the server cannot be reached ({type(lost).__name__})") from lost


def _reason(refused: ApiError) -> str:
    """The kind of error, and for a misunderstood request what was misunderstood; never what was asked for."""
    if refused.status_code != _WRONG_QUESTION or not isinstance(refused.body, dict):
        return str(refused.message)
    causes = refused.body.get("error", {})
    roots = causes.get("root_cause") if isinstance(causes, dict) else None
    return str(roots[0].get("reason", refused.message))[:200] if roots else str(refused.message)
