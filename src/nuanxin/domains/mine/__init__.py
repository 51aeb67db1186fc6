"""My page: what one who works at the front is owed, and why, in their own words."""
