from dataclasses import dataclass

import pytest

from i18n.languages import UnknownLanguage
from i18n.translate import LocalizedText, localize, remove_translations, set_translation, translations_of
from i18n.translation import Translation

pytestmark = pytest.mark.django_db
BOWL = "tests.Bowl"


@dataclass
class Bowl:
    pk: int
    name: str = "Bát sơn mài"
    story: str = ""
    source_language: str = "vi"


def read(rows, language, fields=("name", "story")):
    return localize(
        subject=BOWL, rows=rows, fields=fields, language=language, source_language=lambda bowl: bowl.source_language
    )


def translate(pk, language, source="HUMAN", **texts):
    set_translation(subject=BOWL, object_id=pk, language=language, texts=texts, source=source)


def test_the_requested_language_wins():
    translate(1, "en", name="Lacquer bowl")
    translate(1, "nl", "MACHINE", name="Lakkom")
    [texts] = read([Bowl(1)], "nl")
    assert texts["name"] == LocalizedText("Lakkom", "nl", "nl", "MACHINE")
    assert not texts["name"].is_fallback and not texts["name"].is_original


def test_then_its_fallbacks_then_the_rows_own_text():
    translate(1, "en", name="Lacquer bowl")
    first, second = read([Bowl(1), Bowl(2)], "nl")
    assert first["name"] == LocalizedText("Lacquer bowl", "en", "nl", "HUMAN") and first["name"].is_fallback
    assert second["name"] == LocalizedText("Bát sơn mài", "vi", "nl", "ORIGINAL") and second["name"].is_original


def test_own_text_in_the_requested_language_beats_a_stored_translation():
    translate(1, "vi", name="Bát khác")
    [texts] = read([Bowl(1)], "vi")
    assert texts["name"] == LocalizedText("Bát sơn mài", "vi", "vi", "ORIGINAL")


def test_own_text_outside_the_chain_is_the_last_resort():
    rows = [Bowl(1, name="漆碗", source_language="zh-Hans"), Bowl(2, name="漆碗", source_language="zh-Hans")]
    translate(2, "vi", name="Bát sơn mài")
    first, second = read(rows, "nl")
    assert first["name"].language == "zh-Hans" and first["name"].is_fallback
    assert second["name"].text == "Bát sơn mài"


def test_nothing_written_anywhere_is_none():
    [texts] = read([Bowl(1)], "ja")
    assert texts["story"] is None


def test_an_empty_own_text_lets_a_translation_speak():
    translate(1, "en", story="Made in a family workshop.")
    [texts] = read([Bowl(1)], "vi")
    assert texts["story"].text == "Made in a family workshop." and texts["story"].is_fallback


def test_one_query_for_all_rows_and_none_when_every_row_is_in_the_language(django_assert_num_queries):
    for pk in range(20):
        translate(pk, "nl", name=f"Kom {pk}", story="Verhaal")
    with django_assert_num_queries(1):
        texts = read([Bowl(pk) for pk in range(20)], "nl")
    assert [row["name"].text for row in texts] == [f"Kom {pk}" for pk in range(20)]
    with django_assert_num_queries(0):
        read([Bowl(1), Bowl(2)], "vi", fields=["name"])
        read([], "nl")


def test_subjects_do_not_leak_into_each_other():
    set_translation(subject="tests.Plate", object_id=1, language="nl", texts={"name": "Bord"})
    [texts] = read([Bowl(1)], "nl")
    assert texts["name"].text == "Bát sơn mài"


def test_setting_again_replaces_and_an_empty_text_removes():
    translate(1, "nl", name="Kom", story="Verhaal")
    translate(1, "nl", "IMPORTED", name="Lakkom", story="  ")
    [kept] = Translation.objects.filter(subject=BOWL)
    assert (kept.field, kept.text, kept.source) == ("name", "Lakkom", "IMPORTED")


def test_fields_that_are_not_named_keep_their_translation():
    translate(1, "nl", name="Kom", story="Verhaal")
    translate(1, "nl", name="Lakkom")
    assert {row.field: row.text for row in translations_of(BOWL, [1])["1"]} == {"name": "Lakkom", "story": "Verhaal"}


def test_unknown_languages_and_sources_are_refused_and_change_nothing():
    with pytest.raises(UnknownLanguage):
        translate(1, "tlh", name="Duj")
    with pytest.raises(ValueError, match="ORIGINAL"):
        translate(1, "nl", "ORIGINAL", name="Kom")
    assert not Translation.objects.exists()


def test_translations_of_many_records_come_in_one_query(django_assert_num_queries):
    translate(1, "nl", name="Kom")
    translate(1, "ja", name="椀")
    with django_assert_num_queries(1):
        found = translations_of(BOWL, [1, 2], ["nl"])
    assert [row.text for row in found["1"]] == ["Kom"] and found["2"] == []


def test_translations_leave_with_their_record():
    translate(1, "nl", name="Kom")
    translate(2, "nl", name="Schaal")
    remove_translations(subject=BOWL, object_ids=[1])
    assert [row.object_id for row in Translation.objects.all()] == ["2"]
