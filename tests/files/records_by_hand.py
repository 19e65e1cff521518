"""A record as a person writes one: comments, spacing and quotation marks of their own."""

from __future__ import annotations

BY_HAND = """# Referatet af mødet
dagsorden = "mode.toml" # hører til
startet = 2026-11-26T13:00:00

# Folk
[[deltagere]]
navn   = "Bo Krogh"
status = "til stede"  # ringede
kom = ["13.10"]

[[deltagere]]
navn = "Ida Lund"
status = "afbud"

# Punkterne
[[punkter]]
punkt = 1
titel = "Ny bro"
tider = [ ["13.05", "13.20"] ] # cirka
beslutning = \'\'\'
C:\\broen
\'\'\'

# Sidst
[[punkter]]
punkt = 2
titel = "Orientering"
beslutning = "Taget til efterretning"
"""
