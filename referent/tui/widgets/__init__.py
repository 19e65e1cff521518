"""Widgets: they render values and post messages that carry the id of what they are about."""
