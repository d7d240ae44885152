from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from i18n.graphql.localized import (
    localized_texts,
    localized_type,
    stored_translation,
    stored_translations,
    translation_type,
)
from i18n.graphql.schema import I18nQueries
from i18n.graphql.types.country import CountryDisplay
from i18n.graphql.types.language import language_argument
from i18n.graphql.types.money import Money, TaxedMoney
from i18n.graphql.types.weight import Weight
from i18n.messages import gettext
from i18n.money import Money as Amount
from i18n.rate_feeds.record import PublishedRate
from i18n.store_rates import store_rates
from i18n.translate import set_translation
from marketplace.graphql import ANYONE, ID, Context, Field, List, NonNull, ObjectType, Schema

NOW = datetime(2026, 1, 10, tzinfo=UTC)
FIELDS = ["name", "story"]
BowlLocalized = localized_type("BowlLocalized", required=["name"], optional=["story"])
BowlTranslation = translation_type("BowlTranslation", FIELDS)


@dataclass
class Taxed:
    net: Amount
    gross: Amount


@dataclass
class Row:
    pk: int
    name: str = "Bát sơn mài"
    story: str = ""
    source_language: str = "vi"
    country: str = "VN"
    weight: int = 1250

    @property
    def price(self):
        return Amount(Decimal("12.5000"), "EUR")

    @property
    def taxed(self):
        return Taxed(Amount(Decimal("0.0125"), "EUR"), Amount(Decimal("0.0150"), "EUR"))


class Bowl(ObjectType):
    class Meta:
        access = ANYONE

    id = ID(required=True)
    localized = Field(BowlLocalized, required=True, language_code=language_argument())
    resolve_localized = localized_texts("tests.Bowl", FIELDS)
    translation = Field(BowlTranslation, language_code=language_argument(required=True))
    resolve_translation = stored_translation("tests.Bowl", FIELDS)
    translations = Field(List(NonNull(BowlTranslation)), required=True)
    resolve_translations = stored_translations("tests.Bowl", FIELDS)
    country = Field(CountryDisplay, required=True)
    weight = Field(Weight)
    price = Field(Money)
    taxed = Field(TaxedMoney)


class Query(I18nQueries, ObjectType):
    class Meta:
        access = ANYONE

    bowls = Field(List(Bowl))

    @staticmethod
    def resolve_bowls(root, info):
        return [Row(1), Row(2)]


@pytest.fixture(scope="module")
def schema():
    return Schema(query=Query, translate=lambda message, params, language: gettext(language, message, **params))


def ask(schema, document, language="nl", **variables):
    result = schema.execute(document, variables, context=Context(language=language, now=NOW))
    assert not result.errors, result.errors
    return result.data


def test_languages_come_in_the_order_to_offer_them(schema):
    languages = ask(schema, "{ languages { code language } }")["languages"]
    assert [each["code"] for each in languages] == ["VI", "EN", "ZH_HANS", "JA", "KO", "NL", "IT"]
    assert languages[2] == {"code": "ZH_HANS", "language": "简体中文"}


def test_money_weight_and_country(schema):
    bowl = ask(
        schema,
        """{ bowls { price { amount currency } weight { unit value } country { code country }
                     taxed { currency net { amount } gross { amount } tax { amount } } } }""",
    )["bowls"][0]
    assert bowl["price"] == {"amount": Decimal("12.50"), "currency": "EUR"}
    assert str(bowl["price"]["amount"]) == "12.50"
    assert bowl["weight"] == {"unit": "KG", "value": Decimal("1.25")}
    assert bowl["country"] == {"code": "VN", "country": "Vietnam"}
    taxed = bowl["taxed"]
    assert taxed["currency"] == "EUR" and str(taxed["net"]["amount"]) == "0.0125"
    assert taxed["tax"]["amount"] == Decimal("0.0025")


