"""The locks of this package, taken in this order, those of one kind by primary key.

An exhibition (its exhibitors and the numbers of its papers), a hall (its booths), an exhibitor, an application,
an invoice (its payments), a visitor, a seminar, a meeting, a piece of news (its letters).
"""

from marketplace.expo.applications.application import FairApplication
from marketplace.expo.exhibition import Expo
from marketplace.expo.exhibitor import Exhibitor
from marketplace.expo.hall import Hall
from marketplace.expo.invoices.invoice import FairInvoice
from marketplace.expo.meetings.meeting import Meeting
from marketplace.expo.news.news import FairNews
from marketplace.expo.seminars.seminar import Seminar
from marketplace.expo.visitors.visitor import Visitor


def lock_expo(expo_id: int) -> Expo:
    return Expo.objects.select_for_update().get(pk=expo_id)


def lock_hall(hall_id: int) -> Hall:
    return Hall.objects.select_for_update().get(pk=hall_id)


def lock_exhibitor(exhibitor_id: int) -> Exhibitor:
    return Exhibitor.objects.select_for_update().get(pk=exhibitor_id)


def lock_application(application_id: int) -> FairApplication:
    return FairApplication.objects.select_for_update(of=("self",)).select_related("expo").get(pk=application_id)


def lock_invoice(invoice_id: int) -> FairInvoice:
    return FairInvoice.objects.select_for_update(of=("self",)).select_related("exhibitor").get(pk=invoice_id)


def lock_visitor(visitor_id: int) -> Visitor:
    return Visitor.objects.select_for_update().get(pk=visitor_id)


def lock_seminar(seminar_id: int) -> Seminar:
    return Seminar.objects.select_for_update().get(pk=seminar_id)


def lock_meeting(meeting_id: int) -> Meeting:
    return Meeting.objects.select_for_update().get(pk=meeting_id)


def lock_news(news_id: int) -> FairNews:
    return FairNews.objects.select_for_update().get(pk=news_id)
