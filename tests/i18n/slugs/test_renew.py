"""Slugs follow names, former ones stay, and no two records share one."""

from collections.abc import Mapping

import pytest

from i18n.slugs.find import current_slugs, find_slug, slug_for
from i18n.slugs.renew import Named, renew_slugs
from i18n.slugs.slug import Slug

pytestmark = pytest.mark.django_db
SUBJECT = "test.Thing"
OWN = {"ban": 1, "ghe": 2}


def renew(*records: Named) -> int:
    return renew_slugs(
        subject=SUBJECT, records=records, owners=lambda texts: {text: OWN[text] for text in texts & OWN.keys()}
    )


def table(names: Mapping[str, str], number: int = 1, own: str = "ban") -> Named:
    return Named(number, own, "vi", {"vi": "Bàn", **names})


def test_each_language_gets_the_slug_of_its_name_and_once_is_enough() -> None:
    assert renew(table({"en": "Oak table", "ja": "オークの机"})) == 2
    assert current_slugs(SUBJECT, [1]) == {1: {"en": "oak-table", "ja": "オークの机"}}
    assert renew(table({"en": "Oak  TABLE", "ja": "オークの机"})) == 0


def test_a_new_name_makes_a_new_slug_and_the_former_leads_there_for_ever() -> None:
    renew(table({"en": "Table"}))
    renew(table({"en": "Oak table"}))
    assert current_slugs(SUBJECT, [1])[1] == {"en": "oak-table"}
    assert find_slug(SUBJECT, "table") == find_slug(SUBJECT, "oak-table") == 1
    renew(table({"en": "Table"}))
    assert current_slugs(SUBJECT, [1])[1] == {"en": "table"}
    assert Slug.objects.count() == 2
    renew(table({}))
    assert current_slugs(SUBJECT, [1])[1] == {}
    assert find_slug(SUBJECT, "table") == 1


def test_the_own_slug_serves_until_the_own_name_changes() -> None:
    assert renew(Named(1, "ban-2", "vi", {"vi": "Bàn"})) == 0
    assert renew(Named(1, "ban-2", "vi", {"vi": "Bàn gỗ"})) == 1
    assert slug_for("vi", current_slugs(SUBJECT, [1])[1], own="ban-2", own_language="vi") == "ban-go"
    assert renew(Named(1, "ban-2", "vi", {"vi": "Bàn"})) == 1
    assert slug_for("vi", current_slugs(SUBJECT, [1])[1], own="ban-2", own_language="vi") == "ban-2"


def test_records_never_share_a_slug_and_one_record_may_have_it_in_two_languages() -> None:
    same = {"en": "Sofa", "nl": "Sofa"}
    renew(table(same), table(same, 2, "ghe"), table({"en": "Ghế"}, 3, "tu"))
    renew(table(same, 4, "ke"))
    assert current_slugs(SUBJECT, [2])[2] == {"vi": "ban-2", "en": "sofa-2", "nl": "sofa-2"}
    assert current_slugs(SUBJECT, [3])[3] == {"vi": "ban-3", "en": "ghe-2"}, "ghe is another record's own"
    assert current_slugs(SUBJECT, [4])[4] == {"vi": "ban-4", "en": "sofa-3", "nl": "sofa-3"}
    assert find_slug(SUBJECT, "sofa-3") == 4
    assert find_slug("test.Other", "sofa-3") is None


def test_a_language_without_a_name_goes_along_its_fallback_chain() -> None:
    assert slug_for("nl", {"en": "table", "ja": "机"}, own="ban", own_language="vi") == "table"
    assert slug_for("ko", {"ja": "机"}, own="ban", own_language="vi") == "ban"
    assert slug_for("en", {"it": "tavolo"}, own="desk", own_language="en") == "desk"


def test_a_thousand_records_take_a_handful_of_statements(django_assert_max_num_queries: object) -> None:
    records = [Named(number, f"x{number}", "vi", {"en": f"Table {number % 50}"}) for number in range(100, 1100)]
    with django_assert_max_num_queries(120):  # type: ignore[operator]  # pytest-django's fixture has no type
        assert renew(*records) == 1000
    with django_assert_max_num_queries(4):  # type: ignore[operator]
        assert renew(*records) == 0
