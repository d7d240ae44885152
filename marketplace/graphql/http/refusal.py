"""A request that is refused before there is an operation to execute."""

from collections.abc import Mapping

from marketplace.graphql.errors import KnownError


class HTTPRefusal(KnownError):
    """Answered with ``status`` as an error of the request, whatever media type was negotiated."""

    code = "BAD_REQUEST"

    def __init__(
        self,
        message: str,
        params: Mapping[str, object] | None = None,
        *,
        status: int = 400,
        code: str | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(message, params, extensions={"code": code or self.code})
        self.status = status
        self.headers = dict(headers or {})
