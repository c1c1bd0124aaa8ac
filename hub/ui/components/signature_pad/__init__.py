"""A box to sign in by finger, pen or mouse; without scripts it is not there."""
