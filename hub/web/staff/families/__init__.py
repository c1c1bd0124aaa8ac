"""Pages of a family: find it, read who it is, keep that right, see who else can see it."""
