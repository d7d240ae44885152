"""The marketplace's own accounts with carriers: the pages of `frontend.carrier_desk` for staff who manage orders."""

from frontend.carrier_desk.carrier import Carrier as OneCarrier
from frontend.carrier_desk.carriers import Carriers as AllCarriers
from frontend.carrier_desk.desk import CarrierDesk
from frontend.staff_page import StaffPage


class _OfOperator(CarrierDesk, StaffPage):
    desk = "operator-carriers"
    layout = "operator_desk/layout.html"
    permissions = ("orders.manage",)


class Carriers(AllCarriers, _OfOperator):
    """The list."""


class Carrier(OneCarrier, _OfOperator):
    """One of them."""
