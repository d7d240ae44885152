"""``/metrics`` for Prometheus: with ``METRICS_TOKEN``; to anybody else there is no such page."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from marketplace.observability.metrics.exposition import CONTENT_TYPE, exposition
from marketplace.observability.metrics.permission import may_read


@require_safe
def metrics(request: HttpRequest) -> HttpResponse:
    if not may_read(request.headers.get("Authorization", "")):
        raise Http404
    return HttpResponse(exposition(), content_type=CONTENT_TYPE, headers={"Cache-Control": "no-store"})
