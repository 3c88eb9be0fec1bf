"""Predicates that the reader saw, put right: which are measures, and where each begins and ends."""
