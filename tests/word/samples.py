"""Short ways to write blocks in a test."""

from __future__ import annotations

from datetime import date

from referent.minutes.blocks import (
    Block,
    BulletList,
    Cell,
    Contents,
    Counter,
    Heading,
    Inlines,
    LineBreak,
    Link,
    ListItem,
    Look,
    Minutes,
    NumberedList,
    PageBreak,
    PageField,
    Paragraph,
    Role,
    Tab,
    Table,
    Text,
)


def para(words: str, role: Role = Role.BODY) -> Paragraph:
    return Paragraph((Text(words),), role)


def item(*blocks: str | Block) -> ListItem:
    return ListItem(tuple(para(block) if isinstance(block, str) else block for block in blocks))


def cell(*blocks: str | Block) -> Cell:
    return Cell(tuple(para(block) if isinstance(block, str) else block for block in blocks))


def table(*rows: tuple[str, ...], header_rows: int = 1) -> Table:
    return Table(tuple(tuple(cell(words) for words in row) for row in rows), header_rows, "Budget")


def minutes(
    *blocks: Block,
    header: Inlines = (),
    footer: Inlines = (),
    first_page_differs: bool = False,
    look: Look | None = None,
    title: str = "Referat af møde",
) -> Minutes:
    return Minutes(
        title=title,
        subject="Styregruppen",
        author="Nordby Kommune",
        date=date(2025, 3, 12),
        blocks=blocks,
        header=header,
        footer=footer,
        first_page_differs=first_page_differs,
        look=look or Look(),
    )


def everything() -> Minutes:
    """One of each kind of block, as a real document has them."""
    budget = table(("Område", "Budget"), ("Drift", "1.325.000 kr."))
    nested = NumberedList((item("to", NumberedList((item("to a"),))), item("tre", BulletList((item("streg"),)))), 2)
    return minutes(
        para("Referat", Role.TITLE),
        para("Styregruppen", Role.SUBTITLE),
        Paragraph((Text("Dato", bold=True), Tab(), Text("12. marts 2025")), Role.FACT),
        para("Medlemmer:", Role.LABEL),
        BulletList((item("Mette Holm", "formand"), item("Ole Bang"))),
        PageBreak(),
        Contents("Indhold"),
        Heading("Punkt 1: Godkendelse", 1, in_contents=True, page_break_before=True),
        para("Sag 25/1", Role.REFERENCE),
        nested,
        Heading("Beslutning", 2),
        Paragraph((Text("Se "), Link("bilaget", "https://example.dk/bilag"), LineBreak(), Text("og videre"))),
        Heading("Punkt 2: Økonomi", 1, in_contents=True),
        budget,
        budget,
        PageBreak(),
        Table(((cell(), cell(BulletList((item("i celle"),)))), (cell(budget), cell(NumberedList((item("tal"),))))), 0),
        header=(Text("Styregruppen"), Tab(), Text("12. marts 2025")),
        footer=(Tab(), Text("Side "), PageField(Counter.PAGE), Text(" af "), PageField(Counter.PAGES)),
        first_page_differs=True,
    )
