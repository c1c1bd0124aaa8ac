"""What an enemy with one good account learns by asking ten thousand times who is known."""
