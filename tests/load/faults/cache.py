"""Redis gone for a while, and Redis with nothing in it."""

from tests.load.faults.fault import Fault
from tests.load.stage.redis import await_redis, client


class Gone(Fault):
    name = "Redis gone"
    expected = "nothing is seen: limits are counted by each process, background work waits"
    lasts = 15.0

    def strike(self) -> str:
        [redis] = self.stage.programs("redis")
        redis.is_wanted = False
        return f"kill -9 of {redis.kill()}; back, and empty, after {self.lasts:.0f} s"

    def heal(self) -> None:
        [redis] = self.stage.programs("redis")
        redis.is_wanted = True
        await_redis(self.stage.ports.redis)


class Emptied(Fault):
    name = "Redis emptied"
    expected = "nothing is seen: whatever it held is in the database as well"
    lasts = 6.0

    def strike(self) -> str:
        client(self.stage.ports.redis).flushall()
        return "FLUSHALL"
