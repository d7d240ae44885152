import pytest
from babel import Locale

from i18n.languages import LANGUAGES, UnknownLanguage, fallback_chain, language, negotiate


def test_the_seven_languages_in_the_order_people_see_them():
    assert list(LANGUAGES) == ["vi", "en", "zh-Hans", "ja", "ko", "nl", "it"]
    assert language("zh-Hans").own_name == "简体中文"


def test_every_language_is_known_to_cldr_and_falls_back_to_known_ones():
    for code, known in LANGUAGES.items():
        locale = Locale.parse(known.locale)
        assert locale.language == code.split("-")[0]
        assert locale.text_direction == known.direction
        assert set(known.fallback) <= set(LANGUAGES) - {code}


def test_an_unknown_language_is_named():
    with pytest.raises(UnknownLanguage) as caught:
        language("tlh")
    assert caught.value.code == "tlh"


def test_fallback_chains_end_in_english_and_vietnamese():
    assert fallback_chain("nl") == ("nl", "en", "vi")
    assert fallback_chain("en") == ("en", "vi")
    assert fallback_chain("vi") == ("vi", "en")
    assert all(set(fallback_chain(code)[-2:]) == {"en", "vi"} for code in LANGUAGES)


@pytest.mark.parametrize(
    ("header", "code"),
    [
        (None, "en"),
        ("", "en"),
        ("nl", "nl"),
        ("nl-BE, en;q=0.5", "nl"),
        ("zh-CN,zh;q=0.9,en;q=0.8", "zh-Hans"),
        ("zh", "zh-Hans"),
        ("zh-Hans-SG", "zh-Hans"),
        ("ZH-hans", "zh-Hans"),
        ("fr-FR, fr;q=0.9, ja;q=0.4, ko;q=0.6", "ko"),
        ("fr, de", "en"),
        ("ja;q=0.5, it;q=0.5", "ja"),
        ("vi;q=0, *", "en"),
        ("nl;q=0.1, *;q=0.9", "en"),
        ("nl;q=0, nl-BE, ko;q=0.2", "ko"),
        ("it ; q=0.300 , ko;q=1.000", "ko"),
        ("nl;q=1.5, ja;q=zero, ko;q=0.1", "ko"),
        (";;;,,,=q", "en"),
        ("é, 日本", "en"),
        ("x" * 100_000, "en"),
        ("fr-" * 50_000 + ",ja", "en"),
    ],
)
def test_negotiation_takes_the_best_of_what_the_reader_accepts(header, code):
    assert negotiate(header) == code
