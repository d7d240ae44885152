"""``device_of``: the few words of a user agent that its owner recognises a device by."""

import re
from dataclasses import dataclass
from enum import StrEnum


class DeviceForm(StrEnum):
    COMPUTER = "computer"
    PHONE = "phone"
    TABLET = "tablet"
    PROGRAM = "program"
    """A client of the API that is no browser."""
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Device:
    browser: str = ""
    system: str = ""
    form: DeviceForm = DeviceForm.UNKNOWN


_BROWSERS = (
    ("Edge", r"\bEdg(?:A|iOS)?/"),
    ("Opera", r"\b(?:OPR|Opera)/"),
    ("Samsung Internet", r"\bSamsungBrowser/"),
    ("Cốc Cốc", r"\bcoc_coc_browser/"),
    ("Zalo", r"\bZalo\b"),
    ("Firefox", r"\b(?:Firefox|FxiOS)/"),
    ("Chrome", r"\b(?:Chrome|CriOS|HeadlessChrome)/"),
    ("Safari", r"\bVersion/[\d.]+ .*Safari/"),
)
"""In this order: most browsers name others in their user agent too."""
_SYSTEMS = (
    ("Android", r"\bAndroid\b"),
    ("iOS", r"\b(?:iPhone|iPod)\b"),
    ("iPadOS", r"\biPad\b"),
    ("Windows", r"\bWindows\b"),
    ("macOS", r"\bMac OS X\b"),
    ("ChromeOS", r"\bCrOS\b"),
    ("Linux", r"\bLinux\b"),
)
_PROGRAM = re.compile(r"^([A-Za-z][\w .-]{0,38}?)/[\d.]+")


def device_of(user_agent: str) -> Device:
    """What a user agent says of its device; an unknown one stays unknown rather than guessed."""
    text = user_agent[:300]
    browser, system = _first(_BROWSERS, text), _first(_SYSTEMS, text)
    if browser or system:
        return Device(browser, system, _form(system, text))
    program = _PROGRAM.match(text)
    if program and program[1] != "Mozilla":
        return Device(program[1], "", DeviceForm.PROGRAM)
    return Device()


def _first(table: tuple[tuple[str, str], ...], text: str) -> str:
    return next((name for name, pattern in table if re.search(pattern, text)), "")


def _form(system: str, text: str) -> DeviceForm:
    if system == "iPadOS" or (system == "Android" and "Mobile" not in text):
        return DeviceForm.TABLET
    if system in {"Android", "iOS"}:
        return DeviceForm.PHONE
    return DeviceForm.COMPUTER if system else DeviceForm.UNKNOWN
