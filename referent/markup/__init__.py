"""Minutes become text with marks: `render_markdown(minutes)` and `render_html(minutes)`.

Comes in: `referent.minutes.blocks.Minutes`, as the document writer gets it. Goes out: one text. Running headers and
footers belong to pages, which a text has none of, and are left out. The same minutes always give the same text.
"""

from __future__ import annotations

from referent.markup.html import render_html
from referent.markup.markdown import render_markdown

__all__ = ["render_html", "render_markdown"]
