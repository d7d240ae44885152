"""What the firm applied for, as the organiser approved it."""

from typing import Any

from frontend.exhibitor_desk.desk_page import ExhibitorDeskPage


class Application(ExhibitorDeskPage):
    """For managers; the words of the application itself only for who wrote it."""

    required = ("exhibitorDesk",)
    for_managers = True

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        return {**super().context(data), "one": data["exhibitorDesk"]["application"]}
