"""Pages of capture jobs, newest first."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Q

from catalog.traceability.epcis.capture.capture_job import CaptureJob
from catalog.traceability.epcis.query.page_token import Place
from catalog.traceability.epcis.rest.paging import next_page, page_size, place_asked
from catalog.traceability.http import RestRequest

MOST = 100
_OF = "capture jobs"


def page_of_jobs(request: RestRequest, seller_ids: Iterable[int]) -> tuple[list[CaptureJob], dict[str, str]]:
    """The jobs, and the headers that lead to the next ones."""
    size = min(page_size(request), MOST)
    jobs = CaptureJob.objects.filter(seller_id__in=seller_ids).defer("body").order_by("-created_at", "-pk")
    after = place_asked(request, of=_OF)
    if after is not None:
        created = after.values[0]
        jobs = jobs.filter(Q(created_at__lt=created) | Q(created_at=created, pk__lt=after.pk))
    found = list(jobs[: size + 1])
    last = Place((found[size - 1].created_at,), str(found[size - 1].pk)) if len(found) > size else None
    return found[:size], next_page(request, last, of=_OF)
