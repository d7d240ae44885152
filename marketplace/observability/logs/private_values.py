"""What looks like personal data or a secret is masked in any text: the last line of defence, not the first.

The first is that nobody logs it: names and streets have no shape that could be found here. The forms:
e-mail addresses (RFC 5321), telephone numbers (E.164 and as written at home), IBANs (ISO 13616, by their check
digits), card numbers (ISO/IEC 7812, by Luhn's), signed and random tokens, credentials in headers and addresses,
query strings.
"""

import re

MASK = "[hidden]"

_FORMS = {
    "userinfo": r"(?<=://)[^/\s:@]*:[^@\s/]+(?=@)",
    "email": r"[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.?\w",
    "credentials": r"\b(?:[Bb]earer|[Bb]asic|BEARER|Token|JWT)\s+[\w.~+/=-]{8,}",
    "key": r"\b(?:sk|rk|pk)_(?:live|test)_\w+|\bwhsec_\w+|\b(?:pi|seti|cs)_\w+_secret_\w+",
    "jwt": r"\beyJ[\w-]{5,}(?:\.[\w-]*)+",
    "query": r"\?[\w%.\[\]-]+=[^\s\"'<>]*",
    "signed": r"[\w+/=.-]{6,}:[\w-]{4,}:[\w-]{20,}",
    "phone": r"(?<![\w.+-])(?:\+\d[\d\s().\u00a0-]{6,18}\d|0\d(?:[\s.-]?\d){7,10})(?![\w-])",
    "iban": r"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?\b",
    "card": r"(?<![\w.-])\d(?:[ -]?\d){12,18}(?![\w-])",
    "random": r"(?<![\w./-])[\w-]{32,}(?![\w-])",
}
_ANY = re.compile("|".join(f"(?P<{name}>{form})" for name, form in _FORMS.items()))
_HINT = re.compile(r"[@?:+]|\d{2}|eyJ|[\w-]{32}|_secret_|[Bb]earer|Basic|Token|whsec|k_live|k_test")


def without_private_values(text: str) -> str:
    """The text with everything that looks private masked."""
    if _HINT.search(text) is None:
        return text
    return _ANY.sub(_mask, text)


def _mask(found: re.Match[str]) -> str:
    text = found.group()
    match found.lastgroup:
        case "iban":
            return MASK if _is_iban(text.replace(" ", "")) else text
        case "card":
            return MASK if _passes_luhn(text) else text
        case "random":
            return MASK if _is_random(text) else text
        case "query":
            return f"?{MASK}"
    return MASK


def _is_iban(text: str) -> bool:
    """ISO 7064 MOD 97-10 over the country and check digits moved to the end."""
    return int("".join(str(int(sign, 36)) for sign in text[4:] + text[:4])) % 97 == 1


def _passes_luhn(text: str) -> bool:
    digits = [int(sign) for sign in reversed(text) if sign.isdigit()]
    doubled = (sum(divmod(2 * digit, 10)) for digit in digits[1::2])
    return (sum(digits[::2]) + sum(doubled)) % 10 == 0


def _is_random(text: str) -> bool:
    """Small and capital letters and digits in one word: a token. Hashes and ids of requests are of one case."""
    return any(map(str.isdigit, text)) and any(map(str.islower, text)) and any(map(str.isupper, text))
