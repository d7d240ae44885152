"""What must hold when everything has calmed down. Each function returns what does not hold; nothing, always."""
