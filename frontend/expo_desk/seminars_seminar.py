"""One seminar: its details, its translations, and calling it off."""

from typing import Any
from zoneinfo import ZoneInfo

from django.http import HttpResponse

from frontend.expo_desk.fair_page import FairPage
from frontend.expo_desk.seminars_form import seminar_input
from frontend.expo_desk.translating import chosen_target, language_of_form, stored_in, targets
from frontend.filters import bcp47, to_moment
from frontend.page import Variables, action
from i18n.formatting import HERE
from i18n.messages import gettext_noop as _


class SeminarsSeminar(FairPage):
    """The source on top, one translation below; the address chooses its language."""

    required = ("expo", "seminar")

    def variables(self) -> Variables:
        return {**super().variables(), "id": self.parts["id"]}

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        seminar = data["seminar"]
        source = bcp47(seminar["sourceLanguage"]["code"])
        target = chosen_target(self, source)
        local = to_moment(seminar["startsAt"]).astimezone(ZoneInfo(HERE))
        values = {
            **{name: seminar[name] or "" for name in ("title", "description", "speaker", "room")},
            "minutes": seminar["minutes"],
            "seats": seminar["seats"],
            "day": local.date().isoformat(),
            "hour": f"{local:%H:%M}",
            "hallId": seminar["hall"]["id"] if seminar["hall"] else "",
            "languages": [bcp47(each["code"]) for each in seminar["languages"]],
        }
        return {
            **super().context(data),
            "values": values,
            "source": source,
            "target": target,
            "tabs": targets(source, seminar["translations"], target),
            "translated": stored_in(seminar["translations"], target),
        }

    @action
    def update(self) -> HttpResponse:
        self.change("Update", id=self.parts["id"], input=seminar_input(self))
        return self.go(
            message=_("The seminar is changed. If its time or place is another, everybody with a seat is told.")
        )

    @action
    def translate(self) -> HttpResponse:
        texts = {name: self.form.text(name) for name in ("title", "description")}
        self.change("Translate", id=self.parts["id"], language=language_of_form(self, "language"), input=texts)
        return self.go(message=_("The translation is saved."))

    @action
    def cancel(self) -> HttpResponse:
        self.change("Cancel", id=self.parts["id"])
        return self.go(message=_("The seminar is called off. Everybody with a seat gets a letter."))
