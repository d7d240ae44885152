"""The shop's own things: profile, logo, translations, team; and the day's tasks."""

from django.core.files.uploadedfile import SimpleUploadedFile

from marketplace.graphql import to_global_id
from marketplace.sellers.models import SellerMember
from tests.factories.accounts import make_user
from tests.factories.catalog import make_image
from tests.frontend.seller_desk.conftest import Person
from tests.frontend.seller_desk.world import Desk

PROFILE = {"name": "Mộc Ví Dụ", "sourceLanguage": "vi", "tagline": "Ghế cho trăm năm", "story": "Ba đời.",
           "craft": "FURNITURE", "foundedYear": "1998", "websiteUrl": "https://moc.example",
           "email": "xuong@example.org", "phone": "+842743822222", "address.streetAddress1": "15 đường Ví Dụ",
           "address.cityArea": "Phường Dĩ An", "address.countryArea": "Thành phố Hồ Chí Minh"}  # fmt: skip


def test_the_profile_is_saved_and_keeps_the_rest_of_the_address(desk: Desk, owner: Person) -> None:
    assert owner.done("profile", "save", **PROFILE)
    seller = desk.cast.woodworks.seller
    seller.refresh_from_db()
    assert (seller.tagline, seller.founded_year) == ("Ghế cho trăm năm", 1998)
    assert seller.address.street_address_1 == "15 đường Ví Dụ"
    assert seller.address.company_name == "Công ty TNHH Mộc Ví Dụ"


def test_a_wrong_profile_comes_back_filled(desk: Desk, owner: Person) -> None:
    html = owner.refused("profile", "save", **{**PROFILE, "email": "no address", "foundedYear": "1200"})
    assert 'id="f-save-email-error"' in html
    assert "Ghế cho trăm năm" in html
    assert "Write a whole number" in owner.refused("profile", "save", **{**PROFILE, "foundedYear": "lâu rồi"})
    seller = desk.cast.woodworks.seller
    seller.refresh_from_db()
    assert seller.tagline == "Đồ gỗ từ Bình Dương"


def test_a_wrong_address_is_said_beside_its_field(desk: Desk, owner: Person) -> None:
    for name in ("address.cityArea", "address.countryArea", "address.streetAddress1"):
        html = owner.refused("profile", "save", **{**PROFILE, name: ""})
        assert f'id="f-save-{name.replace(".", "-")}-error"' in html, name


def test_a_logo_is_saved_and_what_is_none_refused(desk: Desk, owner: Person) -> None:
    logo = SimpleUploadedFile("logo.png", make_image(200, 200), content_type="image/png")
    assert owner.done("profile", "save_logo", file=logo)
    desk.cast.woodworks.seller.refresh_from_db()
    assert desk.cast.woodworks.seller.logo
    assert 'id="f-save_logo-file-error"' in owner.refused("profile", "save_logo", file=SimpleUploadedFile("x", b"x"))


def test_the_profile_is_translated(desk: Desk, owner: Person) -> None:
    path = "profile/translations?language=nl"
    assert owner.done(path, "save", name="", tagline="Stoelen voor honderd jaar", story="")
    assert 'value="Stoelen voor honderd jaar"' in owner.see(path)
    assert 'id="f-save-tagline-error"' in owner.refused(path, "save", name="", tagline="x" * 500, story="")


def test_somebody_is_added_changed_and_removed(desk: Desk, owner: Person) -> None:
    new = make_user(email="moi@example.org")
    assert owner.done("team", "add", email="moi@example.org", role="PACKER")
    assert owner.done("team", "add", email="moi@example.org", role="MANAGER")
    member = SellerMember.objects.get(seller=desk.cast.woodworks.seller, user=new)
    assert member.role == "MANAGER"
    assert owner.done("team", "remove", member=to_global_id("SellerMember", member.pk))
    assert not SellerMember.objects.filter(pk=member.pk).exists()


def test_the_team_refuses_strangers_and_keeps_an_owner(desk: Desk, owner: Person, packer: Person) -> None:
    html = owner.refused("team", "add", email="nobody@example.org", role="PACKER")
    assert 'id="f-add-email-error"' in html
    assert 'value="nobody@example.org"' in html
    assert "Choose one of the list" in owner.refused("team", "add", email="sanne@example.org", role="KING")
    assert "at least one owner" in owner.refused("team", "leave")
    assert packer.send("team", "add", email="sanne@example.org", role="OWNER").status_code == 403
    assert SellerMember.objects.filter(seller=desk.cast.woodworks.seller).count() == 3


def test_anybody_may_leave(desk: Desk, packer: Person) -> None:
    assert packer.done("team", "leave") == "/en/seller/"
    assert packer.get(packer.base).status_code == 404


def test_the_day_begins_with_what_is_to_be_done(desk: Desk, owner: Person, packer: Person) -> None:
    desk.fill()
    html = owner.see()
    for words in ("order to pack", "packed order to ship", "xin chụp lại mặt trước", "bang-gia.csv", "2 pieces left",
                  "in no market yet", "Bàn trà gỗ tràm"):  # fmt: skip
        assert words in html, words
    html = packer.see()
    assert desk.paid.number in html
    assert "bang-gia.csv" not in html
    assert "Import from a file" not in html
