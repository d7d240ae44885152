"""Pictures of pages, and what is wrong with them: too wide for the window, images that are not there."""

from pathlib import Path

from marketplace.demo.sign_ins import PASSWORD, SignIn
from tests.journeys.browser import Visitor

FOLDER = Path(__file__).parents[2] / "build" / "screenshots"

SOUND = """() => {
  const beyond = document.documentElement.scrollWidth - document.documentElement.clientWidth;
  const broken = [...document.images].filter((image) => image.complete && image.naturalWidth === 0);
  return [...(beyond > 0 ? [`sticks out by ${beyond} pixels`] : []), ...broken.map((image) => `broken: ${image.src}`)];
}"""
SHOW_ALL = """async () => {
  for (const image of document.images) image.loading = "eager";
  await Promise.allSettled([...document.images].map((image) => image.decode()));
  await document.fonts.ready;
}"""


class Photographer:
    """Takes pictures of what one visitor sees, and writes down what is wrong with a page."""

    def __init__(self, visitor: Visitor, problems: list[str]) -> None:
        self.visitor, self.problems = visitor, problems

    def shoot(self, name: str, path: str = "", *, whole: bool = False) -> None:
        """A picture of the page at `path`, or of where the visitor is."""
        page = self.visitor.open(path) if path else self.visitor.page
        page.evaluate(SHOW_ALL)
        self.problems += [f"{name}: {problem}" for problem in page.evaluate(SOUND)]
        page.screenshot(path=str(FOLDER / f"{name}.png"), full_page=whole)

    def first(self, path: str, links: str) -> str:
        """Where the first of these links of a page leads."""
        self.visitor.open(path)
        return str(self.visitor.page.locator(links).first.get_attribute("href"))

    def sign_in(self, person: SignIn) -> None:
        self.visitor.open(f"/{self.visitor.language}/eu/sign-in")
        self.visitor.submit("enter", email=person.email, password=PASSWORD)
