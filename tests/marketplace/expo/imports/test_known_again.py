"""Who in the directory a row is, what it changes, who is missing, and what people decide."""

from typing import Any

import pytest

from catalog.refusal import Refused
from marketplace.expo.booths import assign_booth
from marketplace.expo.exhibitor_import import ExhibitorImport
from marketplace.expo.exhibitors import link_seller
from marketplace.expo.imports.apply import Applied, apply_exhibitors
from marketplace.expo.imports.decide import NEW, SKIP, decide_rows
from marketplace.expo.imports.preview import judge_again, preview_exhibitors
from marketplace.expo.imports.source import ExhibitorSource
from marketplace.expo.imports.sources import create_source, delete_source, update_source
from marketplace.expo.models import Exhibitor, ExhibitorAlias, ExhibitorListing, Expo
from tests.factories.expo import make_booth, make_exhibitor, make_expo, make_hall
from tests.factories.sellers import make_seller
from tests.marketplace.accounts.api import snapshot

pytestmark = pytest.mark.django_db


def preview(expo: Expo, *lines: str, source: ExhibitorSource | None = None, **options: Any) -> ExhibitorImport:
    return preview_exhibitors(
        expo=expo, content="\n".join(lines).encode(), file_name="list.csv", source=source, **options
    )


def applied(stored: ExhibitorImport, **options: Any) -> Applied:
    return apply_exhibitors(exhibitor_import=stored, **options)


def told(stored: ExhibitorImport) -> list[tuple[Any, Any]]:
    return [(row["action"] or [e["code"] for e in row["errors"]], row["known_by"]) for row in stored.rows]


def changes(stored: ExhibitorImport, place: int = 0) -> dict[str, tuple[str, str]]:
    return {each["field"]: (each["old"], each["new"]) for each in stored.rows[place]["changes"]}


def test_source_id_then_tax_code_then_website_then_name() -> None:
    expo, source = make_expo(), create_source(name="Agency")
    header = "ID,Tên,MST,Website"
    applied(preview(expo, header, "7,Tên Cũ,,", source=source))
    make_exhibitor(expo, name="Theo Mã", tax_code="0100233488")
    make_exhibitor(expo, name="Theo Trang", website_url="https://www.trang.example/vi")
    make_exhibitor(expo, name="Công ty TNHH Theo Tên")
    stored = preview(
        expo,
        header,
        "7,Tên Khác Hẳn,,",
        "8,Đổi Tên,0100233488,",
        "9,Tên Mới Nữa,,trang.example",
        "10,THEO TEN JSC,,",
        "11,Chưa Từng Có,,",
        source=source,
    )
    assert told(stored) == [
        ("UPDATE", "SOURCE"),
        ("UPDATE", "TAX_CODE"),
        ("UPDATE", "WEBSITE"),
        ("UPDATE", "NAME"),
        ("CREATE", None),
    ]
    assert changes(stored) == {"name": ("Tên Cũ", "Tên Khác Hẳn")}
    assert changes(stored, 1) == {"name": ("Theo Mã", "Đổi Tên"), "source_id": ("", "8")}
    applied(stored)
    assert sorted(ExhibitorListing.objects.values_list("id_there", flat=True)) == ["10", "11", "7", "8", "9"]
    other = preview(expo, header, "7,Ai Đó Khác,,", source=create_source(name="Another agency"))
    assert told(other) == [("CREATE", None)], "a number means nothing in another source's list"
    assert told(preview(expo, header, "7,Ai Đó Khác,,")) == [("CREATE", None)], "nor in a list of its own"


def test_a_website_that_several_have_tells_nobody_apart() -> None:
    expo = make_expo()
    lines = ("Tên,Website", "Xưởng Một,nhom.example", "Nhà Hai,https://nhom.example/hai")
    assert applied(preview(expo, *lines)).created == 2
    again = preview(expo, *lines)
    assert told(again) == [("UNCHANGED", "NAME"), ("UNCHANGED", "NAME")]
    assert told(preview(expo, "Tên,Website", "Người Ba,nhom.example")) == [("CREATE", None)]


