"""The exhibitor manual: what to read, what to answer, until when."""

from typing import Any

from frontend.exhibitor_desk.desk_page import ExhibitorDeskPage
from i18n.today import today_here


class Manual(ExhibitorDeskPage):
    """For managers."""

    required = ("exhibitorDesk",)
    for_managers = True

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        pages = data["exhibitorDesk"]["manual"]
        return {**super().context(data), "pages": pages, "today": today_here().isoformat()}
