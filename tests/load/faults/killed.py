"""SIGKILL to a web server, a worker (or one of its children) or a clock, at moments that nobody chose."""

import os
import signal
import threading
from pathlib import Path

from tests.load.faults.fault import Fault
from tests.load.stage.program import Program


class _Killed(Fault):
    kind: str
    times = 4

    def strike(self) -> str:
        return ""

    def happen(self, over: threading.Event) -> str:
        killed = []
        for _ in range(self.times):
            over.wait(self.chance.uniform(0.5, self.lasts / self.times * 2))
            program = self.chance.choice(self.stage.programs(self.kind))
            if program.is_running():
                killed.append(self._kill(program))
        return f"kill -9 of {', '.join(killed)}"

    def _kill(self, program: Program) -> str:
        """The process itself or, of several, any of them."""
        pids = [program.pid, *_children(program.pid)]
        pid = self.chance.choice(pids)
        try:
            os.kill(pid, signal.SIGKILL)
        except ProcessLookupError:
            return f"{program.name} (had ended)"
        return f"{program.name}{'' if pid == program.pid else ', a child,'} {pid}"


def _children(pid: int) -> list[int]:
    try:
        return [int(each) for each in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except OSError:
        return []


class WebKilled(_Killed):
    name, kind = "web server killed", "web"
    expected = "requests in hand are cut; asked again with the same key they end once"


class WorkerKilled(_Killed):
    name, kind = "worker killed", "worker"
    expected = "nothing is seen; what it had taken is taken up again when its lease ends"


class BeatKilled(_Killed):
    name, kind = "clock killed", "beat"
    expected = "nothing is seen; the other clock goes on"
    times = 3


class Frozen(Fault):
    """Not dead, only late: it goes on with what it believed it had."""

    name = "worker stopped and woken"
    expected = "nothing is seen; what it held is not done twice when it wakes"
    lasts = 15.0
    _pids: list[int]

    def strike(self) -> str:
        program = self.chance.choice(self.stage.programs("worker"))
        self._pids = [program.pid, *_children(program.pid)]
        self._send(signal.SIGSTOP)
        return f"SIGSTOP, later SIGCONT, to {program.name} and its children"

    def heal(self) -> None:
        self._send(signal.SIGCONT)

    def _send(self, sent: signal.Signals) -> None:
        for pid in self._pids:
            if Path(f"/proc/{pid}").exists():
                os.kill(pid, sent)
