"""The solver: columns are whole lines of one person, priced exactly; a master LP bounds them."""
