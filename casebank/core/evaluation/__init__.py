"""Reading inspection ledgers and rosters, grading schemes, splitting and coding of problems. Pure Python."""
