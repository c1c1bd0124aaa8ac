"""Who stands in the index twice: everybody beside everybody, by night."""
