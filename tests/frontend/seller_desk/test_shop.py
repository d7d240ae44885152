"""The shop's own things: profile, logo, translations, team; and the day's tasks."""

from django.core.files.uploadedfile import SimpleUploadedFile

from marketplace.graphql import to_global_id
from marketplace.sellers.models import SellerInvitation, SellerMember
from tests.factories.accounts import make_user
from tests.factories.catalog import make_image
from tests.frontend.seller_desk.conftest import Person
from tests.frontend.seller_desk.world import Desk
from tests.journeys.steps import link_mailed_to, work_in_the_background

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


def test_the_shop_stays_off_the_map(desk: Desk, owner: Person) -> None:
    assert '<option value="WARD" selected>' in owner.see("profile")
    assert owner.done("profile", "save_placement", placement="HIDDEN")
    assert '<option value="HIDDEN" selected>' in owner.see("profile")
    assert 'id="f-save_placement-placement-error"' in owner.refused("profile", "save_placement", placement="MOON")


def test_the_profile_is_translated(desk: Desk, owner: Person) -> None:
    path = "profile/translations?language=nl"
    assert owner.done(path, "save", name="", tagline="Stoelen voor honderd jaar", story="")
    assert 'value="Stoelen voor honderd jaar"' in owner.see(path)
    assert 'id="f-save-tagline-error"' in owner.refused(path, "save", name="", tagline="x" * 500, story="")


def test_somebody_is_invited_joins_changes_and_goes(desk: Desk, owner: Person) -> None:
    new = make_user(email="moi@example.org")
    assert owner.done("team", "invite", email=new.email, role="PACKER")
    assert new.email in owner.see("team")
    work_in_the_background()
    invited = Person(new, "/en/eu/invitation?" + link_mailed_to(new.email).partition("?")[2])
    assert desk.cast.woodworks.seller.name in invited.see("")
    assert invited.done("", "accept") == "/en/seller/"
    member = SellerMember.objects.get(seller=desk.cast.woodworks.seller, user=new)
    assert owner.done("team", "change_role", member=to_global_id("SellerMember", member.pk), role="MANAGER")
    member.refresh_from_db()
    assert member.role == "MANAGER"
    assert owner.done("team", "remove", member=to_global_id("SellerMember", member.pk))
    assert not SellerMember.objects.filter(pk=member.pk).exists()
    assert "not open any more" in invited.see("")


def test_an_invitation_is_taken_back(desk: Desk, owner: Person) -> None:
    assert owner.done("team", "invite", email="moi@example.org", role="PACKER")
    invitation = SellerInvitation.objects.get()
    assert owner.done("team", "revoke", invitation=to_global_id("SellerInvitation", invitation.pk))
    assert not SellerInvitation.objects.exists()


def test_the_team_refuses_what_is_wrong_and_keeps_an_owner(desk: Desk, owner: Person, packer: Person) -> None:
    html = owner.refused("team", "invite", email="no address", role="PACKER")
    assert 'id="f-invite-email-error"' in html
    assert 'value="no address"' in html
    assert "Choose one of the list" in owner.refused("team", "invite", email="sanne@example.org", role="KING")
    assert "at least one owner" in owner.refused("team", "leave")
    assert packer.send("team", "invite", email="sanne@example.org", role="OWNER").status_code == 403
    assert SellerMember.objects.filter(seller=desk.cast.woodworks.seller).count() == 3
    assert not SellerInvitation.objects.exists()


def test_anybody_may_leave(desk: Desk, packer: Person) -> None:
    assert packer.done("team", "leave") == "/en/seller/"
    assert packer.get(packer.base).status_code == 404


def test_the_day_begins_with_what_is_to_be_done(desk: Desk, owner: Person, packer: Person) -> None:
    desk.fill()
    html = owner.see()
    for words in ("order to pack", "packed order to ship", "xin chụp lại mặt trước", "bang-gia.csv",
                  "article is running out", desk.running_out.sku, "in no market yet", "Bàn trà gỗ tràm"):  # fmt: skip
        assert words in html, words
    html = packer.see()
    assert desk.paid.number in html
    assert "bang-gia.csv" not in html
    assert "Import from a file" not in html
