"""Minutes as readable text, for golden files: every block, its role and its level can be seen."""

from __future__ import annotations

from collections.abc import Iterator

from referent.minutes.blocks import (
    Block,
    Blocks,
    BulletList,
    Contents,
    Heading,
    Inlines,
    LineBreak,
    Link,
    Minutes,
    NumberedList,
    PageField,
    Paragraph,
    Role,
    Tab,
    Table,
    Text,
)

LINE_BREAK = " ⏎ "

_ROLES = {
    Role.BODY: "",
    Role.TITLE: "TITEL: ",
    Role.SUBTITLE: "UNDERTITEL: ",
    Role.FACT: "FAKTUM: ",
    Role.LABEL: "ETIKET: ",
    Role.REFERENCE: "HENVISNING: ",
    Role.SIGNATURE: "UNDERSKRIFT: ",
}


def minutes_as_text(minutes: Minutes) -> str:
    margins = [f"{name}: {inline_text(inlines)}" for name, inlines in _margins(minutes) if inlines]
    return "\n".join([*margins, *as_lines(minutes.blocks)]).replace("\u00a0", "·") + "\n"


def _margins(minutes: Minutes) -> list[tuple[str, Inlines]]:
    return [("SIDEHOVED", minutes.header), ("SIDEFOD", minutes.footer)]


def as_lines(blocks: Blocks, indent: str = "") -> Iterator[str]:
    for block in blocks:
        yield from (f"{indent}{line}" for line in _lines(block))


def _lines(block: Block) -> Iterator[str]:
    if isinstance(block, Heading):
        yield ""
        if block.page_break_before:
            yield "-------- ny side --------"
        contents = f"   [indhold: {block.contents_title}]" if block.in_contents else ""
        yield f"{'#' * block.level} {block.text}{contents}"
    elif isinstance(block, Paragraph):
        yield _ROLES[block.role] + inline_text(block.inlines)
    elif isinstance(block, (BulletList, NumberedList)):
        for number, item in enumerate(block.items, start=getattr(block, "start", 1)):
            marker = f"{number}. " if isinstance(block, NumberedList) else "- "
            first, *rest = as_lines(item.blocks)
            yield marker + first
            yield from ("  " + line for line in rest)
    elif isinstance(block, Table):
        for place, row in enumerate(block.rows):
            cells = [LINE_BREAK.join(as_lines(cell.blocks)) for cell in row]
            labels = len(row) if place < block.header_rows else block.header_columns
            yield " ║ ".join([*cells[:labels], " | ".join(cells[labels:])][: len(cells)])
    elif isinstance(block, Contents):
        yield f"INDHOLD: {block.title}"


def inline_text(inlines: Inlines) -> str:
    parts = []
    for inline in inlines:
        if isinstance(inline, (Text, Link)):
            mark = "**" * inline.bold + "*" * inline.italic
            text = f"{mark}{inline.text}{mark}"
            parts.append(_link(text, inline.url) if isinstance(inline, Link) else text)
        elif isinstance(inline, LineBreak):
            parts.append(LINE_BREAK)
        elif isinstance(inline, Tab):
            parts.append(" → ")
        elif isinstance(inline, PageField):
            parts.append("{" + inline.counter.value + "}")
    return "".join(parts)


def _link(text: str, url: str) -> str:
    return f"<{text}>" if url.removeprefix("mailto:") == text else f"<{text} {url}>"
