"""Every engine, against a server that behaves as its documentation says, over real HTTP."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from deepl import http_client

from i18n.machine_translation.engines.deepl.engine import DeepL
from i18n.machine_translation.engines.libretranslate import engine as libretranslate
from i18n.machine_translation.engines.libretranslate.engine import LibreTranslate
from i18n.machine_translation.port import Engine, PermanentFailure, TemporaryFailure
from tests.i18n.machine_translation.peer import KEY, Peer, deepl_peer, libretranslate_peer

PEERS = {"deepl": (deepl_peer, DeepL), "libretranslate": (libretranslate_peer, LibreTranslate)}
QUOTA = {"deepl": 456}


@pytest.fixture(params=list(PEERS))
def name(request: Any) -> str:
    return str(request.param)


@pytest.fixture
def peer(name: str) -> Iterator[Peer]:
    with PEERS[name][0]() as served:
        yield served


@pytest.fixture
def engine(name: str, peer: Peer) -> Engine:
    return made(name, peer)


def made(name: str, peer: Peer, key: str = KEY) -> Engine:
    return DeepL(key, peer.url) if name == "deepl" else LibreTranslate(peer.url, key)


def test_texts_come_back_in_their_order(engine: Engine) -> None:
    assert engine.translate(["Ghế <b>1</b>", "x", "Ghế 2 &amp; 3"], "vi", "en") == [
        "Chair <b>1</b>",
        "x",
        "Chair 2 &amp; 3",
    ]


def test_what_is_sent_is_texts_alone(name: str, engine: Engine, peer: Peer) -> None:
    engine.translate(["Ghế <keep>Sen</keep>"], "vi", "zh-Hans")
    [asked] = peer.asked
    if name == "deepl":
        assert asked["text"] == ["Ghế <keep>Sen</keep>"]
        assert (asked["source_lang"], asked["target_lang"]) == ("VI", "ZH-HANS")
        assert asked["tag_handling"] == "xml" and "keep" in str(asked["ignore_tags"])
        assert set(asked) <= {
            "text",
            "source_lang",
            "target_lang",
            "tag_handling",
            "ignore_tags",
            "preserve_formatting",
            "show_billed_characters",
        }
    else:
        assert asked == {
            "q": ['Ghế <code translate="no">Sen</code>'], "source": "vi", "target": "zh-Hans", "format": "html",
            "api_key": KEY,
        }  # fmt: skip


def test_kept_parts_come_back_as_they_were_sent(engine: Engine) -> None:
    assert engine.translate(["Ghế <keep>Sen</keep>"], "vi", "en") == ["Chair <keep>Sen</keep>"]


def test_a_bad_key(name: str, peer: Peer) -> None:
    with pytest.raises(PermanentFailure) as failure:
        made(name, peer, "wrong").translate(["x"], "vi", "en")
    assert failure.value.code == "BAD_KEY"


def test_a_used_up_quota(name: str, engine: Engine, peer: Peer) -> None:
    if name not in QUOTA:
        pytest.skip("only on DeepL is there a paid quota")
    peer.status, peer.body = QUOTA[name], b'{"message": "Quota exceeded"}'
    with pytest.raises(PermanentFailure) as failure:
        engine.translate(["x"], "vi", "en")
    assert failure.value.code == "QUOTA"


@pytest.mark.parametrize(
    ("header", "pause"), [("7", 7), ("junk", None), ("Wed, 21 Oct 2015 07:28:00 GMT", 0), ("999999999", 86_400)]
)
def test_too_many_requests(name: str, engine: Engine, peer: Peer, header: str, pause: int | None) -> None:
    peer.status, peer.headers, peer.body = 429, {"Retry-After": header}, b'{"error": "Slowdown"}'
    with pytest.raises(TemporaryFailure) as failure:
        engine.translate(["x"], "vi", "en")
    assert failure.value.code == "SLOW_DOWN"
    if name == "libretranslate":  # DeepL's library keeps the header to itself
        assert failure.value.retry_after == (None if pause is None else timedelta(seconds=pause))


@pytest.mark.parametrize("status", [500, 502, 503, 504])
def test_a_server_in_trouble(engine: Engine, peer: Peer, status: int) -> None:
    peer.status, peer.body = status, b"<html>trouble</html>"
    with pytest.raises(TemporaryFailure) as failure:
        engine.translate(["x"], "vi", "en")
    assert failure.value.code == "UNREACHABLE"


def test_a_language_it_does_not_speak(engine: Engine, peer: Peer) -> None:
    peer.status, peer.body = 400, b'{"message": "not supported", "error": "not supported"}'
    with pytest.raises(PermanentFailure) as failure:
        engine.translate(["x"], "vi", "en")
    assert failure.value.code == "REFUSED"


@pytest.mark.parametrize(
    "body",
    [
        b"", b"not json", b"[]", b"null", b"{}", b'{"translations": []}', b'{"translatedText": "x"}',
        b'{"translatedText": [1]}', b'{"translations": [{"text": 1, "detected_source_language": "VI"}]}',
        b'{"translations": [{}]}', b'{"translations": 5}', b"\xff\xfe",
    ],
)  # fmt: skip
def test_a_wrong_answer(engine: Engine, peer: Peer, body: bytes) -> None:
    peer.body = body
    with pytest.raises(TemporaryFailure) as failure:
        engine.translate(["x"], "vi", "en")
    assert failure.value.code == "WRONG_ANSWER"


def test_a_slow_server(engine: Engine, peer: Peer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(libretranslate, "SECONDS", 0.2)
    monkeypatch.setattr(http_client, "min_connection_timeout", 0.2)
    monkeypatch.setattr(http_client._BackoffTimer, "get_timeout", lambda timer: 0.2)
    peer.pause = 0.8
    with pytest.raises(TemporaryFailure) as failure:
        engine.translate(["x"], "vi", "en")
    assert failure.value.code == "UNREACHABLE"


def test_nobody_there(name: str) -> None:
    nowhere = Peer(url="http://127.0.0.1:9")
    with pytest.raises(TemporaryFailure) as failure:
        made(name, nowhere).translate(["x"], "vi", "en")
    assert failure.value.code == "UNREACHABLE"


def test_the_key_follows_no_redirect() -> None:
    with libretranslate_peer() as elsewhere, libretranslate_peer() as peer:
        peer.status, peer.headers = 307, {"Location": f"{elsewhere.url}/translate"}
        with pytest.raises(TemporaryFailure):
            LibreTranslate(peer.url, KEY).translate(["x"], "vi", "en")
        assert elsewhere.asked == []


@pytest.mark.parametrize("url", ["ftp://x", "file:///etc/passwd", "x"])
def test_only_http_addresses(url: str) -> None:
    with pytest.raises(ValueError, match="http"):
        LibreTranslate(url)
