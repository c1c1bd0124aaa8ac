"""A family tree by the conventions of social work, in SVG."""
