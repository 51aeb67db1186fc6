"""Who read whose record: a log that can only grow."""
