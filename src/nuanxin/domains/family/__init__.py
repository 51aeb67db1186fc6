"""The page of a worker's family: a named contact, what was asked for, and that it is solved."""
