"""The search index: reachable, there, and as full as the shop."""

from collections.abc import Iterator

from django.conf import settings

from catalog.models import Product
from catalog.search.backends.base import SearchUnavailable, backend
from marketplace.doctor.finding import Finding, good, noted, wrong

LOOKED_UP = 200
REBUILD = "Run: python -m marketplace rebuild_index"


def check() -> Iterator[Finding]:
    engine = backend()
    try:
        if not engine.is_ready():
            yield wrong("there is no search index of this version's shape", REBUILD)
            return
        yield good(f"{settings.SEARCH_BACKEND} answers, and the index is there")
        newest = list(Product.objects.current().order_by("-pk").values_list("pk", flat=True)[:LOOKED_UP])
        missing = len(newest) - len(engine.versions(newest))
    except SearchUnavailable as error:
        yield wrong(
            f"the search server cannot be reached: {error}",
            "Check SEARCH_URL, and that the server runs and lets us in. Until then people browse without search.",
        )
        return
    if missing:
        yield noted(f"of the {len(newest)} newest products the index has {len(newest) - missing}; drafts are not in it",
                    f"If published ones are missing: {REBUILD.removeprefix('Run: ')}")  # fmt: skip
    if settings.SEARCH_BACKEND == "tantivy":
        yield noted("the embedded index belongs to one machine", "Set SEARCH_URL where more than one serves.")
