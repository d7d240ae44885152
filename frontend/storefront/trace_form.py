"""Type the code of a label, for those whose telephone does not read it."""

import re

from django.http import HttpResponse

from frontend.page import Page, action
from i18n.messages import gettext_noop as _

CODE = re.compile(r"[0-9A-Z]{6,40}")


class TraceForm(Page):
    """One field; the trace page says whether the code is known."""

    @action
    def look_up(self) -> HttpResponse:
        code = re.sub(r"[\s-]", "", self.form.text("code", required=True)).upper()
        if not CODE.fullmatch(code):
            raise self.refuse("code", _("A code has letters and digits only, as printed below the square pattern."))
        return self.go("trace", code=code)