LOCALIZED = """query ($language: LanguageCodeEnum) { bowls { localized(languageCode: $language) {
    name { text isFallback isOriginal source language { code language } } story { text } } } }"""


@pytest.mark.django_db
def test_texts_in_the_readers_language_with_one_query(schema, django_assert_num_queries):
    set_translation(subject="tests.Bowl", object_id=1, language="nl", texts={"name": "Lakkom"}, source="MACHINE")
    with django_assert_num_queries(1):
        first, second = ask(schema, LOCALIZED)["bowls"]
    assert first["localized"] == {
        "name": {
            "text": "Lakkom",
            "isFallback": False,
            "isOriginal": False,
            "source": "MACHINE",
            "language": {"code": "NL", "language": "Nederlands"},
        },
        "story": None,
    }
    name = second["localized"]["name"]
    assert (name["isFallback"], name["isOriginal"], name["source"]) == (True, True, "ORIGINAL")
    assert name["language"]["code"] == "VI"


@pytest.mark.django_db
def test_another_language_can_be_asked_for(schema):
    set_translation(subject="tests.Bowl", object_id=1, language="zh-Hans", texts={"name": "漆碗"})
    name = ask(schema, LOCALIZED, language="zh-Hans")["bowls"][0]["localized"]["name"]
    assert name == ask(schema, LOCALIZED, language="nl") or name["text"] == "漆碗"
    variables = {"language": "ZH_HANS"}
    result = schema.execute(LOCALIZED, variables, context=Context(language="nl", now=NOW))
    assert result.data["bowls"][0]["localized"]["name"]["text"] == "漆碗"
    assert ask(schema, LOCALIZED, language="zh-Hans") == result.data


@pytest.mark.django_db
def test_a_translation_is_exactly_what_is_stored_or_null(schema, django_assert_num_queries):
    set_translation(subject="tests.Bowl", object_id=1, language="nl", texts={"name": "Lakkom"})
    set_translation(subject="tests.Bowl", object_id=1, language="nl", texts={"story": "Verhaal"}, source="MACHINE")
    set_translation(subject="tests.Bowl", object_id=1, language="ja", texts={"name": "椀"})
    document = """{ bowls { translation(languageCode: NL) { language { code } name story source }
                           translations { language { code } name story source } } }"""
    with django_assert_num_queries(2):
        first, second = ask(schema, document)["bowls"]
    dutch = {"language": {"code": "NL"}, "name": "Lakkom", "story": "Verhaal", "source": "MACHINE"}
    japanese = {"language": {"code": "JA"}, "name": "椀", "story": None, "source": "HUMAN"}
    assert first == {"translation": dutch, "translations": [japanese, dutch]}
    assert second == {"translation": None, "translations": []}


@pytest.mark.django_db
def test_the_exchange_rate_names_its_day_and_source(schema):
    record = PublishedRate("EUR", "VND", Decimal("30550.50"), date(2026, 1, 9))
    store_rates(source="manual", records=[record], now=NOW)
    document = 'query ($on: Date) { exchangeRate(base: "EUR", quote: "VND", on: $on) { base quote rate on source } }'
    assert ask(schema, document)["exchangeRate"] == {
        "base": "EUR",
        "quote": "VND",
        "rate": Decimal("30550.5"),
        "on": "2026-01-09",
        "source": "manual",
    }
    assert ask(schema, document, on="2026-01-08")["exchangeRate"] is None


@pytest.mark.parametrize("code", ["", "eur", "EURO", "🙂", "E" * 5000])
def test_what_is_no_currency_is_refused_in_the_readers_words(schema, code):
    document = 'query ($base: String!) { exchangeRate(base: $base, quote: "EUR") { rate } }'
    result = schema.execute(document, {"base": code}, context=Context(language="nl", now=NOW))
    assert result.data == {"exchangeRate": None}
    assert result.errors[0]["extensions"]["code"] == "INVALID"
    assert result.errors[0]["message"] == gettext("nl", "A currency is written as three letters, such as EUR.")
