"""Whatever the API can do is done on a page, or it is said here why not."""

from pathlib import Path

from graphql import FieldNode, OperationDefinitionNode, parse

from frontend.documents import operations
from tests.api.questions import root_fields

ROOT = Path(__file__).parents[2] / "frontend"
OTHER_CLIENTS = "for clients of another habit; our pages use {}"
REASONS = {
    "accountRequestDeletion": OTHER_CLIENTS.format("accountErase, which asks for the password"),
    "attributeValueCreate": OTHER_CLIENTS.format("attributeUpdate, which adds several at once"),
    "checkoutCustomerDetach": OTHER_CLIENTS.format("baskets that follow whoever signs in"),
    "checkoutLinesDelete": OTHER_CLIENTS.format("checkoutLineDelete"),
    "commissionRuleUpdate": "a rule is ended and followed by another on the page, so that what held stays readable",
    "confirmAccount": OTHER_CLIENTS.format("confirmEmail"),
    "deleteMetadata": "for programs that keep words of their own with an object",
    "deletePrivateMetadata": "for programs that keep words of their own with an object",
    "deliveryOptionsCalculate": OTHER_CLIENTS.format("the delivery methods of the basket itself"),
    "fieldVisibilitySet": "for programs that exchange trace events; pages show what every audience may see",
    "freightEventsImport": "for forwarders' programs, which send a file of events",
    "hallFeatureUpdate": "the plan editor removes what was drawn and draws it anew, each step to be undone",
    "menuItemTranslate": OTHER_CLIENTS.format("the translation desk"),
    "menuItemUpdate": "an entry is taken out of the menu and added again where it belongs",
    "menuUpdate": "nobody is shown the name of a menu",
    "pageTranslate": OTHER_CLIENTS.format("drafts, which are looked at before they are published"),
    "paymentGatewayInitialize": OTHER_CLIENTS.format("checkoutComplete and orderPay"),
    "productAttributeTranslate": OTHER_CLIENTS.format("the translation desk"),
    "productVariantAttributeTranslate": OTHER_CLIENTS.format("the translation desk"),
    "sellerPayoutAccountLink": "for sellers outside Vietnam, whom the payment provider pays; none applies on our pages",
    "sellerOrderEdit": "for sellers' own programs; on the page of an order they write to the buyer instead",
    "sellerOrderPartlyCancel": "for sellers' own programs; on the page a part is called off as a whole",
    "shippingPriceTranslate": OTHER_CLIENTS.format("the translation desk"),
    "taxInvoiceCreate": "drafts are made by themselves when goods leave; for programs that ask for one again",
    "tokenVerify": "for programs that keep a token",
    "tracePinsCreate": "for programs of label printers",
    "transactionInitialize": OTHER_CLIENTS.format("checkoutComplete and orderPay"),
    "transactionProcess": OTHER_CLIENTS.format("checkoutComplete and orderPay"),
    "updateMetadata": "for programs that keep words of their own with an object",
    "updatePrivateMetadata": "for programs that keep words of their own with an object",
    "voucherCodeBulkDelete": "for programs that hand out codes by the thousand; pages end a voucher with all its codes",
}


def used() -> set[str]:
    """Every mutation that a document of a page asks for."""
    return {
        field.name.value
        for path in ROOT.rglob("*.graphql")
        if path.parent.name != "components"
        for operation in operations(path).values()
        if operation.kind == "mutation"
        for definition in parse(operation.text).definitions
        if isinstance(definition, OperationDefinitionNode)
        for field in definition.selection_set.selections
        if isinstance(field, FieldNode)
    }


def test_every_mutation_is_used_by_a_page_or_says_why_not() -> None:
    names = set(root_fields("Mutation"))
    on_pages = used()
    assert on_pages <= names
    assert names - on_pages - REASONS.keys() == set(), "make a page for it, or say here why there is none"
    assert REASONS.keys() <= names, "these are gone"
