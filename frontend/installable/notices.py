"""Which of one's devices show notices, and of what."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_safe

from frontend.installable import push_worker
from frontend.page import Page, action
from frontend.refusals import Refused
from i18n.messages import gettext
from i18n.messages import gettext_noop as _


class Notices(Page):
    """``subscribe`` is sent by the page's script, after the browser has asked; its answer is JSON."""

    needs_sign_in = True
    indexed = False
    required = ("me",)

    @action
    def subscribe(self) -> HttpResponse:
        keys = {"p256dh": self.form.text("p256dh", required=True), "auth": self.form.text("auth", required=True)}
        given = {"endpoint": self.form.text("endpoint", required=True), "keys": keys, "kinds": self._kinds()}
        try:
            self.change("Subscribe", input=given)
        except Refused as refused:
            said = [gettext(self.visit.language, error.message) for error in refused.errors if error.message]
            return JsonResponse({"state": "REFUSED", "messages": said}, status=422)
        return JsonResponse({"state": "SENT"})

    @action
    def choose(self) -> HttpResponse:
        self.change("Choose", id=self.form.text("device", required=True), kinds=self._kinds())
        return self.go(message=_("Your choice is saved."))

    @action
    def remove(self) -> HttpResponse:
        self.change("Remove", id=self.form.text("device", required=True))
        return self.go(message=_("No notices are shown there any more."))

    def _kinds(self) -> list[str]:
        offered = self.ask("Notices")["push"]["kinds"]
        return [kind for kind in offered if kind in self.request.POST.getlist("kinds")]


@require_safe
def worker(request: HttpRequest) -> HttpResponse:
    """The worker that shows notices: one for the whole site, in no language."""
    return push_worker.response()
