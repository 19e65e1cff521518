"""What the document says: a meeting and a house style become a tree of plain blocks."""
