"""Messages from providers: taken in at once, understood later, and looked for where they got lost."""
