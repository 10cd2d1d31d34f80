"""Where two texts differ, letter by letter, for a person to see."""

from __future__ import annotations

from rapidfuzz.distance import Levenshtein


def differing_spans(left: str, right: str) -> tuple[tuple[int, int], ...]:
    """The parts (start, end) of ``right`` whose letters differ from ``left``; (i, i) where letters of it are missing.

    Case, spaces and punctuation count only where nothing else differs.
    """
    letters, places = _letters(right)
    spans = _spans(_letters(left)[0], letters)
    if not spans:
        return _spans(left, right)
    # A gap stands behind the letter before it, and what is marked reaches to the end of its last letter.
    return tuple(
        (places[start], places[end - 1] + 1) if end > start else (gap, gap)
        for start, end in spans
        for gap in (places[start - 1] + 1 if start else 0,)
    )


def _letters(text: str) -> tuple[str, list[int]]:
    """Letters and digits in lower case, and where each stands."""
    places = [place for place, letter in enumerate(text) if letter.isalnum()]
    return "".join(text[place].lower()[:1] for place in places), places


def _spans(left: str, right: str) -> tuple[tuple[int, int], ...]:
    """What differs, letter by letter; a loss that touches another difference is shown by that one."""
    changes = [o for o in Levenshtein.opcodes(left, right) if o.tag != "equal"]
    marked = [(o.dest_start, o.dest_end) for o in changes if o.dest_end > o.dest_start]
    edges = {edge for span in marked for edge in span}
    gaps = [(o.dest_start, o.dest_start) for o in changes if o.dest_end == o.dest_start and o.dest_start not in edges]
    return tuple(sorted(marked + gaps))
