"""The solver: columns are whole lines of one person, priced exactly; a master LP bounds them."""

from nuanxin.planning.roster.engine.cache import choose_cache

choose_cache()  # before numba is imported: it looks once
