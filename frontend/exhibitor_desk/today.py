"""What the exhibitor is to do next, with dates and money."""

from typing import Any

from frontend.exhibitor_desk.desk_page import ExhibitorDeskPage
from frontend.page import Variables


class Today(ExhibitorDeskPage):
    """Open tasks by their day, those that are done below, the booths and who works here."""

    required = ("exhibitorDesk",)

    def variables(self) -> Variables:
        return {**super().variables(), "manages": self.may_manage}

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        tasks = data["exhibitorDesk"]["tasks"]
        waiting = [task for task in tasks if task["doneAt"] is None]
        return {
            **super().context(data),
            "own": data["exhibitorDesk"],
            "waiting": waiting,
            "done": [task for task in tasks if task["doneAt"] is not None],
            "next_due": next((task["dueOn"] for task in waiting if task["dueOn"]), None),
        }
