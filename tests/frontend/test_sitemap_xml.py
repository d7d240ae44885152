from xml.etree import ElementTree

from frontend.sitemap_xml import ADDRESSES, INDEX, address, closing, opening, part


def test_addresses_are_encoded_and_escaped() -> None:
    line = address("ja", {"ja": "https://x.example/ja/机?a=1&b=2", "en": "https://x.example/en/desk"}, region="-JP")
    root = ElementTree.fromstring(opening(ADDRESSES) + line + closing(ADDRESSES))  # noqa: S314  # our own lines
    (location,) = [each for each in root.iter() if each.tag.endswith("}loc")]
    assert location.text == "https://x.example/ja/%E6%9C%BA?a=1&b=2"
    assert 'hreflang="ja-JP"' in line and 'hreflang="x-default" href="https://x.example/en/desk"' in line
    assert "lastmod" not in line


def test_a_part_has_the_moment_of_its_latest_change() -> None:
    text = opening(INDEX) + part("https://x.example/a.xml", "2026-11-22T01:02:03.456+00:00") + closing(INDEX)
    assert "<lastmod>2026-11-22T01:02:03+00:00</lastmod>" in text
