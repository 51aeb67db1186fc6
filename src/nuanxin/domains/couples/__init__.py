"""Whether the spouse of one of us serves at the front: yes or no, across units, and no more."""
