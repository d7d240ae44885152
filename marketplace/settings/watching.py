"""Log, metrics, traces and error reports."""

from marketplace.environment import environment
from marketplace.observability.logs.configure import logging_settings

MODE = environment.mode
LOG_AS_JSON = environment.mode != "development"
LOG_LEVEL = environment.watching.log_level
LOGGING = logging_settings(as_json=LOG_AS_JSON, level=LOG_LEVEL)
SLOW_STATEMENT_MILLISECONDS = environment.watching.slow_statement_milliseconds
METRICS_TOKEN = environment.watching.metrics_token
METRICS_DIR = environment.watching.metrics_dir
METRICS_LISTEN = environment.watching.metrics_listen
TRACES_ENDPOINT = environment.watching.traces_endpoint
SENTRY_DSN = environment.watching.sentry_dsn
RELEASE = environment.watching.release
