"""Thumbnails: made in the background once a picture is there, and on first use when somebody is faster."""

import re
import time

from django.core.cache import cache
from django.core.files.storage import default_storage

from catalog.events import PictureAdded
from catalog.products import media_files
from catalog.products.media import FORMATS, SIZES, ProductMedia
from marketplace.events.reactions import outside_transaction

LONGEST_WAIT = 2.0
"""Seconds a reader waits for a thumbnail that somebody else is making."""
_LOCK_SECONDS = 30
_PAUSE = 0.05
_THUMBNAIL = re.compile(
    rf"(?P<folder>products/[0-9a-f]{{32}})/(?P<size>{'|'.join(map(str, SIZES))})\.(?P<kind>{'|'.join(FORMATS)})"
)


@outside_transaction
def make_thumbnails(event: PictureAdded) -> None:
    """Reaction: the thumbnails of pages are there. Twice changes nothing; a removed picture is no error.

    The largest AVIF is left to the first reader who zooms in: it takes as long as all others together.
    """
    media = ProductMedia.objects.filter(pk=event.media_id).first()
    if media is None or not default_storage.exists(media.image):
        return
    for size, kind in media_files.thumbnails():
        if size < max(SIZES):
            _made_alone(media.image, size, kind)


def thumbnail_on_demand(path: str) -> str | None:
    """What to show for a thumbnail that is not there yet: itself, made now, or the whole picture while it is not ready.

    ``None`` for a path that is no thumbnail of a picture we have. At most one process makes a file; others wait two
    seconds at most.
    """
    met = _THUMBNAIL.fullmatch(path)
    kept = _kept_in(met["folder"]) if met else None
    if met is None or kept is None:
        return None
    until = time.monotonic() + LONGEST_WAIT
    try:
        while not _made_alone(kept, int(met["size"]), met["kind"]):
            if time.monotonic() > until:
                return kept
            time.sleep(_PAUSE)
    except FileNotFoundError:  # the picture was removed at this very moment
        return None
    return path


def _made_alone(image: str, size: int, kind: str) -> bool:
    """Whether the thumbnail is there now; false while another process is making it."""
    lock = f"thumbnail:{image}:{size}:{kind}"
    if not cache.add(lock, 1, _LOCK_SECONDS):
        return False
    try:
        media_files.make_thumbnail(image, size, kind)
    finally:
        cache.delete(lock)
    return True


def _kept_in(folder: str) -> str | None:
    """The largest WebP of a folder, from which the others are made."""
    paths = (f"{folder}/{size}.webp" for size in sorted(SIZES, reverse=True))
    return next((path for path in paths if default_storage.exists(path)), None)
