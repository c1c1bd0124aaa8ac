"""Measurements, run by `bin/bench`; each prints its figures beside a bare floor."""
