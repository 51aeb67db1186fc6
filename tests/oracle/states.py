"""The states that the rows of each provision can have."""

STATES = {
    "M07-2": {"kept", "excepted", "breached"},
    "M07-3": {"owed", "met", "breached"},
    "M07-4": {"owed", "met", "overdue", "excepted"},
    "M09-1": {"owed", "met", "overdue", "excepted", "unknown"},
    "M10-4": {"breached", "unknown"},
    "M11-1": {"not_kept", "excepted"},
    "M11-4": {"owed", "met", "overdue", "excepted"},
    "M11-5": {"owed", "met", "overdue", "excepted"},
}
