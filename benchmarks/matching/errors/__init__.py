"""Honest slips: of the hand, of the ear, of memory."""
