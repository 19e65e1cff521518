"""Tests of the rules of the house: which way the arrows point, and what is not imported at start."""
