"""Write the golden files anew: `python -m tests.minutes.golden`. Review the diff before it is kept."""

from __future__ import annotations

from tests.minutes.golden import golden_path, house_styles, sample_text

for name, layout in house_styles().items():
    golden_path(name).write_text(sample_text(layout), encoding="utf-8")
