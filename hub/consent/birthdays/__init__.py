"""Birthdays that cross 12, 16 and 18: each brings a question, none widens sight (S6)."""
