"""Reads pages of a running site as one person, with cookies and forms as a browser has them, without its weight."""

from urllib.parse import urldefrag, urljoin, urlsplit

import requests

from marketplace.demo.sign_ins import PASSWORD
from tests.pages.forms import read_page
from tests.pages.people import Person
from tests.pages.site import SHOWN

PATIENCE = 120
File = tuple[str, bytes]


class Reader:
    def __init__(self, site: str, person: Person) -> None:
        self.site, self.person = site.rstrip("/"), person
        self.session = requests.Session()
        self.session.trust_env = False
        if person.sign_in is not None:
            at = f"/{person.language}/{person.market}/sign-in"
            self.send(at, "enter", email=person.sign_in.email, password=PASSWORD)

    def get(self, path: str) -> requests.Response:
        return self.session.get(self.site + path, timeout=PATIENCE)

    def send(self, path: str, action: str, /, *, file: File | None = None, **fields: str) -> requests.Response:
        """Fill in the form that does ``action``; it has to be accepted. What is not given stays as the page has it."""
        page = self.get(path)
        form = next((one for one in read_page(page.text).forms if action in one.actions), None)
        if form is None:
            raise AssertionError(f"{self.person.key}: {page.url} ({page.status_code}) has no form for {action}")
        answer = self.session.post(
            page.url,
            data={**form.fields, **fields, "action": action},
            files={"file": file} if file else None,
            headers={"Referer": page.url},
            timeout=PATIENCE,
        )
        if answer.status_code != 200:
            raise AssertionError(f"{self.person.key}: {path} {action} answered {answer.status_code}")
        return answer

    def links(self, page: requests.Response) -> list[str]:
        """The paths of this site that a page leads to, in its order, with what is asked of them."""
        here = {urlsplit(self.site).netloc, urlsplit(SHOWN).netloc}
        absolute = (urlsplit(urldefrag(urljoin(page.url, link)).url) for link in read_page(page.text).links)
        paths = (f"{url.path}?{url.query}" if url.query else url.path for url in absolute if url.netloc in here)
        return list(dict.fromkeys(paths))

    def path_of(self, page: requests.Response) -> str:
        return page.url.removeprefix(self.site)
