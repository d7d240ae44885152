"""What the tests of vouchers, edits, returns and disputes ask the API."""

ERRORS = "errors { field code message index }"
LINE_CANCEL = (
    "mutation($id: ID!, $quantity: Int!, $token: String) {"
    f" orderLineCancel(id: $id, quantity: $quantity, token: $token) {{ order {{ id }} {ERRORS} }} }}"
)
PART_CANCEL = (
    "mutation($id: ID!, $lines: [OrderLinePiecesInput!]!) {"
    f' sellerOrderPartlyCancel(id: $id, lines: $lines, reason: "Moths") {{ sellerOrder {{ id }} {ERRORS} }} }}'
)
ORDER_UPDATE = (
    "mutation($id: ID!, $input: OrderUpdateInput!, $token: String) {"
    f" orderUpdate(id: $id, input: $input, token: $token) {{ order {{ note }} {ERRORS} }} }}"
)
PART_EDIT = (
    "mutation($id: ID!, $input: SellerOrderEditInput!) {"
    f" sellerOrderEdit(id: $id, input: $input) {{ sellerOrder {{ note }} {ERRORS} }} }}"
)
RETURN = (
    "mutation($id: ID!, $input: ReturnRequestCreateInput!, $token: String) {"
    " returnRequestCreate(id: $id, input: $input, token: $token) {"
    f" returnRequest {{ id number status statusDisplay availableActions }} {ERRORS} }} }}"
)
RETURN_DECIDE = (
    "mutation($id: ID!, $approve: Boolean!, $note: String, $exception: ReturnLegalException) {"
    " returnDecide(id: $id, approve: $approve, note: $note, exception: $exception) {"
    f" returnRequest {{ status }} {ERRORS} }} }}"
)
RETURN_SEND = (
    "mutation($id: ID!, $token: String) {"
    f' returnSend(id: $id, token: $token, trackingNumber: "RR1") {{ returnRequest {{ status }} {ERRORS} }} }}'
)
RETURN_WITHDRAW = (
    "mutation($id: ID!, $token: String) {"
    f" returnWithdraw(id: $id, token: $token) {{ returnRequest {{ status }} {ERRORS} }} }}"
)
RETURN_RECEIVE = (
    "mutation($id: ID!, $lines: [ReturnedPiecesInput!]!) {"
    f" returnReceive(id: $id, lines: $lines) {{ returnRequest {{ status refund {{ amount }} }} {ERRORS} }} }}"
)
DISPUTE = (
    "mutation($id: ID!, $amount: Decimal!, $token: String, $files: [Upload]) {"
    ' disputeOpen(id: $id, reason: DAMAGED, amount: $amount, text: "Broken", token: $token, files: $files) {'
    f" dispute {{ id number availableActions messages {{ text files {{ url }} }} }} {ERRORS} }} }}"
)
DISPUTE_ANSWER = (
    "mutation($id: ID!, $amount: Decimal) {"
    f' disputeAnswer(id: $id, text: "Sorry", amount: $amount) {{ dispute {{ status }} {ERRORS} }} }}'
)
DISPUTE_WRITE = (
    "mutation($id: ID!, $token: String) {"
    f' disputeWrite(id: $id, text: "More", token: $token) {{ dispute {{ status }} {ERRORS} }} }}'
)
DISPUTE_ESCALATE = (
    "mutation($id: ID!, $token: String) {"
    f" disputeEscalate(id: $id, token: $token) {{ dispute {{ status }} {ERRORS} }} }}"
)
DISPUTE_DECIDE = (
    "mutation($id: ID!, $amount: Decimal!) {"
    f' disputeDecide(id: $id, amount: $amount, text: "So") {{ dispute {{ refunded {{ amount }} }} {ERRORS} }} }}'
)
VOUCHER_CREATE = (
    "mutation($input: VoucherCreateInput!) {"
    f" voucherCreate(input: $input) {{ voucher {{ id code borneBy }} {ERRORS} }} }}"
)
VOUCHER_UPDATE = (
    "mutation($id: ID!, $input: VoucherInput!) {"
    f" voucherUpdate(id: $id, input: $input) {{ voucher {{ name }} {ERRORS} }} }}"
)
VOUCHER_LIST = (
    "mutation($id: ID!, $input: VoucherChannelListingInput!) {"
    f" voucherChannelListingUpdate(id: $id, input: $input) {{ voucher {{ id }} {ERRORS} }} }}"
)
VOUCHER_DELETE = f"mutation($id: ID!) {{ voucherDelete(id: $id) {{ deleted {ERRORS} }} }}"
PROMO_ADD = (
    "mutation($id: ID!, $code: String!) { checkoutAddPromoCode(id: $id, promoCode: $code) {"
    " checkout { totalPrice { gross { amount } } lines { discount { amount } undiscountedTotalPrice { amount } } }"
    f" {ERRORS} }} }}"
)
PROMO_REMOVE = (
    "mutation($id: ID!, $code: String) { checkoutRemovePromoCode(id: $id, promoCode: $code) {"
    f" checkout {{ totalPrice {{ gross {{ amount }} }} }} {ERRORS} }} }}"
)
TAX_IDS = (
    "mutation($id: ID!, $ids: [TaxIdInput!]!) { checkoutTaxIdsUpdate(id: $id, taxIds: $ids) {"
    f" checkout {{ taxIds {{ kind kindDisplay number }} taxIdChoices {{ kind }} }} {ERRORS} }} }}"
)
GIFT = (
    "mutation($id: ID!, $gift: Boolean!) {"
    ' checkoutGiftUpdate(id: $id, isGift: $gift, message: "Chúc mừng") {'
    f" checkout {{ isGift giftMessage }} {ERRORS} }} }}"
)
ACCEPT = (
    "mutation($id: ID!, $total: Decimal!) { checkoutChangesAccept(id: $id, acceptedTotal: $total) {"
    f" checkout {{ problems {{ code }} }} {ERRORS} }} }}"
)
