import cProfile, pstats, os, time
from random import Random
import pytest
from tests.orders.payouts.test_money_property import stage, forgotten, play

pytestmark = pytest.mark.django_db


def test_quick(stage):
    n = int(os.environ.get("N", "60"))
    s0 = int(os.environ.get("S", "0"))
    pr = cProfile.Profile()
    t = time.process_time()
    if os.environ.get("P"):
        pr.enable()
    import collections

    bad = collections.Counter()
    for seed in range(s0, s0 + n):
        rnd = Random(seed)
        nums = [rnd.randrange(2**20) for _ in range(rnd.randrange(24, 110))]
        with forgotten():
            try:
                w = play(stage, nums)
            except Exception as e:
                import traceback

                traceback.print_exc()
                w = [repr(e)]
        for each in w:
            bad[each[:60]] += 1
            print(seed, each)
    if os.environ.get("P"):
        pr.disable()
        pstats.Stats(pr).sort_stats("cumulative").print_stats(60)
    print("CPU", time.process_time() - t, "faults", sum(bad.values()))
