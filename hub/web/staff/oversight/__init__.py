"""Who looked: pages for a family's lead and for the data protection officer."""
