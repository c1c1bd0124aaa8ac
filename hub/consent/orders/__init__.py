"""Court orders by what they do (S9): an order is for who leads, what it does for the team."""
