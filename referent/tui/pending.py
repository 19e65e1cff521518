"""Keys that were typed already but still wait in the queue of their widget."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable

from textual.message_pump import MessagePump


async def dealt_with(pumps: Iterable[MessagePump]) -> None:
    """Returns when everything that waits in these queues now has been handled. Never for one's own queue."""
    for pump in pumps:
        done = asyncio.Event()
        if pump.call_later(done.set):
            await done.wait()
