"""One folder per way of paying sellers; ``rail.py`` beside says what each can do."""
