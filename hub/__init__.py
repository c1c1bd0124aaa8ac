"""The Family Hub: one family, one plan, one lead professional."""
