"""Pages travel compressed to whoever takes it, and nothing else does."""

import gzip
import io

import pytest
from django.http import FileResponse, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.test import RequestFactory

from frontend.compression import CompressedTexts

TEXT = "Bình Dương " * 400


def answered(response: HttpResponseBase, **headers: str) -> HttpResponseBase:
    def answer(request: HttpRequest) -> HttpResponseBase:
        return response

    asked = RequestFactory().get("/", headers={"Accept-Encoding": "gzip", **headers})
    sent = CompressedTexts(answer)(asked)
    assert isinstance(sent, HttpResponseBase)
    return sent


@pytest.mark.parametrize("kind", ["text/html; charset=utf-8", "application/xml", "image/svg+xml"])
def test_texts_are_compressed(kind: str) -> None:
    answer = answered(HttpResponse(TEXT, content_type=kind))
    assert isinstance(answer, HttpResponse)
    assert answer["Content-Encoding"] == "gzip" and "Accept-Encoding" in answer["Vary"]
    assert gzip.decompress(answer.content).decode() == TEXT and int(answer["Content-Length"]) < len(TEXT) / 10


def test_two_answers_do_not_weigh_the_same() -> None:
    weights = {int(answered(HttpResponse(TEXT))["Content-Length"]) for _ in range(40)}
    assert len(weights) > 1


@pytest.mark.parametrize("kind", ["application/json", "image/webp", "application/pdf"])
def test_the_rest_goes_as_it_is(kind: str) -> None:
    assert "Content-Encoding" not in answered(HttpResponse(TEXT, content_type=kind))


def test_what_flows_goes_as_it_is() -> None:
    flowing = FileResponse(io.BytesIO(TEXT.encode()), content_type="text/html")
    assert "Content-Encoding" not in answered(flowing)


def test_who_takes_no_gzip_gets_none() -> None:
    assert "Content-Encoding" not in answered(HttpResponse(TEXT), **{"Accept-Encoding": "identity"})
