"""Several processes of buyers at once, of which some are killed while they buy."""

import json
import os
import random
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any

from tests.concurrency.market import Market

CHECKOUT = Path(__file__).parents[2]
CHANCE = random.Random(1)  # noqa: S311  # when to kill whom


class Crowd:
    """The buyers of some baskets, and what each of them was told."""

    def __init__(self, market: Market, *, database: str, folder: Path, threads: int) -> None:
        self.market, self.database, self.folder, self.threads = market, database, folder, threads
        self.outcomes: dict[str, str] = {}
        self.killed = 0

    def buy(self, baskets: list[str], *, processes: int, kills: int = 0, chance: random.Random = CHANCE) -> None:
        """Let all of them buy at the same moment; ``kills`` processes get SIGKILL while they do."""
        shares = [baskets[number::processes] for number in range(processes)]
        running = [self._start(share) for share in shares if share]
        for process in running:
            assert process.stdout and process.stdout.readline() == '"ready"\n'
        readers = [threading.Thread(target=self._read, args=(process,)) for process in running]
        for reader in readers:
            reader.start()
        for process in running:
            self._write(process, "go")
        self._kill(running, kills, chance)
        for reader in readers:
            reader.join(60)
        for process in running:
            process.wait(10)

    def unanswered(self) -> list[str]:
        """Who was told nothing, or to come again: their process died, or the database was busy."""
        return [basket for basket in self.market.baskets if self.outcomes.get(basket, "BUSY") == "BUSY"]

    def bought(self) -> list[str]:
        return [basket for basket, outcome in self.outcomes.items() if outcome.startswith("ORDER ")]

    def _start(self, share: list[str]) -> "subprocess.Popen[str]":
        process = subprocess.Popen(
            [sys.executable, "-m", "tests.concurrency.buyers"],
            cwd=CHECKOUT,
            env={**os.environ, "DJANGO_SETTINGS_MODULE": "marketplace.settings.testing", "TMPDIR": str(self.folder)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        task = {
            "database": self.database,
            "baskets": share,
            "total": self.market.total,
            "threads": min(self.threads, len(share)),
        }
        self._write(process, json.dumps(task))
        return process

    def _write(self, process: "subprocess.Popen[str]", line: str) -> None:
        assert process.stdin
        process.stdin.write(line + "\n")
        process.stdin.flush()

    def _read(self, process: "subprocess.Popen[str]") -> None:
        assert process.stdout
        for line in process.stdout:
            if line.endswith("\n"):  # the last word of one who was killed may be half a line
                said: dict[str, Any] = json.loads(line)
                self.outcomes[said["basket"]] = said["outcome"]

    def _kill(self, running: "list[subprocess.Popen[str]]", kills: int, chance: random.Random) -> None:
        for process in chance.sample(running, kills):
            answered = len(self.outcomes)
            deadline = time.monotonic() + 20
            while len(self.outcomes) < answered + chance.randint(2, 8) and time.monotonic() < deadline:
                time.sleep(0.005)
            time.sleep(chance.random() * 0.05)
            if process.poll() is None:
                process.send_signal(signal.SIGKILL)
                self.killed += 1
