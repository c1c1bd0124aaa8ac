"""The words families are asked with: what a yes can be for, and what they agree to, by language."""