def test_two_codes_are_two_firms_whatever_else_is_the_same() -> None:
    expo = make_expo()
    make_exhibitor(expo, name="Gốm Thử", tax_code="0100233488", website_url="https://gom.example")
    stored = preview(expo, "Tên,MST,Website", "Gốm Thử,0314409058,gom.example")
    assert told(stored) == [("CREATE", None)]
    source = create_source(name="Agency")
    rows = ("ID,Tên", "1,Gốm Thử Hai", "2,GOM THU HAI JSC")
    assert [row[0] for row in told(preview(expo, *rows, source=source))] == ["CREATE", "ASK"]


def test_the_better_spelling_of_a_name_stays() -> None:
    expo = make_expo()
    make_exhibitor(expo, name="Xưởng gỗ Đồi Sim")
    make_exhibitor(expo, name="GOM THU CO., LTD")
    stored = preview(expo, "Tên", "CONG TY TNHH XUONG GO DOI SIM", "Công ty TNHH Gốm Thử")
    assert told(stored) == [("UNCHANGED", "NAME"), ("UPDATE", "NAME")]
    assert changes(stored, 1) == {"name": ("GOM THU CO., LTD", "Công ty TNHH Gốm Thử")}


def test_a_taken_tax_code_is_refused_and_not_a_crash() -> None:
    expo, source = make_expo(), create_source(name="Agency")
    applied(preview(expo, "ID,Tên,MST", "1,Một,", source=source))
    make_exhibitor(expo, name="Hai", tax_code="0100233488")
    stored = preview(expo, "ID,Tên,MST", "1,Một,0100233488", source=source)
    assert told(stored) == [(["UNIQUE"], "SOURCE")]


def test_who_looks_like_somebody_waits_for_a_decision_that_is_remembered() -> None:
    expo = make_expo()
    known = make_exhibitor(expo, name="广州木华家具有限公司", country="CN")
    lines = ("Tên,Nước,Email", "Guangzhou Muhua Furniture Co. Ltd,CN,a@muhua.example", "Rieng Biet,VN,")
    before = snapshot("expo")["Exhibitor"]
    stored = preview(expo, *lines)
    assert told(stored) == [("ASK", None), ("CREATE", None)]
    assert stored.rows[0]["similar"][0]["exhibitor_id"] == known.pk
    assert snapshot("expo")["Exhibitor"] == before
    decided = judge_again(decide_rows(exhibitor_import=stored, decisions={2: known.pk}))
    assert told(decided)[0] == ("UPDATE", "DECISION")
    done = applied(decided)
    assert (done.created, done.updated, done.undecided) == (1, 1, 0)
    known.refresh_from_db()
    assert (known.name, known.email) == ("广州木华家具有限公司", "a@muhua.example"), "the directory's name stays"
    assert ExhibitorAlias.objects.get().exhibitor == known
    again = preview(expo, *lines)
    assert told(again) == [("UNCHANGED", "NAME"), ("UNCHANGED", "NAME")]


def test_undecided_and_left_out_rows_change_nothing() -> None:
    expo = make_expo()
    known = make_exhibitor(expo, name="Voorbeeld Meubelen B.V.", country="NL")
    lines = ("Tên,Nước", "Voorbeeld Meubels BV,NL", "VOORBEELD MEUBELEN NV,NL")
    done = applied(preview(expo, *lines))
    assert (done.created, done.undecided, done.unchanged) == (0, 1, 1)
    stored = decide_rows(exhibitor_import=preview(expo, *lines), decisions={2: NEW, 3: SKIP})
    done = applied(judge_again(stored))
    assert (done.created, done.skipped, done.undecided) == (1, 1, 0)
    assert applied(preview(expo, *lines)).created == 0, "known by its own name from now on"
    elsewhere = make_exhibitor(make_expo())
    for wrong in ({99: NEW}, {2: elsewhere.pk}):
        with pytest.raises(Refused):
            decide_rows(exhibitor_import=preview(expo, *lines), decisions=wrong)
    with pytest.raises(Refused):
        decide_rows(exhibitor_import=ExhibitorImport.objects.exclude(applied_at=None).first(), decisions={2: NEW})  # type: ignore[arg-type]
    assert known.pk in Exhibitor.objects.values_list("pk", flat=True)


