"""The inbox of duties: what a unit has to do today and this week, and what waits for an answer."""
