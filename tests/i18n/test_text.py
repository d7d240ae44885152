import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from i18n.text import fold, is_cjk, runs, slugify


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Bàn gỗ Đồng Nai", "ban go dong nai"),
        ("hòa hoà HÒA", "hoa hoa hoa"),
        ("ĐẶNG Thị Ưởng", "dang thi uong"),
        ("Ghế xếp ½", "ghe xep 1⁄2"),
        ("ＬＡＣＱＵＥＲ　漆", "lacquer 漆"),
        ("がぎぐ パピプ", "がぎぐ パピプ"),
        ("ｶﾞﾗｽ", "ガラス"),
        ("가구 책상", "가구 책상"),
        ("Caffè Straße Łódź smørrebrød cœur", "caffe strasse lodz smorrebrod coeur"),
        ("й Ё", "й ё"),
        ("x\u0302y", "xy"),
        ("", ""),
    ],
)
def test_folding_removes_marks_from_latin_letters_only(text, folded):
    assert fold(text) == folded
    assert fold(unicodedata.normalize("NFD", text)) == folded


@given(st.text(max_size=40))
def test_folding_twice_changes_nothing_and_composition_does_not_matter(text):
    assert fold(fold(text)) == fold(text)
    assert fold(unicodedata.normalize("NFD", text)) == fold(text)


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Ghế gỗ Đồng Kỵ", "ghe-go-dong-ky"),
        ("  Bát sơn mài -- 24 cm! ", "bat-son-mai-24-cm"),
        ("漆碗 Lacquer", "lacquer"),
        ("家具 テーブル", "家具-テーブル"),
        ("!!!", ""),
    ],
)
def test_slugs(text, slug):
    assert slugify(text) == slug


def test_a_slug_without_ascii_takes_the_fallback():
    assert slugify("家具", "product-7") == "product-7"
    assert slugify("ghế", "product-7") == "ghe"


def test_a_slug_is_cut_between_words():
    assert slugify("mot hai ba bon", max_length=9) == "mot-hai"
    assert slugify("mot hai ba", max_length=10) == "mot-hai-ba"
    assert slugify("a" * 100, max_length=10) == "a" * 10


@given(st.text(max_size=200))
def test_slugs_are_safe_in_an_address(text):
    slug = slugify(text)
    assert len(slug) <= 80
    assert not set(slug) & set("/?#&%\\ \"'<>.")


def test_runs_part_scripts():
    assert list(runs("漆tray, 木製テーブル 2cm")) == [
        ("漆", True),
        ("tray", False),
        ("木製テーブル", True),
        ("2cm", False),
    ]
    assert is_cjk("bàn 가구") and not is_cjk("bàn gỗ")
