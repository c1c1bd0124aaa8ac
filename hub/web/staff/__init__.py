"""The practitioners' site: one folder for each thing they come to do."""
