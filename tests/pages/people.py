"""Who reads which pages of the demo, in which language, and where each of them begins."""

from dataclasses import dataclass

from marketplace.demo.sign_ins import (
    BUYER,
    DOOR_KEEPER,
    EXPO_OFFICER,
    INSPECTOR,
    MAKER,
    OPERATOR,
    SECOND_MAKER,
    SignIn,
)


@dataclass(frozen=True, slots=True)
class Person:
    key: str
    sign_in: SignIn | None
    language: str
    market: str
    starts: tuple[str, ...]
    """Paths; ``{at}`` is the language and the market, ``{in}`` the language alone."""
    desks: tuple[str, ...] = ()
    """How the names of the pages begin that are this person's own: nobody else is shown at them."""
    also: tuple[str, ...] = ()
    """How the names begin of other pages that are worth a second look with this person's eyes."""

    def paths(self) -> list[str]:
        at = f"/{self.language}/{self.market}"
        return [start.replace("{at}", at).replace("{in}", f"/{self.language}") for start in self.starts]


GUEST = Person(
    "guest", None, "en", "eu",
    ("{at}/", "{at}/products", "{at}/products?q=table", "{at}/categories", "{at}/makers", "{at}/fairs", "{at}/sign-in",
     "{at}/basket", "{at}/sign-out", "{in}/design", "{at}/looking", "{in}/t",
     "{in}/fake-goods", "{in}/trace-roots"),
)  # fmt: skip
SHOPPER = Person(
    "buyer", BUYER, "nl", "eu",
    ("{at}/", "{at}/account", "{at}/orders", "{at}/quotes", "{at}/messages",
     "{at}/favourites", "{at}/fairs",
     "{at}/account/credit", "{at}/account/erase", "{at}/sell"),
    also=("order", "return", "dispute", "review", "product", "quote", "fair", "conversation", "account", "home"),
)  # fmt: skip
WOODWORKER = Person(
    "maker", MAKER, "vi", "vn", ("{in}/seller/", "{in}/exhibitor-desk/", "{in}/trace-entry", "{at}/account"),
    ("seller-", "exhibitor-", "trace-entry"), also=("trace", "tracking"),
)  # fmt: skip
LACQUERER = Person(
    "second maker", SECOND_MAKER, "vi", "vn", ("{in}/seller/", "{in}/exhibitor-desk/"), ("seller-", "exhibitor-")
)
STAFF = Person(
    "operator",
    OPERATOR,
    "en",
    "eu",
    ("{in}/operator/", "{in}/operator/takedowns?status=LIFTED", "{in}/operator/screening?state=ALL"),
    ("operator-",),
)
FAIR_OFFICER = Person("expo officer", EXPO_OFFICER, "vi", "vn", ("{in}/expo-desk/",), ("expo-",))
AT_THE_DOOR = Person("door keeper", DOOR_KEEPER, "vi", "vn", ("{in}/expo-desk/", "{in}/expo-desk/doors"))
AUTHORITY = Person("inspector", INSPECTOR, "vi", "vn", ("{at}/account", "{at}/"))
PEOPLE = (GUEST, SHOPPER, WOODWORKER, LACQUERER, STAFF, FAIR_OFFICER, AT_THE_DOOR, AUTHORITY)
"""In this order each takes the pages that nobody before has reached."""
