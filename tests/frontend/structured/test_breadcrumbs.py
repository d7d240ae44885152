from frontend.structured.breadcrumbs import breadcrumbs_thing


def test_steps_are_numbered_from_the_front_page() -> None:
    said = breadcrumbs_thing([("Home", "/en/eu/"), ("Chairs", "/en/eu/products?category=1")])
    steps = said["itemListElement"]
    assert [step["position"] for step in steps] == [1, 2]
    assert steps[1]["name"] == "Chairs"
    assert steps[1]["item"].endswith("/en/eu/products?category=1")
