"""What one caller may do in a quarter of an hour, by mutation. What is not here is bounded by the rate of requests.

Signing in and letters to an address have limits of their own beside the verbs, see
`marketplace.accounts.sign_in.attempts`.
"""

from marketplace.accounts.sign_in.attempts import Limit

TRIES = Limit("tries", 30)
"""Guessing: a voucher's code, somebody's stolen card."""
POSTS = Limit("posts", 30)
"""What lands on the desk of people."""
TALK = Limit("talk", 150)
"""A conversation is quick, and several go on at once."""
ROWS = Limit("rows", 200)
"""What strangers may write down without ever signing in."""

LIMITS: dict[str, Limit] = {
    "checkoutAddPromoCode": TRIES,
    "transactionInitialize": TRIES,
    "paymentGatewayInitialize": TRIES,
    "orderPay": TRIES,
    "passwordChange": TRIES,
    "setPassword": TRIES,
    "confirmAccount": TRIES,
    "confirmEmail": TRIES,
    "visitorConfirm": TRIES,
    "warrantyConfirm": TRIES,
    "totpConfirm": TRIES,
    "totpDisable": TRIES,
    "accountDataExport": TRIES,
    "consentsLookUp": TRIES,
    "fakeReportCreate": POSTS,
    "traceFeedbackGive": POSTS,
    "productReviewCreate": POSTS,
    "productReviewReport": POSTS,
    "warrantyRegister": POSTS,
    "messageReport": POSTS,
    "meetingRequest": POSTS,
    "seminarBook": POSTS,
    "badgeReissue": POSTS,
    "leadContactGive": POSTS,
    "quoteRequestCreate": POSTS,
    "sampleRequestCreate": POSTS,
    "conversationStart": POSTS,
    "disputeOpen": POSTS,
    "disputeEscalate": POSTS,
    "returnRequestCreate": POSTS,
    "sellerApply": POSTS,
    "messageSend": TALK,
    "disputeWrite": TALK,
    "checkoutCreate": ROWS,
    "traceScanCount": ROWS,
    "tracePieceCheck": ROWS,
}
