"""What was done on a page without a network and is sent later, once: `KeptActions` answers the page's script."""

from typing import ClassVar

from django.http import HttpResponse, JsonResponse

from frontend.page import Page
from frontend.refusals import NotAllowed, NotFound
from i18n.messages import gettext


class KeptActions(Page):
    """Mixed into a page some of whose actions may wait on the device. They are sent with a key that the device made:
    the API answers a key that it knows with what it did the first time."""

    kept_actions: ClassVar[frozenset[str]] = frozenset()

    @property
    def kept_key(self) -> str | None:
        """The ``idempotencyKey`` for the API; nothing for a form that was sent by hand."""
        return self.request.POST.get("key", "")[:100] or None

    def act(self) -> HttpResponse:
        if self.kept_key is None or self.request.POST.get("action") not in self.kept_actions:
            return super().act()
        try:
            response = super().act()
        except (NotAllowed, NotFound) as refusal:
            return JsonResponse({"state": "REFUSED", "messages": [type(refusal).__name__]}, status=422)
        if response.status_code == 302:
            return JsonResponse({"state": "SENT"})
        said = [gettext(self.visit.language, error.message) for error in self.form.errors if error.message]
        return JsonResponse({"state": "REFUSED", "messages": said}, status=422)
