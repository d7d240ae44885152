"""The pages for buyers and visitors, below ``/<language>/<market>/``; the last few are the same in every market."""

from django.urls.resolvers import URLPattern

from frontend.installable.notices import Notices
from frontend.page import page
from frontend.storefront.account import Account
from frontend.storefront.account_addresses import AccountAddresses
from frontend.storefront.account_data import AccountData
from frontend.storefront.account_details import AccountDetails
from frontend.storefront.account_documents import AccountDocuments
from frontend.storefront.account_security import AccountSecurity
from frontend.storefront.apply import Apply
from frontend.storefront.basket import Basket
from frontend.storefront.categories import Categories
from frontend.storefront.category import Category
from frontend.storefront.checkout import Checkout
from frontend.storefront.collection import Collection
from frontend.storefront.collections import Collections
from frontend.storefront.compare import Compare
from frontend.storefront.confirm import Confirm
from frontend.storefront.confirm_warranty import ConfirmWarranty
from frontend.storefront.conversation import Conversation
from frontend.storefront.credit import Credit
from frontend.storefront.dispute import Dispute
from frontend.storefront.erase_account import EraseAccount
from frontend.storefront.exhibitor import Exhibitor
from frontend.storefront.fair import Fair
from frontend.storefront.fair_apply import FairApply
from frontend.storefront.fair_calendar import FairCalendar
from frontend.storefront.fair_matches import FairMatches
from frontend.storefront.fair_meetings_agenda import FairMeetingsAgenda
from frontend.storefront.fair_meetings_ask import FairMeetingsAsk
from frontend.storefront.fair_meetings_calendar import FairMeetingsCalendar
from frontend.storefront.fair_quote import FairQuote
from frontend.storefront.fair_register import FairRegister
from frontend.storefront.fair_route import FairRoute
from frontend.storefront.fair_visit import FairVisit
from frontend.storefront.fairs import Fairs
from frontend.storefront.favorites import Favorites
from frontend.storefront.hall_plan import HallPlan
from frontend.storefront.home import Home
from frontend.storefront.indicators import Indicators
from frontend.storefront.invitation import Invitation
from frontend.storefront.listing import Listing
from frontend.storefront.looking import Looking
from frontend.storefront.messages import Messages
from frontend.storefront.order import Order
from frontend.storefront.order_dispute import OrderDispute
from frontend.storefront.order_return import OrderReturn
from frontend.storefront.orders import Orders
from frontend.storefront.papers import Papers
from frontend.storefront.privacy import Privacy
from frontend.storefront.product import Product
from frontend.storefront.product_cost import ProductCost
from frontend.storefront.product_reviews import ProductReviews
from frontend.storefront.quote import Quote
from frontend.storefront.quotes import Quotes
from frontend.storefront.ranking import Ranking
from frontend.storefront.register import Register
from frontend.storefront.report_fake import ReportFake
from frontend.storefront.report_review import ReportReview
from frontend.storefront.request_quote import RequestQuote
from frontend.storefront.reset import Reset
from frontend.storefront.return_page import ReturnPage
from frontend.storefront.review import Review
from frontend.storefront.seller import Seller
from frontend.storefront.sellers import Sellers
from frontend.storefront.seminars import Seminars
from frontend.storefront.seminars_calendar import SeminarsCalendar
from frontend.storefront.set_password import SetPassword
from frontend.storefront.shelves import Shelves
from frontend.storefront.sign_in import SignIn
from frontend.storefront.sign_out import SignOut
from frontend.storefront.site_page import SitePage
from frontend.storefront.site_preview import SitePreview
from frontend.storefront.sizes import Sizes
from frontend.storefront.suggestions import Suggestions
from frontend.storefront.terms import Terms
from frontend.storefront.trace import Trace
from frontend.storefront.trace_feedback import TraceFeedback
from frontend.storefront.trace_form import TraceForm
from frontend.storefront.trace_roots import TraceRoots
from frontend.storefront.trace_warranty import TraceWarranty
from frontend.storefront.tracking import Tracking
from frontend.storefront.words import Words
from frontend.storefront.write_message import WriteMessage

