"""What can go wrong with the embedded database, said so that it can be mended."""


class PostgresError(RuntimeError):
    """The database cannot be used; the message says what, where and what to do."""
