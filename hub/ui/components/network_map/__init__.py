"""Who works with a family, in SVG: the family in the middle, the agencies around it."""
