"""Is a Word document accessible? `check_document(path)` says what stands in the way of those who cannot see it well.

In: any DOCX, ours or another's. Out: findings, each with the place and, in Danish, what is wrong and what to do. The
rules are those of WCAG 2.1 AA as far as a document can be held to them, and what Word's own checker asks for. Errors
keep somebody out; warnings are what a person has to judge.
"""

from __future__ import annotations

from referent.word.accessibility.check import check_document, check_parts
from referent.word.accessibility.findings import Finding, Place, Severity

__all__ = ["Finding", "Place", "Severity", "check_document", "check_parts"]
