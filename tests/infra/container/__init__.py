"""The Dockerfile without a container engine: its steps on this machine, and what they give, run as it would be."""
