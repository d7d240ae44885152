"""The marketplace's figures: the page of `frontend.figures_desk` for staff who pay out."""

from frontend.figures_desk.desk import FiguresDesk
from frontend.staff_page import StaffPage


class Figures(FiguresDesk, StaffPage):
    """What all sellers sold."""

    desk = "operator-figures"
    layout = "operator_desk/layout.html"
    permissions = ("payouts.manage",)
