"""What the installation under load signs and seals with; the same for whoever makes its world."""

SECRET_KEY = "of-an-installation-under-load-" * 2
