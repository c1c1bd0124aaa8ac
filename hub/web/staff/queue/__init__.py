"""Pages of what waits in a hub's queue, and of what somebody at work passes to a hub."""
