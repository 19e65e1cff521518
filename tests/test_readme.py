"""What the README says of the program is true."""

from __future__ import annotations

import os
import re
import tomllib
from pathlib import Path

from referent import key_texts
from referent.files.layout_file import layout_names
from referent.tui.actions import ACTIONS, Scope, binding_id, key_name, keys_of

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
SCOPES = {
    Scope.MEETING: "In a meeting",
    Scope.ITEM_LIST: "In the list of items",
    Scope.PEOPLE: "In the attendance list",
    Scope.START: "In the list of agendas",
    Scope.PREVIEW: "In the minutes on the screen",
    Scope.READ_ALOUD: "Where decisions are read aloud",
}


def key_tables() -> str:
    """The tables of keys, made from the one registry of actions."""
    parts = []
    for scope, title in SCOPES.items():
        rows = ["| key | id | what it does, in the program's words |", "| --- | --- | --- |"]
        for action in ACTIONS:
            keys = ", ".join(key_name(key) for key in keys_of(action, {}))
            if action.scope is scope and keys:
                rows.append(f"| {keys.replace('*', '`*`')} | `{binding_id(action)}` | {action.description} |")
        parts.append(f"**{title}**\n\n" + "\n".join(rows))
    return "\n\n".join(parts)


def test_the_table_of_keys_is_that_of_the_registry() -> None:
    text = README.read_text(encoding="utf-8")
    wanted = f"<!-- keys -->\n\n{key_tables()}\n\n<!-- /keys -->"
    now = re.search(r"<!-- keys -->.*?<!-- /keys -->", text, re.DOTALL)
    assert now is not None
    if os.environ.get("REFERENT_UPDATE_GOLDEN"):
        README.write_text(text.replace(now[0], wanted), encoding="utf-8")
        return
    assert now[0] == wanted, "run the tests once with REFERENT_UPDATE_GOLDEN=1"


def test_every_shipped_house_style_is_named() -> None:
    text = README.read_text(encoding="utf-8")
    assert [name for name in layout_names() if f"`{name}`" not in text] == []


def test_every_file_it_links_to_is_there() -> None:
    links = re.findall(r"\]\((?!http)([^)#]+)\)", README.read_text(encoding="utf-8"))
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_its_example_of_own_keys_is_one_that_works() -> None:
    from referent.tui.keymap import checked_keymap

    example = re.search(r"```toml\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL)
    assert example is not None
    keymap = tomllib.loads(example[1])["taster"]
    assert checked_keymap(keymap) == (keymap, [])


def test_every_action_has_its_danish_texts() -> None:
    assert [action.id for action in ACTIONS if action.id not in key_texts.ACTIONS] == []
    assert set(key_texts.ACTIONS) == {action.id for action in ACTIONS}
