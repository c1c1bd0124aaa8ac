"""The journal: what goes in, how it is chained, sealed and verified."""
