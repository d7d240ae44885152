"""The marketplace's own vouchers, newest first."""

from frontend.page import Variables
from frontend.staff_page import StaffPage

PAGE_SIZE = 25


class Vouchers(StaffPage):
    """What the marketplace bears."""

    permissions = ("orders.manage",)

    def variables(self) -> Variables:
        return {**self.page_wanted(PAGE_SIZE)}
