"""The walk, against a second and slower telling of the same rules, on made-up chains."""

from random import Random

import pytest

from catalog.traceability.graph.trace import walked_down, walked_up
from tests.catalog.traceability.graph.brute_force import reached
from tests.factories.epcis_world import Told, packed, transformed, write

WORLDS = 8
"""More were tried while writing; each takes an eighth of a second."""


def random_world(seed: int) -> list[Told]:
    """A dozen things, a few reused containers, everything in any order of time."""
    random = Random(seed)  # noqa: S311  # the same worlds in every run
    things = [f"urn:uuid:{seed:04d}-{number}" for number in range(9)]
    boxes = [f"https://id.gs1.org/8003/{seed:04d}{number}" for number in range(3)]
    events: list[Told] = []
    hours = random.sample(range(1000), 22)
    for number, hour in enumerate(hours):
        choice = random.random()
        some = random.sample(things, random.randint(1, 3))
        if choice < 0.35:
            shared = f"urn:uuid:{seed}-T{random.randint(0, 1)}" if random.random() < 0.3 else ""
            event = transformed(some[:1], some[1:], hour=hour, transformation_id=shared)
        elif choice < 0.6:
            event = packed(random.choice(boxes), some[:2], hour=hour, action=random.choice(["ADD", "ADD", "OBSERVE"]))
        elif choice < 0.75:
            event = packed(random.choice(boxes), some[:1], hour=hour, action="DELETE")
        elif choice < 0.85:
            event = packed(random.choice(boxes), [], hour=hour, action="DELETE")
        else:
            outer, inner = random.sample(boxes, 2)
            event = packed(outer, [inner], hour=hour)
        event.event_id = f"urn:uuid:{seed}-E{number}"
        events.append(event)
    wrong = random.choice(events)
    events.append(
        Told(wrong.type, wrong.things, hour=wrong.hour, action=wrong.action, event_id=wrong.event_id, is_error=True)
    )
    return events


@pytest.mark.django_db
def test_the_walk_reaches_what_the_slow_telling_reaches() -> None:
    compared = 0
    for seed in range(WORLDS):
        events = random_world(seed)
        write(events)
        for start in sorted({thing[1] for event in events for thing in event.things}):
            down, up = set(walked_down(start).things), set(walked_up(start).things)
            assert down == reached(events, start, downstream=True), f"world {seed}, down from {start}"
            assert up == reached(events, start, downstream=False), f"world {seed}, up from {start}"
            compared += len(down) + len(up)
    assert compared > 300
