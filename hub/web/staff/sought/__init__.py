"""Advice that a practitioner asked for: written down, decided on, counted (2.93)."""
