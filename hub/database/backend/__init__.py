"""Django's PostgreSQL backend, asking less before it is used again."""