pages: list[URLPattern] = [
    page("", Home, name="home"),
    page("products", Listing, name="products"),
    page("suggestions", Suggestions, name="suggestions"),
    page("products/<str:slug>", Product, name="product"),
    page("products/<str:slug>/cost", ProductCost, name="product-cost"),
    page("products/<str:slug>/beside", Shelves, name="product-beside"),
    page("products/<str:slug>/reviews", ProductReviews, name="product-reviews"),
    page("compare", Compare, name="compare"),
    page("favourites", Favorites, name="favorites"),
    page("review/<str:id>", Review, name="review"),
    page("review/<str:id>/report", ReportReview, name="report-review"),
    page("categories", Categories, name="categories"),
    page("categories/<str:slug>", Category, name="category"),
    page("collections", Collections, name="collections"),
    page("pages/<str:slug>", SitePage, name="site-page"),
    page("preview/<str:token>", SitePreview, name="site-preview"),
    page("collections/<str:slug>", Collection, name="collection"),
    page("makers", Sellers, name="sellers"),
    page("makers/<str:slug>", Seller, name="seller"),
    page("basket", Basket, name="basket"),
    page("checkout", Checkout, name="checkout"),
    page("checkout/papers", Papers, name="checkout-papers"),
    page("orders/<str:id>/<str:part>/return", OrderReturn, name="order-return"),
    page("orders/<str:id>/<str:part>/dispute", OrderDispute, name="order-dispute"),
    page("returns/<str:id>", ReturnPage, name="return"),
    page("disputes/<str:id>", Dispute, name="dispute"),
    page("orders", Orders, name="orders"),
    page("orders/<str:id>", Order, name="order"),
    page("quote-request", RequestQuote, name="request-quote"),
    page("quotes", Quotes, name="quotes"),
    page("quotes/<str:id>", Quote, name="quote"),
    page("messages", Messages, name="messages"),
    page("messages/new", WriteMessage, name="write-message"),
    page("messages/<str:id>", Conversation, name="conversation"),
    page("fairs", Fairs, name="fairs"),
    page("fairs/<str:slug>", Fair, name="fair"),
    page("fairs/<str:slug>/calendar.ics", FairCalendar, name="fair-calendar"),
    page("fairs/<slug:slug>/apply", FairApply, name="fair-apply"),
    page("fairs/<str:slug>/route", FairRoute, name="fair-route"),
    page("fairs/<str:slug>/plan", HallPlan, name="fair-plan"),
    page("fairs/<slug:slug>/visit", FairRegister, name="fair-register"),
    page("fairs/<str:slug>/agenda", FairMeetingsAgenda, name="fair-agenda"),
    page("fairs/<str:slug>/agenda.ics", FairMeetingsCalendar, name="fair-agenda-calendar"),
    page("fairs/<str:slug>/matches", FairMatches, name="fair-matches"),
    page("fairs/<str:slug>/seminars", Seminars, name="fair-seminars"),
    page("fairs/<str:slug>/seminars/<str:seminar>.ics", SeminarsCalendar, name="fair-seminar-calendar"),
    page("fairs/<str:slug>/<str:exhibitor>", Exhibitor, name="exhibitor"),
    page("fairs/<str:slug>/<str:exhibitor>/meeting", FairMeetingsAsk, name="fair-meeting"),
    page("fair-quote", FairQuote, name="fair-quote"),
    page("sell", Apply, name="apply"),
    page("account", Account, name="account"),
    page("account/details", AccountDetails, name="account-details"),
    page("account/addresses", AccountAddresses, name="account-addresses"),
    page("account/documents", AccountDocuments, name="account-documents"),
    page("account/security", AccountSecurity, name="account-security"),
    page("account/notices", Notices, name="account-notices"),
    page("account/data", AccountData, name="account-data"),
    page("account/credit", Credit, name="credit"),
    page("account/erase", EraseAccount, name="erase-account"),
    page("sign-in", SignIn, name="sign-in"),
    page("sign-out", SignOut, name="sign-out"),
    page("looking", Looking, name="looking"),
    page("register", Register, name="register"),
    page("confirm", Confirm, name="confirm"),
    page("invitation", Invitation, name="invitation"),
    page("reset", Reset, name="reset"),
    page("set-password", SetPassword, name="set-password"),
    page("ranking", Ranking, name="ranking"),
    page("indicators", Indicators, name="indicators"),
    page("sizes", Sizes, name="sizes"),
    page("words", Words, name="words"),
    page("privacy", Privacy, name="privacy"),
    page("terms", Terms, name="terms"),
]

pages_of_all_markets: list[URLPattern] = [
    page("trace-roots", TraceRoots, name="trace-roots"),
    page("t", TraceForm, name="trace-form"),
    page("t/<str:code>", Trace, name="trace"),
    page("t/<str:code>/warranty", TraceWarranty, name="trace-warranty"),
    page("t/<str:code>/feedback", TraceFeedback, name="trace-feedback"),
    page("fair-visit", FairVisit, name="fair-visit"),
    page("warranty", ConfirmWarranty, name="confirm-warranty"),
    page("fake-goods", ReportFake, name="report-fake"),
    page("track/<str:token>", Tracking, name="tracking"),
]
