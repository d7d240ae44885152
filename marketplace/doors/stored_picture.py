"""A public picture that lies in object storage, handed out under its address here."""

import mimetypes
from pathlib import PurePosixPath

from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest, HttpResponseNotModified
from django.http.response import HttpResponseBase


def stored_picture(request: HttpRequest, path: str) -> HttpResponseBase:
    """Names are random and never used again, so whoever has seen one has the same. Raises `Http404`."""
    name = PurePosixPath(path)
    if name.is_absolute() or ".." in name.parts or not name.name or str(name) != path:
        raise Http404
    tag = f'"{path}"'
    if tag in request.headers.get("If-None-Match", ""):
        return HttpResponseNotModified(headers={"ETag": tag})
    try:
        file = default_storage.open(path, "rb")
        file.size  # noqa: B018  # asks whether it is there, before the answer has begun
    except FileNotFoundError:
        raise Http404 from None
    response = FileResponse(file, content_type=mimetypes.guess_type(name.name)[0] or "application/octet-stream")
    response["ETag"] = tag
    return response
