"""Rosters: who works when. A model, readers, an independent check, a solver with a bound."""
