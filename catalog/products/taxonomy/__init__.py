"""Categories, attributes and their values out of a published product taxonomy."""
