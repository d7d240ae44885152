"""``/health/live`` and ``/health/ready``, before everything else: those who probe name no host and speak no TLS.

``live`` touches nothing: a process that answers need not be restarted because a database is away. ``ready`` is 503
while the database cannot be reached or waits for a migration, so that nobody is sent here.
"""

from collections.abc import Callable

from django.http import HttpRequest, JsonResponse
from django.http.response import HttpResponseBase

LIVE, READY = "/health/live", "/health/ready"


class Health:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.path == LIVE:
            return _answer("live", 200)
        if request.path == READY:
            return _ready()
        return self._get_response(request)


def _ready() -> JsonResponse:
    from marketplace.health.ready import State, readiness  # models are loaded only now

    state = readiness()
    return _answer(state.value, 503 if state is State.UNREADY else 200)


def _answer(status: str, code: int) -> JsonResponse:
    return JsonResponse({"status": status}, status=code, headers={"Cache-Control": "no-store"})
