"""The mail server: it answers, speaks TLS, and lets us in. No letter is sent."""

import smtplib
import ssl
from collections.abc import Iterator

from django.conf import settings

from marketplace.doctor.finding import Finding, good, noted, wrong

PATIENCE = 5


def check() -> Iterator[Finding]:
    if not settings.EMAIL_BACKEND.endswith("smtp.EmailBackend"):
        yield noted("letters are not sent but kept as files", "Set MAIL_URL to smtp://user:password@host:587.")
        return
    where = f"{settings.EMAIL_HOST}:{settings.EMAIL_PORT}"
    kind = smtplib.SMTP_SSL if settings.EMAIL_USE_SSL else smtplib.SMTP
    try:
        with kind(settings.EMAIL_HOST, settings.EMAIL_PORT, timeout=PATIENCE) as server:
            yield from _conversation(server, where)
    except smtplib.SMTPAuthenticationError as error:
        yield wrong(f"{where} does not let us in ({error.smtp_code})", "Check user and password in MAIL_URL.")
    except ssl.SSLError as error:
        yield wrong(f"TLS with {where} fails: {error.reason}", "Use the name its certificate is for; smtps:// for 465.")
    except (OSError, smtplib.SMTPException) as error:
        yield wrong(
            f"{where} cannot be reached: {error}", "Check host and port in MAIL_URL, and that it may be called."
        )
    if "localhost" in settings.DEFAULT_FROM_EMAIL:
        yield wrong("letters are from no-reply@localhost", "Set MAIL_FROM to an address of your own domain.")


def _conversation(server: smtplib.SMTP, where: str) -> Iterator[Finding]:
    server.ehlo()
    if settings.EMAIL_USE_TLS:
        if not server.has_extn("starttls"):
            yield wrong(f"{where} offers no STARTTLS, and the password is not sent without it", "Use smtps:// and 465.")
            return
        server.starttls(context=ssl.create_default_context())
        server.ehlo()
    elif not settings.EMAIL_USE_SSL:
        yield noted(f"letters travel to {where} unencrypted", "Right only for a relay on this machine or network.")
    if settings.EMAIL_HOST_USER:
        server.login(settings.EMAIL_HOST_USER, settings.EMAIL_HOST_PASSWORD)
    yield good(f"{where} answers{' and lets us in' if settings.EMAIL_HOST_USER else ''}")
