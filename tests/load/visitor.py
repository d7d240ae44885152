"""One person or program outside: asks over HTTP, and asks again with the same key when there was no answer."""

import json
import random
import time
import uuid
from typing import Any

import urllib3

from tests.load.book import Book, Told

SECONDS = 45.0
"""How long an answer is waited for."""
PATIENCE = 180.0
"""How long somebody goes on asking for one thing."""
AGAIN = ("IDEMPOTENCY_IN_PROGRESS", "SERVICE_UNAVAILABLE", "GATEWAY_UNAVAILABLE", "TOO_MANY_REQUESTS")
"""Codes that ask to come again."""


class Refused(Exception):
    """The marketplace said no, and why."""

    def __init__(self, codes: list[str]) -> None:
        super().__init__(", ".join(codes))
        self.codes = codes


class GaveUp(Exception):
    """Nobody was served for `PATIENCE` seconds."""


def new_key() -> str:
    return uuid.uuid4().hex


class Visitor:
    def __init__(self, who: str, sites: list[str], book: Book, chance: random.Random) -> None:
        self.who, self.sites, self.book, self.chance = who, sites, book, chance
        self.http = urllib3.PoolManager(retries=False, timeout=urllib3.Timeout(connect=5, read=SECONDS), maxsize=1)
        self.token: str | None = None
        self.credentials: tuple[str, str] | None = None
        self.language = "en"

    def ask(self, document: str, /, **variables: Any) -> Any:
        """The one field that was asked for. Raises `Refused`, `GaveUp`."""
        body = json.dumps({"query": document, "variables": variables}).encode()
        headers = {"Content-Type": "application/json"}
        return self._until_answered("POST", "/graphql/", body=body, headers=headers)

    def upload(self, document: str, name: str, content: bytes, /, **variables: Any) -> Any:
        """With one file at ``variables.file``, by the GraphQL multipart request specification."""
        fields = {
            "operations": json.dumps({"query": document, "variables": {**variables, "file": None}}),
            "map": json.dumps({"0": ["variables.file"]}),
            "0": (name, content, "application/octet-stream"),
        }
        body, kind = urllib3.encode_multipart_formdata(fields)
        headers = {"Content-Type": kind, "GraphQL-Preflight": "1"}
        return self._until_answered("POST", "/graphql/", body=body, headers=headers)

    def read(self, path: str) -> str:
        """A page, as a browser shows it. It may be asked again as often as one likes."""
        return str(self._until_answered("GET", path, headers={"Accept": "text/html"}))

    def sign_in(self, email: str, password: str) -> None:
        self.credentials, self.token = (email, password), None
        document = """mutation($email: String!, $password: String!) {
          tokenCreate(email: $email, password: $password) { token errors { field code message } } }"""
        self.token = self.ask(document, email=email, password=password)["token"]

    def _until_answered(self, method: str, path: str, **more: Any) -> Any:
        until = time.monotonic() + PATIENCE
        while True:
            started = time.monotonic()
            told, found, shown = self._once(method, path, **more)
            code = ", ".join(found) if told == Told.REFUSED else ""
            self.book.note(self.who, told, code=code, shown=shown, took=time.monotonic() - started)
            if told == Told.DONE:
                return found
            if told == Told.REFUSED and found == ["UNAUTHENTICATED"] and self.credentials:
                self.sign_in(*self.credentials)
            elif told == Told.REFUSED:
                raise Refused(found)
            if time.monotonic() > until:
                self.book.gave_up.append(f"{self.who} {method} {path}: {shown[:200]}")
                raise GaveUp(shown[:200])
            time.sleep(0.3 + self.chance.random())

    def _once(self, method: str, path: str, **more: Any) -> tuple[Told, Any, str]:
        headers = {**more.pop("headers"), "Accept-Language": self.language}
        headers.setdefault("Accept", "application/json")
        if self.token and path == "/graphql/":
            headers["Authorization"] = f"Bearer {self.token}"
        site = self.chance.choice(self.sites)
        try:
            answer = self.http.request(method, site + path, headers=headers, **more)
        except (urllib3.exceptions.HTTPError, OSError) as cut:
            return Told.NOBODY, None, type(cut).__name__
        text = answer.data.decode(errors="replace")
        return said_by_page(answer.status, text) if method == "GET" else said_by_api(answer.status, text)


def said_by_page(status: int, text: str) -> tuple[Told, Any, str]:
    """A page that is down says so in a heading, in the reader's language, under the frame of the site."""
    if status == 200:
        return Told.DONE, text, ""
    heading = text.partition("<h1")[2].partition(">")[2].partition("</h1>")[0].strip()
    if status == 503 and heading:
        return Told.LATER, None, heading
    if status == 404 and heading:
        return Told.REFUSED, ["NOT_FOUND"], heading
    return Told.BARE, None, f"{status} {heading or text[:120]}"


def said_by_api(status: int, text: str) -> tuple[Told, Any, str]:
    try:
        answer = json.loads(text)
    except ValueError:
        return Told.BARE, None, f"{status} {text[:200]}"
    errors = answer.get("errors") or []
    found = next(iter((answer.get("data") or {}).values()), None)
    if not errors and isinstance(found, dict):
        errors = [{**each, "extensions": {"code": each["code"]}} for each in found.get("errors") or []]
    codes = [(each.get("extensions") or {}).get("code", "") for each in errors]
    shown = "; ".join(f"{code}: {each['message']}" for code, each in zip(codes, errors, strict=True))
    if not codes:
        return Told.DONE, found, ""
    if "INTERNAL_ERROR" in codes or "" in codes:
        return Told.BARE, None, f"{status} {shown}"
    if set(codes) & set(AGAIN):
        return Told.LATER, None, shown
    return Told.REFUSED, codes, shown
