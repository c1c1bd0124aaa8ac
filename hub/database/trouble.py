"""What goes wrong with the database, said in one sentence to whoever runs the hub."""


class DatabaseTrouble(Exception):
    """Its text is the whole message: what is wrong and what to do. It never holds a password."""
