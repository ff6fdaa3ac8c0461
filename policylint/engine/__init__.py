"""Judges a Document: rules in, verdicts with evidence out."""
