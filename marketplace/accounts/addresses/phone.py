"""Telephone numbers in the one form everything stores and dials: E.164."""

import phonenumbers

LONGEST_PHONE = 40


class InvalidPhone(ValueError):
    """No such number can exist in the numbering plan of its country."""


def normalise_phone(phone: str, *, country: str) -> str:
    """``0274 3822 222`` in VN -> ``+842743822222``; a number with ``+`` is read as international anywhere."""
    if len(phone) > LONGEST_PHONE:
        raise InvalidPhone
    try:
        number = phonenumbers.parse(phone, country or None)
    except phonenumbers.NumberParseException:
        raise InvalidPhone from None
    if not phonenumbers.is_valid_number(number):
        raise InvalidPhone
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
