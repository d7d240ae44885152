from typing import Any

from frontend.design.contrast import colours, measured_pairs, measures
from frontend.design.page import DesignPage


class Design(DesignPage):
    """Colours with their contrast, sizes of type, spaces; writing in other scripts and directions; paper."""

    def samples(self) -> dict[str, Any]:
        known = measures()
        return {
            "colours": list(colours().values()),
            "pairs": measured_pairs(),
            "sizes": [(name, value) for name, value in known if name.startswith("size-")],
            "spaces": [(name, value) for name, value in known if name.startswith("space-")],
        }
