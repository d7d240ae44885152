from frontend.structured.organization import organization_thing

SELLER = {"name": "Mộc Ví Dụ", "legalName": "Công ty TNHH Mộc Ví Dụ", "foundedYear": None, "logo": None}


def test_a_maker_as_known() -> None:
    seller = {**SELLER, "city": "Thuận An", "country": {"code": "VN"}, "localized": {"tagline": {"text": "Gỗ"}}}
    said = organization_thing(seller, address="/nl/eu/makers/x", website="https://moc.example")
    assert (said["@type"], said["description"], said["sameAs"]) == ("Organization", "Gỗ", "https://moc.example")
    assert said["address"] == {"@type": "PostalAddress", "addressLocality": "Thuận An", "addressCountry": "VN"}
    assert "foundingDate" not in said


def test_what_is_not_known_is_not_said() -> None:
    said = organization_thing(SELLER, address="/nl/eu/makers/x", website=None)
    assert not {"address", "sameAs", "logo", "description"} & said.keys()
