"""All markets, those that are closed too."""

from frontend.staff_page import StaffPage


class Channels(StaffPage):
    """Where one sells, in what currency and languages, and what is switched off."""

    permissions = ("channels.manage",)
