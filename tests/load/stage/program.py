"""One process of the installation, started again whenever it ends, as a service manager does."""

import os
import signal
import subprocess
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

CHECKOUT = Path(__file__).parents[3]
PAUSE = 1.0
"""Seconds between the end of a process and the next one, as ``RestartSec`` of systemd."""


@dataclass
class Program:
    name: str
    command: Sequence[str]
    environment: Mapping[str, str]
    folder: Path
    starts: int = 0
    is_wanted: bool = True
    """Whether the keeper starts it again."""
    process: "subprocess.Popen[bytes] | None" = field(default=None, repr=False)

    @property
    def pid(self) -> int:
        assert self.process is not None
        return self.process.pid

    @property
    def log(self) -> Path:
        return self.folder / f"{self.name}.log"

    def start(self) -> None:
        """What an earlier one has left is ended first, as ``KillMode=control-group`` of systemd does."""
        self.starts += 1
        if self.process is not None:
            _to_group(self.process.pid, signal.SIGKILL)
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                self.command,
                cwd=CHECKOUT,
                env=dict(self.environment),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )

    def is_running(self) -> bool:
        return self.process is not None and self.process.poll() is None

    def kill(self) -> int:
        """SIGKILL to the process itself; what it had forked is left to notice. Returns its pid."""
        pid = self.pid
        os.kill(pid, signal.SIGKILL)
        return pid

    def stop(self) -> None:
        """The whole group, politely and then not."""
        self.is_wanted = False
        if self.process is None:
            return
        for sent, patience in ((signal.SIGTERM, 8.0), (signal.SIGKILL, 8.0)):
            _to_group(self.process.pid, sent)
            try:
                self.process.wait(patience)
            except subprocess.TimeoutExpired:
                continue
            break
        _to_group(self.process.pid, signal.SIGKILL)


def _to_group(pid: int, sent: signal.Signals) -> None:
    try:
        os.killpg(pid, sent)
    except ProcessLookupError:
        return  # all of them have ended


class Keeper:
    """Starts again what ended."""

    def __init__(self, programs: Sequence[Program]) -> None:
        self.programs = list(programs)
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._keep, daemon=True)

    def start(self) -> None:
        for program in self.programs:
            program.start()
        self._thread.start()

    def stop(self) -> None:
        self._stopped.set()
        if self._thread.is_alive():
            self._thread.join(10)
        for program in reversed(self.programs):
            program.stop()

    def _keep(self) -> None:
        ended: dict[str, float] = {}
        while not self._stopped.wait(0.2):
            for program in self.programs:
                if program.is_running() or not program.is_wanted:
                    ended.pop(program.name, None)
                elif time.monotonic() - ended.setdefault(program.name, time.monotonic()) >= PAUSE:
                    program.start()
