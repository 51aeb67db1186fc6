"""Reading workbooks as officials keep them, and saying what was understood of each cell."""
