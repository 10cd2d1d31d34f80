"""What a store learns from its stewards: a proposal, applying it, forgetting it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from steward.domain.progress import NoProgress
from steward.workspace import learn_from_decisions
from steward.workspace.answers import Answers
from steward.workspace.find_matches import find_matches

if TYPE_CHECKING:
    from steward.domain.progress import Progress
    from steward.workspace.run_views import LearningProposal, MatchReport


class Lessons(Answers):
    """How decisions shape the matching. Nothing is ever learnt silently."""

    def propose_learning(self, progress: Progress | None = None) -> LearningProposal:
        """What the decisions so far would teach: clusters formed and dissolved, decisions contradicted.

        Nothing is changed; hand the proposal to ``apply_learning`` to have it. Raises StewardError before the first
        match run, without decisions, and when lists changed since the last run.
        """
        return learn_from_decisions.propose_learning(self._context, progress or NoProgress())

    def apply_learning(self, proposal: LearningProposal, progress: Progress | None = None) -> MatchReport:
        """Match with what was learnt, from now on; every run notes up to which decision it has learnt."""
        return learn_from_decisions.apply_learning(self._context, proposal, progress or NoProgress())

    def forget_learning(self, progress: Progress | None = None) -> MatchReport:
        """Compare everything anew with weights that no decision shaped; decisions themselves stay."""
        return find_matches(self._context, progress or NoProgress(), is_full=True, is_learning=False)
