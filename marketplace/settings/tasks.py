"""Celery: which queues there are, and what becomes of a job whose worker dies, hangs or comes too late."""

from kombu.entity import Queue

from marketplace.environment import environment

QUEUES = ("money", "index", "mail", "media", "tracking", "default")
LONGEST_JOB = 600
"""Seconds; then its process is ended and another one started."""

CELERY_BROKER_URL = environment.redis_url
CELERY_TASK_DEFAULT_QUEUE = "default"
CELERY_TASK_QUEUES = [Queue(name) for name in QUEUES]  # type: ignore[no-untyped-call]  # a worker without -Q serves all
CELERY_TASK_IGNORE_RESULT = True
CELERY_RESULT_EXPIRES = None  # nothing is kept, so nothing has to be cleaned up
# A job belongs to its worker only when it is done: one that dies gives it back.
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_TASK_SOFT_TIME_LIMIT = LONGEST_JOB - 60
CELERY_TASK_TIME_LIMIT = LONGEST_JOB
CELERY_BROKER_TRANSPORT_OPTIONS = {
    "visibility_timeout": LONGEST_JOB + 300,  # longer than any job runs, or it would be given to a second worker
    "socket_connect_timeout": 5,
    "socket_timeout": 30,
    "socket_keepalive": True,
    "health_check_interval": 15,
}
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_BROKER_CONNECTION_MAX_RETRIES = None  # Redis comes back; nobody has to start workers by hand
CELERY_WORKER_CANCEL_LONG_RUNNING_TASKS_ON_CONNECTION_LOSS = False  # jobs are safe twice; half of one helps nobody
CELERY_WORKER_MAX_MEMORY_PER_CHILD = 400_000  # kilobytes, after which the process is replaced between two jobs
CELERY_WORKER_SOFT_SHUTDOWN_TIMEOUT = 25.0  # seconds that a job in hand has after SIGTERM, before it is given back
CELERY_WORKER_ENABLE_REMOTE_CONTROL = True  # the doctor asks who is there
CELERY_BEAT_SCHEDULER = "marketplace.beat.scheduler:SharedScheduler"
CELERY_BEAT_MAX_LOOP_INTERVAL = 1.0
