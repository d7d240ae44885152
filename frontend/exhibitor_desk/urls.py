"""The pages of exhibitors' desks, below ``/<language>/exhibitor-desk/``."""

from django.urls import path
from django.urls.resolvers import URLPattern

from frontend.exhibitor_desk.application import Application
from frontend.exhibitor_desk.badges import Badges
from frontend.exhibitor_desk.documents import Documents
from frontend.exhibitor_desk.home import Home
from frontend.exhibitor_desk.invitation import Invitation
from frontend.exhibitor_desk.lead import Lead
from frontend.exhibitor_desk.lead_offer import LeadOffer
from frontend.exhibitor_desk.lead_scan import LeadScan
from frontend.exhibitor_desk.lead_scan_doors import LeadScanToken, manifest, worker
from frontend.exhibitor_desk.leads import Leads
from frontend.exhibitor_desk.manual import Manual
from frontend.exhibitor_desk.manual_page import ManualPage
from frontend.exhibitor_desk.meetings import Meetings
from frontend.exhibitor_desk.meetings_times import MeetingsTimes
from frontend.exhibitor_desk.meetings_visitors import MeetingsVisitors
from frontend.exhibitor_desk.news import News
from frontend.exhibitor_desk.profile import Profile
from frontend.exhibitor_desk.team import Team
from frontend.exhibitor_desk.today import Today
from frontend.page import page

DESK = "<slug:slug>/<str:exhibitor>"
"""The fair, and the exhibitor there."""

pages: list[URLPattern] = [
    page("", Home, name="exhibitor-desks"),
    page("invitation", Invitation, name="exhibitor-invitation"),
    page(f"{DESK}/", Today, name="exhibitor-today"),
    page(f"{DESK}/application", Application, name="exhibitor-application"),
    page(f"{DESK}/documents", Documents, name="exhibitor-documents"),
    page(f"{DESK}/manual", Manual, name="exhibitor-manual"),
    page(f"{DESK}/manual/<str:id>", ManualPage, name="exhibitor-manual-page"),
    page(f"{DESK}/profile", Profile, name="exhibitor-profile"),
    page(f"{DESK}/team", Team, name="exhibitor-team"),
    page(f"{DESK}/news", News, name="exhibitor-news"),
    page(f"{DESK}/badges", Badges, name="exhibitor-badges"),
    page(f"{DESK}/meetings", Meetings, name="exhibitor-meetings"),
    page(f"{DESK}/meetings/visitors", MeetingsVisitors, name="exhibitor-meetings-visitors"),
    page(f"{DESK}/meetings/times", MeetingsTimes, name="exhibitor-meetings-times"),
    page(f"{DESK}/leads", Leads, name="exhibitor-leads"),
    page(f"{DESK}/leads/scan", LeadScan, name="exhibitor-leads-scan"),
    page(f"{DESK}/leads/scan/token", LeadScanToken, name="exhibitor-leads-scan-token"),
    path(f"{DESK}/leads/scan/manifest.webmanifest", manifest, name="exhibitor-leads-scan-manifest"),
    path(f"{DESK}/leads/scan/worker.js", worker, name="exhibitor-leads-scan-worker"),
    page(f"{DESK}/leads/<str:id>", Lead, name="exhibitor-leads-lead"),
    page(f"{DESK}/leads/<str:id>/offer", LeadOffer, name="exhibitor-leads-offer"),
]
