"""A body's own Word template (`skabelon`): its letterhead, page set-up, header, footer and styles round our minutes.

`read_template(path, values)` checks a .docx or .dotx before it is opened (`check`), and refuses what cannot be used. On
what is not refused, `Template.ground(minutes)` makes a new document: opened, cleared of what must not get out and its
placeholders filled (`opening`), with our styles known by the names that it has for them (`styles`, `terms`).
"""

from __future__ import annotations

from referent.word.template.check import TemplateRefused
from referent.word.template.template import Template, read_template

__all__ = ["Template", "TemplateRefused", "read_template"]
