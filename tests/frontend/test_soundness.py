import pytest

from tests.frontend.soundness import problems

SOUND = '<html lang="en"><body><main><h1>A</h1><label for="x">B</label><input id="x" name="x"></main></body></html>'


def test_a_sound_page_has_no_problems() -> None:
    assert problems(SOUND, language="en") == []


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("<h1>A</h1>", "", "0 h1"),
        ("<h1>A</h1>", "<h1>A</h1><h3>B</h3>", "h3 after h1"),
        ('lang="en"', 'lang="nl"', "the page does not name its language"),
        ('for="x"', "", "no label for x"),
        ("A</h1>", "A</h2>", "</h2> closes <h1>"),
        ("<h1>", '<img src="y"><h1>', "no alt on y"),
        ("<h1>", '<p id="x"></p><h1>', "id x twice"),
        ("<h1>", '<p style="color:red"></p><h1>', "inline style or script on <p>"),
        ('id="x" name', 'id="x" aria-describedby="z" name', "<input aria-describedby=z> leads nowhere"),
    ],
)
def test_what_is_wrong_is_named(old: str, new: str, said: str) -> None:
    assert said in problems(SOUND.replace(old, new, 1), language="en")


def test_a_value_that_was_missing_shows() -> None:
    assert problems(SOUND.replace("A</h1>", "None</h1>"), language="en") != []
