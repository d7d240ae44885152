"""The final report of a fair, to read; `report_file` has it as files."""

from typing import Any

from frontend.expo_desk.fair_page import FairPage


class Report(FairPage):
    """Counted when it is opened."""

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        return {**super().context(data), "report": self.ask("Report", expo=data["expo"]["id"])["fairReport"]}
