"""The whole request of "Is this family already known?", at the county's size."""
