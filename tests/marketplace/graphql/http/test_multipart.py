import json
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

pytestmark = [pytest.mark.urls("tests.marketplace.graphql.http.urls"), pytest.mark.django_db]

ONE = "mutation($file: Upload) { fileRead(file: $file) { sizes } }"
MANY = "mutation($files: [Upload]) { fileRead(files: $files) { sizes } }"


def upload(client: Client, operations: Any, places: Any, files: dict[str, Any], **headers: str) -> Any:
    parts = {"operations": operations, "map": places}
    texts = {
        name: part if isinstance(part, str) else json.dumps(part) for name, part in parts.items() if part is not None
    }
    data = {**texts, **{name: _file(content) for name, content in files.items()}}
    return client.post("/graphql/", data, headers=headers or {"graphql-preflight": "1"})


def _file(content: Any) -> Any:
    return (
        [SimpleUploadedFile("a.txt", one) for one in content]
        if isinstance(content, list)
        else SimpleUploadedFile("a.txt", content)
    )


def one(value: Any = None) -> dict[str, Any]:
    return {"query": ONE, "variables": {"file": value}}


def test_a_file_takes_its_place(client: Client) -> None:
    response = upload(client, one(), {"0": ["variables.file"]}, {"0": b"four"})
    assert response.json() == {"data": {"fileRead": {"sizes": [4]}}}


def test_files_in_a_list(client: Client) -> None:
    operations = {"query": MANY, "variables": {"files": [None, None]}}
    response = upload(
        client, operations, {"a": ["variables.files.1"], "b": ["variables.files.0"]}, {"a": b"1", "b": b"22"}
    )
    assert response.json() == {"data": {"fileRead": {"sizes": [2, 1]}}}


def test_a_multipart_request_without_files(client: Client) -> None:
    assert upload(client, {"query": "{ __typename }"}, {}, {}).json() == {"data": {"__typename": "Query"}}


@pytest.mark.parametrize("header", ["GraphQL-Preflight", "Apollo-Require-Preflight", "X-Requested-With"])
def test_one_of_the_headers_is_enough(client: Client, header: str) -> None:
    assert upload(client, one(), {"0": ["variables.file"]}, {"0": b"1"}, **{header: "x"}).status_code == 200


def test_a_form_of_a_foreign_page_is_refused(client: Client) -> None:
    response = upload(client, one(), {"0": ["variables.file"]}, {"0": b"1"}, accept="*/*")
    assert response.status_code == 400
    assert response.json()["errors"][0]["extensions"]["code"] == "PREFLIGHT_REQUIRED"


@pytest.mark.parametrize(
    ("operations", "places", "files"),
    [
        (None, {"0": ["variables.file"]}, {"0": b"1"}),
        (one(), None, {"0": b"1"}),
        ("{", {"0": ["variables.file"]}, {"0": b"1"}),
        (one(), "{", {"0": b"1"}),
        ([one()], {"0": ["0.variables.file"]}, {"0": b"1"}),
        ("7", {}, {}),
        (one(), [], {"0": b"1"}),
        (one(), "null", {"0": b"1"}),
        (one(), {"0": "variables.file"}, {"0": b"1"}),
        (one(), {"0": []}, {"0": b"1"}),
        (one(), {"0": [7]}, {"0": b"1"}),
        (one(), {"0": ["variables.file"]}, {}),
        (one(), {}, {"0": b"1"}),
        (one(), {"1": ["variables.file"]}, {"0": b"1"}),
        (one(), {"0": ["variables.other"]}, {"0": b"1"}),
        (one(), {"0": ["variables"]}, {"0": b"1"}),
        (one(), {"0": ["query"]}, {"0": b"1"}),
        (one(), {"0": ["extensions.x"]}, {"0": b"1"}),
        (one(), {"0": [""]}, {"0": b"1"}),
        (one(), {"0": ["variables.file.x"]}, {"0": b"1"}),
        (one("kept"), {"0": ["variables.file"]}, {"0": b"1"}),
        (one([]), {"0": ["variables.file.0"]}, {"0": b"1"}),
        (one([None]), {"0": ["variables.file.-1"]}, {"0": b"1"}),
        (one([None]), {"0": ["variables.file.٠"]}, {"0": b"1"}),
        (one([None]), {"0": ["variables.file.99999999999"]}, {"0": b"1"}),
        (one(), {"0": ["variables.file", "variables.file"]}, {"0": b"1"}),
        (one(), {"0": ["variables.file"], "1": ["variables.file"]}, {"0": b"1", "1": b"1"}),
        (one(), {"0": ["variables.file." + "x." * 50]}, {"0": b"1"}),
        ({"query": ONE}, {"0": ["variables.file"]}, {"0": b"1"}),
        ({"query": ONE, "variables": "x"}, {"0": ["variables.file"]}, {"0": b"1"}),
        (one(), {"0": ["variables.file"]}, {"0": [b"1", b"2"]}),
    ],
)
def test_what_does_not_fit_is_refused(client: Client, operations: Any, places: Any, files: dict[str, Any]) -> None:
    response = upload(client, operations, places, files)
    assert response.status_code == 400
    assert "data" not in response.json()


def test_files_are_limited_in_number_and_size(client: Client) -> None:
    operations = {"query": MANY, "variables": {"files": [None] * 4}}
    places = {str(n): [f"variables.files.{n}"] for n in range(4)}
    response = upload(client, operations, places, {str(n): b"1" for n in range(4)})
    assert (response.status_code, response.json()["errors"][0]["extensions"]["code"]) == (413, "TOO_MANY_FILES")
    response = upload(client, one(), {"0": ["variables.file"]}, {"0": b"1" * 50_001})
    assert (response.status_code, response.json()["errors"][0]["extensions"]["code"]) == (413, "FILE_TOO_LARGE")
    response = upload(client, one(), {"0": ["variables.file"]}, {"0": b"1" * 250_000})
    assert (response.status_code, response.json()["errors"][0]["extensions"]["code"]) == (413, "REQUEST_TOO_LARGE")


@pytest.mark.parametrize(
    ("content_type", "body"),
    [
        ("multipart/form-data", b""),
        ("multipart/form-data; boundary=", b"--\r\n"),
        ("multipart/form-data; boundary=x", b"--x\r\nContent-Disposition: form-data; name=\"operations\"\r\n\r\n{"),
        ("multipart/form-data; boundary=x", b"garbage"),
        ("multipart/form-data; boundary=é", b"--x"),
        ("multipart/form-data; boundary=x; charset=utf-7", b"--x--"),
    ],
)  # fmt: skip
def test_garbage_is_refused(client: Client, content_type: str, body: bytes) -> None:
    response = client.post("/graphql/", body, content_type=content_type, headers={"graphql-preflight": "1"})
    assert response.status_code in {400, 415}
    assert response.json()["errors"]


def test_a_file_can_only_be_an_upload(client: Client) -> None:
    operations = {"query": "query($t: String) { echo(text: $t) }", "variables": {"t": None}}
    response = upload(client, operations, {"0": ["variables.t"]}, {"0": b"1"})
    assert response.json()["errors"][0]["extensions"]["code"] == "BAD_USER_INPUT"
