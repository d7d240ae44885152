# PostgreSQL with pgBackRest beside it: archive_command runs in the server's own container.
FROM postgres:15.13-bookworm
RUN apt-get update \
 && apt-get install -y --no-install-recommends pgbackrest \
 && rm -rf /var/lib/apt/lists/* \
 && install -d -o postgres -g postgres -m 0750 /var/lib/pgbackrest /var/spool/pgbackrest /var/log/pgbackrest \
 && install -d -m 0755 /etc/pgbackrest/conf.d
STOPSIGNAL SIGINT
HEALTHCHECK --interval=5s --timeout=3s --start-period=30s CMD ["pg_isready", "-U", "marketplace", "-d", "marketplace"]
