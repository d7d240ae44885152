"""A mail server of our own on this machine, which can be told to misbehave. It speaks SMTP (RFC 5321) over real TCP."""

import socketserver
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from time import sleep
from typing import Self


@dataclass
class Mood:
    """How the server behaves from now on; changed by a test at any time."""

    greeting: str = "220 peer.example ESMTP"
    refused: dict[str, str] = field(default_factory=dict)
    """By recipient: the line said to RCPT TO."""
    after_data: str = "250 2.0.0 taken"
    drop_before_answer: bool = False
    """Take the message, then cut the line without a word: whoever sent it cannot know."""
    drop_at_mail: bool = False
    delay: float = 0.0
    """Seconds before the answer to DATA."""


class SmtpPeer:
    """``with SmtpPeer() as server:`` listens on ``server.port``; what it took is in ``server.taken``."""

    def __init__(self) -> None:
        self.mood = Mood()
        self.taken: list[EmailMessage] = []
        self.recipients: list[str] = []
        self.connections = 0
        self._server = _Listener(("127.0.0.1", 0), _Conversation)
        self._server.peer = self
        self.port: int = self._server.server_address[1]
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_error: object) -> None:
        self.stop()

    def stop(self) -> None:
        """From now on nobody listens on the port."""
        self._server.shutdown()
        self._server.server_close()


class _Listener(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True
    peer: SmtpPeer


class _Conversation(socketserver.StreamRequestHandler):
    server: _Listener

    def handle(self) -> None:
        peer = self.server.peer
        peer.connections += 1
        self.recipient = ""
        self.say(peer.mood.greeting)
        while line := self.rfile.readline():
            verb = line.split(b" ")[0].strip().upper().decode("ascii", "replace")
            if verb == "QUIT":
                self.say("221 bye")
                return
            if not self.answers.get(verb, _Conversation.unknown)(self, line):
                return

    def say(self, line: str) -> bool:
        self.wfile.write(f"{line}\r\n".encode())
        return True

    def unknown(self, _line: bytes) -> bool:
        return self.say("502 not here")

    def hello(self, _line: bytes) -> bool:
        return self.say("250 peer.example")

    def mail(self, _line: bytes) -> bool:
        return not self.server.peer.mood.drop_at_mail and self.say("250 ok")

    def rcpt(self, line: bytes) -> bool:
        self.recipient = line.decode().split("<")[1].split(">")[0]
        return self.say(self.server.peer.mood.refused.get(self.recipient, "250 ok"))

    def reset(self, _line: bytes) -> bool:
        return self.say("250 ok")

    def data(self, _line: bytes) -> bool:
        peer = self.server.peer
        self.say("354 go on")
        content = b"".join(iter(self._content_line, b""))
        sleep(peer.mood.delay)
        if peer.mood.after_data.startswith("2"):
            peer.taken.append(message_from_bytes(content, policy=policy.default))  # type: ignore[arg-type]  # typeshed: the default policy makes an EmailMessage
            peer.recipients.append(self.recipient)
        return not peer.mood.drop_before_answer and self.say(peer.mood.after_data)

    def _content_line(self) -> bytes:
        """One line of the content without its dot-stuffing; nothing at the end."""
        line = self.rfile.readline()
        return b"" if line in (b".\r\n", b"") else line.removeprefix(b".") if line.startswith(b"..") else line

    answers: dict[str, Callable[["_Conversation", bytes], bool]] = {
        "EHLO": hello, "HELO": hello, "MAIL": mail, "RCPT": rcpt, "RSET": reset, "NOOP": reset, "DATA": data,
    }  # fmt: skip
