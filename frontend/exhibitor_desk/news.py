"""What the organiser wrote to exhibitors, the latest first."""

from frontend.exhibitor_desk.desk_page import ExhibitorDeskPage
from frontend.page import Variables

PAGE_SIZE = 20


class News(ExhibitorDeskPage):
    """In the reader's language, or the nearest there is."""

    def variables(self) -> Variables:
        return {**super().variables(), **self.page_wanted(PAGE_SIZE)}
