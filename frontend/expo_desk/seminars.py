"""The seminars of a fair: when, where, by whom, and how many seats are booked."""

from django.http import HttpResponse

from frontend.expo_desk.fair_page import FairPage
from frontend.expo_desk.seminars_form import seminar_input
from frontend.page import action
from i18n.messages import gettext_noop as _


class Seminars(FairPage):
    """The programme as a table, and the form for another one."""

    @action
    def create(self) -> HttpResponse:
        self.change("Create", expo=self.expo_id(), input=seminar_input(self))
        return self.go(message=_("The seminar is added."))
