"""What runs, how long it takes and what goes wrong: logs, metrics, traces and error reports. Knows no domain.

Whatever works opens a `Work` (a request, a job, an event's delivery, a letter); what is logged, measured and traced
meanwhile says which. Traces and error reports are loaded only where the environment names somewhere to send them.
"""
