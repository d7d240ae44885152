"""Pictures and papers in a bucket: a real S3 on loopback."""

from collections.abc import Iterator
from typing import Any

import boto3
import pytest
from django.core.files.storage import storages
from django.test import Client
from moto.server import ThreadedMotoServer

from marketplace.doctor.checks import media as doctor
from marketplace.doctor.finding import Grade
from marketplace.environment.object_storage import ObjectStorage, object_storage
from marketplace.file_storage.private import private_files
from marketplace.file_storage.put import put_whole, written

PICTURE = b"RIFF a small picture"


@pytest.fixture(scope="module")
def endpoint() -> Iterator[str]:
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    yield f"{host}:{port}"
    server.stop()


@pytest.fixture
def bucket(endpoint: str, settings: Any) -> ObjectStorage:
    found = object_storage(f"s3://key-of-ours:secret-of-ours@{endpoint}/market?region=us-east-1&tls=no&prefix=shop")
    assert found is not None
    client = boto3.client(
        "s3", endpoint_url=found.endpoint, aws_access_key_id="a", aws_secret_access_key="b", region_name="us-east-1"
    )
    client.create_bucket(Bucket="market")
    settings.OBJECT_STORAGE = found
    settings.STORAGES = {
        **settings.STORAGES,
        "default": {"BACKEND": "marketplace.file_storage.object_files.ObjectFiles"},
    }
    return found


def test_a_picture_has_the_same_address_wherever_it_lies(bucket: ObjectStorage) -> None:
    pictures = storages["default"]
    put_whole(pictures, "products/ab/256.webp", b"older")
    put_whole(pictures, "products/ab/256.webp", PICTURE)
    assert pictures.url("products/ab/256.webp") == "/media/products/ab/256.webp"
    answer = Client().get("/media/products/ab/256.webp")
    assert (answer.status_code, answer["Content-Type"]) == (200, "image/webp")
    assert b"".join(answer.streaming_content) == PICTURE  # type: ignore[attr-defined]  # a file is streamed
    assert "immutable" in answer["Cache-Control"]
    again = Client(headers={"If-None-Match": answer["ETag"]}).get("/media/products/ab/256.webp")
    assert again.status_code == 304


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["none.webp", "../private/documents/a.pdf", "x/../../private/a"])
def test_nothing_else_of_the_bucket_is_handed_out(bucket: ObjectStorage, path: str) -> None:
    put_whole(private_files("documents"), "a.pdf", b"private")
    assert Client().get(f"/media/{path}").status_code == 404


def test_papers_lie_apart_and_appear_whole(bucket: ObjectStorage) -> None:
    papers = private_files("documents")
    with written(papers, "00/one") as path:
        path.write_bytes(b"x" * 100_000)
    with papers.open("00/one") as file:
        assert len(file.read()) == 100_000
    with pytest.raises(RuntimeError), written(papers, "00/two") as path:
        path.write_bytes(b"half")
        raise RuntimeError
    assert not papers.exists("00/two") and not storages["default"].exists("00/one")
    with pytest.raises(FileNotFoundError):
        papers.open("00/two")


def test_the_doctor_finds_a_bucket_that_is_open_or_gone(bucket: ObjectStorage, settings: Any) -> None:
    found = list(doctor.check())
    assert [finding.grade for finding in found][:2] == [Grade.GOOD, Grade.GOOD]
    settings.OBJECT_STORAGE = ObjectStorage(
        endpoint=bucket.endpoint, bucket="nowhere", access_key="key-of-ours", secret_key="secret-of-ours"
    )
    settings.STORAGES = {**settings.STORAGES}
    gone = [finding for finding in doctor.check() if finding.grade is Grade.WRONG]
    assert gone and all("MEDIA_STORAGE_URL" in finding.mend for finding in gone)


@pytest.mark.parametrize(
    "address",
    ["http://a:b@host/bucket", "s3://host/bucket", "s3://a:b@host", "s3://a:b@host/x/y", "s3://a:b@host/x?colour=red"],
)
def test_an_address_that_is_wrong_is_refused_without_its_secret(address: str) -> None:
    with pytest.raises(ValueError, match="MEDIA_STORAGE_URL") as refused:
        object_storage(address.replace("b@", "hunter2@"))
    assert "hunter2" not in str(refused.value)
