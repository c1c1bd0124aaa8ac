"""The page a practitioner begins the day with."""
