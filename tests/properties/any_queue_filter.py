"""Filters of the queue as hypothesis draws them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import strategies as st

from steward.domain.pairs import Strength
from steward.workspace.review.cluster_traits import Trait
from steward.workspace.review.queue_filters import SIZES, STATES, VETOES, QueueFilter, trait_value

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hypothesis.strategies import SearchStrategy


def any_filter(attributes: Sequence[str], held: Sequence[str]) -> SearchStrategy[QueueFilter]:
    """Any filters together; ``attributes`` may have traits, and some of the values ``held`` may be asked for."""
    traits = [trait_value(trait, name) for trait in Trait for name in attributes]
    return st.builds(
        QueueFilter,
        strength=st.none() | st.sampled_from([str(strength) for strength in Strength]),
        source=st.none() | st.sampled_from(["Shop", "fair"]),
        veto=st.none() | st.sampled_from(sorted(VETOES)),
        size=st.none() | st.sampled_from(sorted(SIZES)),
        state=st.sampled_from(sorted(STATES)),
        traits=st.lists(st.sampled_from(traits), max_size=2, unique=True).map(tuple),
        values=st.lists(st.sampled_from(held), max_size=3, unique=True).map(tuple),
    )
