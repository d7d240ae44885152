"""What nobody does through somebody else's eyes: it is the person's own to do, or not to do."""

OWN_ACCOUNT = {
    "accountDataExport", "accountDelete", "accountErase", "accountRequestDeletion", "accountUpdate", "confirmEmail",
    "consentWithdraw", "passwordChange", "requestPasswordReset", "sessionEnd", "sessionsEndOthers", "setPassword",
    "tokenCreate", "tokensDeactivateAll", "totpConfirm", "totpDisable", "totpStart",
}  # fmt: skip
"""Password, second factor, e-mail address, sessions, data, consents and the account itself."""
MONEY = {
    "checkoutComplete", "invoicingAccountSet", "orderCreditRefund", "orderCreditUse", "orderPay",
    "sellerBankAccountSet", "sellerPayoutAccountLink", "transactionInitialize", "transactionProcess",
}  # fmt: skip
"""Paying, and where money goes to."""
WORD = {
    "conversationStart", "disputeAccept", "disputeEscalate", "disputeOpen", "disputeWrite", "fairApplicationSubmit",
    "fairContractAccept", "fairContractSign", "messageSend", "productReviewAnswer", "productReviewCreate",
    "productReviewUpdate", "quoteAccept", "quoteCounter", "quoteOffer", "quoteRequestCreate", "sampleRequestCreate",
    "sellerApply", "warrantyRegister",
}  # fmt: skip
"""What binds the person, or is said in the person's name."""
ACCESS = {
    "impersonationStart", "exhibitorMemberInvite", "exhibitorMemberUpdate", "exhibitorMemberRemove",
    "sellerMemberInvite", "sellerMemberUpdate", "sellerMemberRemove", "webhookCreate", "webhookRotateSecret",
    "webhookUpdate", "carrierAccountConnect", "carrierAccountUpdate", "portalConnectionSet", "sellerInvitationAccept",
    "exhibitorInvitationAccept",
}  # fmt: skip
"""Who else gets in, and keys to other places."""

ONLY_IN_PERSON = frozenset(OWN_ACCOUNT | MONEY | WORD | ACCESS)
