"""Failures: logged without their texts, counted, and sent to a Sentry where one is configured."""
