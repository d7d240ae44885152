"""The markets the marketplace opens with."""

from dataclasses import asdict, dataclass

from django.db import transaction

from marketplace.channels.channel import Channel

EUROPEAN_UNION = (
    "NL", "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT",
    "LT", "LU", "LV", "MT", "PL", "PT", "RO", "SE", "SI", "SK",
)  # fmt: skip
"""The 27 member states since 2020-02-01 (ISO codes: Greece is GR here, though EL in VAT numbers)."""


@dataclass(frozen=True, slots=True)
class DefaultChannel:
    slug: str
    name: str
    currency_code: str
    default_country: str
    countries: tuple[str, ...]
    languages: tuple[str, ...]
    default_language: str
    prices_include_tax: bool


DEFAULT_CHANNELS = (
    DefaultChannel("vn", "Việt Nam", "VND", "VN", ("VN",), ("vi", "en", "zh-Hans", "ko", "ja"), "vi", True),
    DefaultChannel("eu", "European Union", "EUR", "NL", EUROPEAN_UNION, ("en", "nl", "it", "vi"), "en", True),
    # American sales tax is added at the till and differs by county; prices are stated without it.
    DefaultChannel("us", "United States", "USD", "US", ("US",), ("en", "vi", "zh-Hans", "ko"), "en", False),
    DefaultChannel("jp", "日本", "JPY", "JP", ("JP",), ("ja", "en", "vi"), "ja", True),
    DefaultChannel("kr", "대한민국", "KRW", "KR", ("KR",), ("ko", "en", "vi"), "ko", True),
)


def create_default_channels() -> list[Channel]:
    """Create the default channels that are not there yet; one that is there is left as the operator has it."""
    with transaction.atomic():
        return [_ensure(default) for default in DEFAULT_CHANNELS]


def _ensure(default: DefaultChannel) -> Channel:
    values = asdict(default)
    values["countries"], values["languages"] = list(default.countries), list(default.languages)
    return Channel.objects.get_or_create(slug=values.pop("slug"), defaults=values)[0]
