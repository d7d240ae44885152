"""Redis, killed without a word and started anew with nothing in it."""

import time
from pathlib import Path

import redis

from tests.load.stage.program import Program


def redis_program(folder: Path, port: int, environment: dict[str, str]) -> Program:
    command = ["redis-server", "--port", str(port), "--bind", "127.0.0.1", "--dir", str(folder), "--save", ""]
    return Program("redis", command, environment, folder)


def await_redis(port: int) -> None:
    for _ in range(200):
        try:
            client(port).ping()
        except redis.ConnectionError:
            time.sleep(0.05)
        else:
            return
    raise RuntimeError("Redis does not answer")


def client(port: int) -> "redis.Redis":
    return redis.Redis(port=port, socket_timeout=5)
