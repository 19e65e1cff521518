"""The formulation that goes with an item: from the verbs of its recommendation, else from its type and its title.

What is recommended stands in the item's recommendation, or in a "Det indstilles …" that closes its case. Several
recommendations are answered one by one under the numbers they are printed with, or together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from referent.domain.agenda import AgendaItem, ItemKind
from referent.minutes.blocks import Block, Blocks, BulletList, Heading, Inline, LineBreak, NumberedList, Paragraph
from referent.minutes.layout import Layout
from referent.minutes.markdown import is_empty_text, parse
from referent.minutes.markdown_blocks import text_of
from referent.minutes.template import fill
from referent.minutes.wording import Formulas

UNANSWERED = "{svar}"
"""Stands where one of several recommendations has no ready answer: a place to be written in."""
NOT = "ikke"
"""A recommendation not to do something has no ready answer."""
_WORD = re.compile(r"\w+")
_RECOMMENDING = re.compile(
    r"^[ \t>*_]*(?:det|der)\s+indstilles\b|^[^\n.:]{1,120}\bindstiller\b", re.IGNORECASE | re.MULTILINE
)
_LETTERED = re.compile(r"^\(?([a-zæøå])[.)]\s+(.*)$", re.IGNORECASE)
_THAT = re.compile(r"^at\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Recommendation:
    """One thing that is recommended: the number it is printed with, and its text on one line."""

    number: str
    text: str


def recommendations(item: AgendaItem) -> tuple[Recommendation, ...]:
    """What is recommended: the entries of a list, lines that are lettered or begin with "at", else the whole text."""
    text = item.recommendation
    if is_empty_text(text):
        text = _closing_recommendation(item)
    blocks = parse(text, 3)
    found = _listed(blocks) or _lines(blocks)
    whole = " ".join(text.split())
    return found or ((Recommendation("1", whole),) if not is_empty_text(text) else ())


def _closing_recommendation(item: AgendaItem) -> str:
    """From the last "Det indstilles …" of the case on, where nothing else comes after it."""
    for text in (*(section.text for section in reversed(item.sections)), item.case, item.summary):
        starts = [found.start() for found in _RECOMMENDING.finditer(text)]
        if not starts:
            continue
        blocks = parse(text[starts[-1] :], 3)
        is_last = not any(isinstance(block, Heading) for block in blocks)
        return text[starts[-1] :] if is_last and _is_only_recommending(blocks) else ""
    return ""


def _is_only_recommending(blocks: Blocks) -> bool:
    """Whether nothing but what is recommended follows the first paragraph."""
    return all(
        isinstance(block, BulletList | NumberedList) or (isinstance(block, Paragraph) and bool(_marked_lines((block,))))
        for block in blocks[1:]
    )


def _listed(blocks: Blocks) -> tuple[Recommendation, ...]:
    found: list[Recommendation] = []
    for block in blocks:
        if isinstance(block, NumberedList):
            found += [Recommendation(str(n), _plain(entry.blocks)) for n, entry in enumerate(block.items, block.start)]
        elif isinstance(block, BulletList):
            found += [
                Recommendation(str(n), _plain(entry.blocks)) for n, entry in enumerate(block.items, len(found) + 1)
            ]
    return tuple(found)


def _lines(blocks: Blocks) -> tuple[Recommendation, ...]:
    found = _marked_lines(blocks)
    return tuple(Recommendation(letter or str(n), text) for n, (letter, text) in enumerate(found, 1))


def _marked_lines(blocks: Blocks) -> list[tuple[str, str]]:
    """Lines with a letter before them, as letter and text, else those that begin with "at"."""
    lines = [line for block in blocks if isinstance(block, Paragraph) for line in _lines_of(block)]
    lettered = [(found[1], found[2]) for line in lines if (found := _LETTERED.match(line))]
    return lettered or [("", line) for line in lines if _THAT.match(line)]


def _lines_of(paragraph: Paragraph) -> Iterator[str]:
    line: list[Inline] = []
    for inline in (*paragraph.inlines, LineBreak()):
        if isinstance(inline, LineBreak):
            yield text_of(tuple(line))
            line = []
        else:
            line.append(inline)


def _plain(blocks: Sequence[Block]) -> str:
    """The text of an entry itself; what is nested below it only explains it."""
    return " ".join(text_of(block.inlines) for block in blocks if isinstance(block, Paragraph))


# The answers


def fitting_formulas(item: AgendaItem, layout: Layout) -> tuple[str, ...]:
    """The formulations that may answer the item, the fitting one first, then the others in turn; empty where the house
    style has none that fits.
    """
    formulas = layout.formulas
    by_kind = dict(formulas.by_kind)
    kind = by_kind.get(item.kind.value)
    wanted = recommendations(item)
    answers = [_answer(one.text, formulas) or kind or formulas.recommended for one in wanted]
    found: list[str | None]
    if len(wanted) > 1:
        one_by_one = _one_by_one(wanted, answers, formulas) if any(answers) else None
        found = [formulas.several, one_by_one] if formulas.together_first else [one_by_one, formulas.several]
    elif wanted:
        found = [*answers, kind, formulas.recommended, by_kind.get(ItemKind.DECISION.value)]
    else:
        found = _unasked(item, kind, formulas)
    return tuple(dict.fromkeys(formula for formula in found if formula))


def _unasked(item: AgendaItem, kind: str | None, formulas: Formulas) -> list[str | None]:
    """Where nothing is recommended: what goes with the type, and with the title; several words of it are more telling
    than the type, one is less.
    """
    in_title = _in_words(item.title, formulas) if item.kind.wants_decision else None
    if in_title is None:
        return [kind]
    words, formula = in_title
    return [formula, kind] if " " in words else [kind, formula]


def _one_by_one(wanted: Sequence[Recommendation], answers: Sequence[str | None], formulas: Formulas) -> str:
    return "\n\n".join(
        fill(formulas.numbered, {"nr": one.number, "formel": _finished(answer or "")})
        for one, answer in zip(wanted, answers, strict=True)
    )


def _finished(answer: str) -> str:
    """`answer` with a place to write in where it is only the beginning of a sentence."""
    return answer + UNANSWERED if not answer or answer.endswith(" ") else answer


def _answer(recommendation: str, formulas: Formulas) -> str | None:
    if NOT in _WORD.findall(recommendation.casefold()):
        return None
    found = _in_words(recommendation, formulas)
    return found[1] if found else None


def _in_words(text: str, formulas: Formulas) -> tuple[str, str] | None:
    """The first word of `text` that has a formula, and that; of several that begin there, the one of most words."""
    words = f" {' '.join(_WORD.findall(text.casefold()))} "
    places = [(words.find(f" {verb} "), -len(verb), verb, formula) for verb, formula in formulas.by_verb]
    found = min((place for place in places if place[0] >= 0), default=None)
    return (found[2], found[3]) if found else None


def all_formulas(layout: Layout) -> tuple[str, ...]:
    """Every formulation of the house style, once."""
    formulas = layout.formulas
    ready = [formula for _, formula in (*formulas.by_verb, *formulas.by_kind)]
    wider = [formula for formula in (formulas.recommended, formulas.several) if formula]
    return tuple(dict.fromkeys([*ready, *wider, *formulas.others]))
