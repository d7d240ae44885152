"""All of them, in the order in which they are tried one by one."""

from tests.load.faults import cache, carrier, clock, database, disk, killed, mail, provider, search, twice
from tests.load.faults.fault import Fault

FAULTS: tuple[type[Fault], ...] = (
    killed.WebKilled,
    killed.WorkerKilled,
    killed.BeatKilled,
    killed.Frozen,
    database.Restarted,
    database.Unreachable,
    database.FailsOver,
    cache.Gone,
    cache.Emptied,
    search.Gone,
    mail.Gone,
    mail.Refusing,
    mail.Forgetful,
    provider.Slow,
    provider.Down,
    provider.CutAfterCharging,
    provider.Wrong,
    provider.Forged,
    carrier.Confused,
    carrier.Lying,
    disk.Full,
    clock.Jumped,
    twice.JobsTwice,
    twice.EventsTwice,
    twice.NoticesTwice,
    twice.NoticesLost,
)
