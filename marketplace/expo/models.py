"""The tables of exhibitions, each told in the file of its subject."""

from marketplace.expo.applications.application import ApplicationStatus, ApplicationStep, FairApplication
from marketplace.expo.badges.badge import Badge, BadgeKind
from marketplace.expo.contracts.contract import FairContract
from marketplace.expo.contracts.paper import FairPaper, PaperKind
from marketplace.expo.directory.favorite import FairFavorite
from marketplace.expo.door.door_key import DoorKey
from marketplace.expo.door.door_scan import Direction, DoorScan
from marketplace.expo.editions.hours import OpeningHours
from marketplace.expo.editions.registration import RegistrationPeriod
from marketplace.expo.exhibition import Expo
from marketplace.expo.exhibitor import Exhibit, Exhibitor
from marketplace.expo.exhibitor_import import ExhibitorImport
from marketplace.expo.hall import Booth, BoothKind, BoothStatus, Hall
from marketplace.expo.imports.known_as import ExhibitorAlias, ExhibitorListing
from marketplace.expo.imports.source import ExhibitorSource
from marketplace.expo.invoices.invoice import FairInvoice, FairInvoiceLine
from marketplace.expo.invoices.payment import FairPayment
from marketplace.expo.leads.lead import Lead, LeadExport, LeadScan
from marketplace.expo.manual.answer import ManualAnswer, ManualDone
from marketplace.expo.manual.page import ManualPage, ManualQuestion, QuestionKind
from marketplace.expo.meetings.meeting import ClosedSlot, DeclineReason, Meeting, MeetingStatus, Side
from marketplace.expo.news.delivery import NewsAudience, NewsDelivery, NewsOutcome
from marketplace.expo.news.news import FairNews, NewsState
from marketplace.expo.packages.organiser import Organiser
from marketplace.expo.packages.package import FairPackage, PackagePrice, PriceKind
from marketplace.expo.packages.terms import TermsVersion
from marketplace.expo.pavilions.co_exhibitor import CoExhibitor
from marketplace.expo.pavilions.pavilion import Pavilion
from marketplace.expo.people.invitation import ExhibitorInvitation
from marketplace.expo.people.member import ExhibitorMember, ExhibitorRole
from marketplace.expo.people.sent_reminder import SentReminder
from marketplace.expo.plan.booth_price import BoothPrice
from marketplace.expo.plan.change import PlanChange, PlanVerb
from marketplace.expo.plan.drawings.plan_import import PlanImport
from marketplace.expo.plan.feature import FeatureKind, HallFeature
from marketplace.expo.progress.space_day import SpaceDay
from marketplace.expo.seminars.seat import SeatStatus, SeminarSeat
from marketplace.expo.seminars.seminar import Seminar
from marketplace.expo.visitors.visitor import ConsentPurpose, Visitor, VisitorConsent, VisitorKind

__all__ = [
    "ApplicationStatus",
    "ApplicationStep",
    "Badge",
    "BadgeKind",
    "Booth",
    "BoothKind",
    "BoothPrice",
    "BoothStatus",
    "ClosedSlot",
    "CoExhibitor",
    "ConsentPurpose",
    "DeclineReason",
    "Direction",
    "DoorKey",
    "DoorScan",
    "Exhibit",
    "Exhibitor",
    "ExhibitorAlias",
    "ExhibitorImport",
    "ExhibitorInvitation",
    "ExhibitorListing",
    "ExhibitorMember",
    "ExhibitorRole",
    "ExhibitorSource",
    "Expo",
    "FairApplication",
    "FairContract",
    "FairFavorite",
    "FairInvoice",
    "FairInvoiceLine",
    "FairNews",
    "FairPackage",
    "FairPaper",
    "FairPayment",
    "FeatureKind",
    "Hall",
    "HallFeature",
    "Lead",
    "LeadExport",
    "LeadScan",
    "ManualAnswer",
    "ManualDone",
    "ManualPage",
    "ManualQuestion",
    "Meeting",
    "MeetingStatus",
    "NewsAudience",
    "NewsDelivery",
    "NewsOutcome",
    "NewsState",
    "OpeningHours",
    "Organiser",
    "PackagePrice",
    "PaperKind",
    "Pavilion",
    "PlanChange",
    "PlanImport",
    "PlanVerb",
    "PriceKind",
    "QuestionKind",
    "RegistrationPeriod",
    "SeatStatus",
    "Seminar",
    "SeminarSeat",
    "SentReminder",
    "Side",
    "SpaceDay",
    "TermsVersion",
    "Visitor",
    "VisitorConsent",
    "VisitorKind",
]
