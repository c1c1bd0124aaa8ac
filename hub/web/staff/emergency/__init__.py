"""Pages of the rules for emergencies, and how a yes by telephone is offered while one runs."""
