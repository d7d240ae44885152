"""A way in that can be laid elsewhere or closed: what clients connect to stays the same when the server behind changes.

``python -m tests.load.stage.switch PORT TARGET`` is told by lines: ``to PORT``, ``close``, ``open``. A process of its
own, so that it does not wait for whoever tests.
"""

import asyncio
import subprocess
import sys
from contextlib import suppress

from tests.load.stage.program import CHECKOUT

PIECE = 65536


class Switch:
    def __init__(self, port: int, target: int) -> None:
        self.port = port
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.load.stage.switch", str(port), str(target)],
            cwd=CHECKOUT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self._heard()

    def lay_to(self, target: int) -> None:
        """New connections go there; those that are open are cut."""
        self._say(f"to {target}")

    def close(self) -> None:
        """Nobody is let in, and whoever is in is cut off."""
        self._say("close")

    def open(self) -> None:
        self._say("open")

    def stop(self) -> None:
        self._process.terminate()
        self._process.wait(10)

    def _say(self, line: str) -> None:
        assert self._process.stdin
        self._process.stdin.write(line + "\n")
        self._process.stdin.flush()
        self._heard()

    def _heard(self) -> None:
        assert self._process.stdout
        if self._process.stdout.readline() != "done\n":
            raise RuntimeError(f"the switch on port {self.port} has ended")


class _Way:
    def __init__(self, port: int, target: int) -> None:
        self.port, self.target = port, target
        self.server: asyncio.Server | None = None
        self.inside: set[asyncio.StreamWriter] = set()

    async def obey(self, line: str) -> None:
        word, _, rest = line.partition(" ")
        if word == "to":
            self.target = int(rest)
        if word in ("to", "close"):
            for writer in list(self.inside):
                writer.transport.abort()
        if word == "close" and self.server is not None:
            self.server.close()
            self.server = None
        if word == "open" and self.server is None:
            self.server = await asyncio.start_server(self.let_in, "127.0.0.1", self.port)

    async def let_in(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            there, back = await asyncio.open_connection("127.0.0.1", self.target)
        except OSError:
            writer.transport.abort()
            return
        self.inside |= {writer, back}
        try:
            with suppress(OSError):
                await asyncio.gather(_pass_on(reader, back), _pass_on(there, writer))
        finally:
            self.inside -= {writer, back}
            for each in (writer, back):
                each.transport.abort()


async def _pass_on(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Until one side has said all. One that is cut off, as by a kill, raises: the other has to hear of it at once."""
    while piece := await reader.read(PIECE):
        writer.write(piece)
        await writer.drain()
    writer.write_eof()


async def _run(port: int, target: int) -> None:
    way = _Way(port, target)
    line = "open"
    while line:
        await way.obey(line)
        sys.stdout.write("done\n")
        sys.stdout.flush()
        line = (await asyncio.to_thread(sys.stdin.readline)).strip()


if __name__ == "__main__":
    asyncio.run(_run(int(sys.argv[1]), int(sys.argv[2])))
