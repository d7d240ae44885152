"""The people of the demo world whose passwords are no secret. They exist only where the demo is loaded."""

from dataclasses import dataclass

PASSWORD = "tre-xanh-ben-song"  # noqa: S105  # printed on the screen of whoever starts the demo


@dataclass(frozen=True, slots=True)
class SignIn:
    role: str
    email: str
    first_name: str
    last_name: str
    language: str
    staff_roles: tuple[str, ...] = ()
    password: str = PASSWORD


OPERATOR = SignIn("operator", "operator@marketplace.example", "Khánh Vy", "Trương", "vi", ("operator",))
EXPO_OFFICER = SignIn("fair officer", "expo@marketplace.example", "Minh Châu", "Võ", "vi", ("expo",))
DOOR_KEEPER = SignIn("door of the fairs", "cua@marketplace.example", "Bảo", "Lý", "vi", ("door",))
INSPECTOR = SignIn("inspector (authority)", "kiem-tra@co-quan-vi-du.example", "Thu Hà", "Đặng", "vi", ("authority",))
BUYER = SignIn("buyer", "inkoop@werfkade.example", "Sanne", "Verhoeven", "nl")
MAKER = SignIn("maker (furniture)", "hoai-an@moc-an.example", "Hoài An", "Lê Thị", "vi")
SECOND_MAKER = SignIn("maker (lacquer)", "tuong-vi@son-mai-tuong-an.example", "Tường Vi", "Phan Thị", "vi")
SIGN_INS = (OPERATOR, EXPO_OFFICER, DOOR_KEEPER, INSPECTOR, BUYER, MAKER, SECOND_MAKER)