def test_a_decision_cannot_make_two_tax_codes_one() -> None:
    expo = make_expo()
    coded = make_exhibitor(expo, name="Mã Số Khác", tax_code="0314409058")
    stored = preview(expo, "Tên,MST", "Ai Đó Mới,0100233488")
    decided = judge_again(decide_rows(exhibitor_import=stored, decisions={2: coded.pk}))
    assert told(decided)[0][0] == ["INVALID"]
    twice = preview(expo, "Tên", "Ai Đó Một", "Ai Đó Hai")
    both = judge_again(decide_rows(exhibitor_import=twice, decisions={2: coded.pk, 3: coded.pk}))
    assert [row[0] for row in told(both)] == ["UPDATE", ["DUPLICATE"]] or told(both)[0][0] == "UNCHANGED"
    assert told(both)[1][0] == ["DUPLICATE"]


def test_who_is_missing_is_shown_and_stays_unless_chosen() -> None:
    expo, source = make_expo(), create_source(name="Agency")
    lines = ("ID,Tên", "1,Ở Lại", "2,Ra Đi", "3,Cũng Đi")
    applied(preview(expo, *lines, source=source))
    make_exhibitor(expo, name="Gõ Tay")
    shorter = preview(expo, *lines[:2], source=source)
    assert [each["name"] for each in shorter.missing] == ["Cũng Đi", "Ra Đi"], "nobody of another source"
    assert preview(expo, *lines[:2]).missing == []
    gone, stays = (Exhibitor.objects.get(name=name) for name in ("Ra Đi", "Ở Lại"))
    assign_booth(booth=make_booth(make_hall(expo)), exhibitor=gone)
    done = applied(shorter, remove=[gone.pk, stays.pk])
    assert done.removed == 1, "only who is missing can be chosen"
    assert set(expo.exhibitors.values_list("name", flat=True)) == {"Ở Lại", "Cũng Đi", "Gõ Tay"}


def test_sellers_are_linked_by_code_or_website_and_a_persons_word_stands() -> None:
    expo = make_expo()
    coded = make_seller(slug="coded", website_url="")
    web = make_seller(slug="web", website_url="https://www.xuong.example/")
    lines = ("Tên,MST,Website", f"Một,{coded.tax_code},", "Hai,,xuong.example/gioi-thieu", "Ba,,ba.example")
    stored = preview(expo, *lines)
    assert [row["seller"] for row in stored.rows] == [coded.name, web.name, ""]
    applied(stored)
    one, two = (expo.exhibitors.get(name=name) for name in ("Một", "Hai"))
    assert (one.seller, two.seller) == (coded, web)
    link_seller(exhibitor=one, seller=None)
    assert [row["action"] for row in preview(expo, *lines).rows] == ["UNCHANGED"] * 3
    later = make_seller(slug="later", website_url="https://ba.example")
    linked = preview(expo, *lines)
    assert changes(linked, 2) == {"seller": ("", later.name)}


def test_columns_are_remembered_for_a_source() -> None:
    expo, source = make_expo(), create_source(name="Agency")
    told_once = {"Cột lạ": "name", "Tên": None}
    stored = preview(expo, "Cột lạ,Tên", "Thật,Người liên hệ", source=source, mapping=told_once)
    assert stored.rows[0]["values"]["name"] == "Thật"
    source.refresh_from_db()
    again = preview(make_expo(), "Cột lạ,Tên", "Thật,Người liên hệ", source=source)
    assert again.columns == [["Cột lạ", "name"], ["Tên", None]]


def test_sources_are_checked() -> None:
    create_source(name="Agency")
    wrong = (
        {"name": "Agency"},
        {"name": ""},
        {"name": "B", "feed": "none"},
        {"name": "B", "feed": "json_api"},
        {"name": "B", "address": "https://list.example"},
        {"name": "B", "feed": "json_api", "address": "http://list.example/"},
        {"name": "B", "feed": "json_api", "address": "https://10.0.0.7/"},
        {"name": "B", "feed": "json_api", "address": "https://user:pw@list.example/"},
    )
    for values in wrong:
        with pytest.raises(Refused):
            create_source(**values)
    assert ExhibitorSource.objects.count() == 1
    api = create_source(name="B", feed="json_api", address="https://list.example/fair", access_key="s3cret")
    assert api.access_key.open() == "s3cret"
    update_source(source=api, name="C")
    assert ExhibitorSource.objects.get(pk=api.pk).access_key.open() == "s3cret"
    update_source(source=api, address="https://other.example/fair")
    assert not ExhibitorSource.objects.get(pk=api.pk).access_key, "a key is for the address it was given for"
    delete_source(source=api)
