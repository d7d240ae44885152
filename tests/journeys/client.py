"""A client of the public API, as any program outside would write one: HTTP, JSON, a bearer token."""

import json
from pathlib import Path
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client


class ApiClient:
    """One person with one sign-in and one language. ``run`` fails on any error that the caller did not ask for."""

    def __init__(self, *, language: str = "en") -> None:
        self.http = Client()
        self.language = language
        self.token: str | None = None

    def run(self, document: str, /, **variables: Any) -> Any:
        """Execute ``document``; returns ``data``, or the payload itself where one mutation was asked."""
        answer = self._post_json({"query": document, "variables": variables})
        assert "errors" not in answer, answer["errors"]
        data = answer["data"]
        payloads = [value for value in data.values() if isinstance(value, dict) and "errors" in value]
        for payload in payloads:
            assert payload["errors"] == [], payload["errors"]
        return data

    def refused(self, document: str, /, **variables: Any) -> list[dict[str, Any]]:
        """Execute one mutation that must be refused; returns its ``errors``."""
        answer = self._post_json({"query": document, "variables": variables})
        assert "errors" not in answer, answer["errors"]
        (payload,) = answer["data"].values()
        assert payload["errors"], payload
        return list(payload["errors"])

    def upload(self, document: str, file: Path | tuple[str, bytes, str], /, **variables: Any) -> Any:
        """Execute with one file at ``variables.file``, by the GraphQL multipart request specification."""
        name, content, kind = (
            (file.name, file.read_bytes(), "application/octet-stream") if isinstance(file, Path) else file
        )
        response = self.http.post(
            "/graphql/",
            {
                "operations": json.dumps({"query": document, "variables": {**variables, "file": None}}),
                "map": json.dumps({"0": ["variables.file"]}),
                "0": SimpleUploadedFile(name, content, kind),
            },
            headers={**self._headers(), "GraphQL-Preflight": "1"},
        )
        answer = response.json()
        assert "errors" not in answer, answer["errors"]
        return answer["data"]

    def sign_in(self, email: str, password: str) -> None:
        document = """mutation($email: String!, $password: String!) {
          tokenCreate(email: $email, password: $password) { token errors { field code message } }
        }"""
        data = self.run(document, email=email, password=password)
        self.token = data["tokenCreate"]["token"]

    def _post_json(self, body: dict[str, Any]) -> Any:
        response = self.http.post("/graphql/", body, content_type="application/json", headers=self._headers())
        return response.json()

    def _headers(self) -> dict[str, str]:
        headers = {"Accept-Language": self.language, "Accept": "application/json"}
        return {**headers, "Authorization": f"Bearer {self.token}"} if self.token else headers
