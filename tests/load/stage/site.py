"""The marketplace's own processes and whoever it speaks with: what visitors and most faults need of an installation."""

from collections.abc import Sequence
from dataclasses import dataclass

from tests.load.stage.peers import Peers
from tests.load.stage.program import Keeper, Program


@dataclass
class Site:
    peers: Peers
    keeper: Keeper
    web_ports: Sequence[int]

    @property
    def sites(self) -> list[str]:
        return [f"http://127.0.0.1:{port}" for port in self.web_ports]

    def programs(self, kind: str) -> list[Program]:
        """``web``, ``worker``, ``beat`` or ``redis``."""
        return [program for program in self.keeper.programs if program.name.partition("-")[0] == kind]
