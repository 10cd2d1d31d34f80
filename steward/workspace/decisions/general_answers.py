"""What a steward decides about all customers at once: survivorship rules, and merging a band of weights."""

from __future__ import annotations

from random import SystemRandom
from typing import TYPE_CHECKING

from steward.domain.decisions import Act, Decision, DeskKind
from steward.domain.progress import NO_PROGRESS
from steward.workspace.customers.preview_rules import preview_rules
from steward.workspace.customers.rules import described, load_rules, parsed_rules, rules_act
from steward.workspace.decisions import decide
from steward.workspace.decisions.looking_back import LookingBack
from steward.workspace.review import sample_gate, sample_views

if TYPE_CHECKING:
    from random import Random

    from steward.domain.progress import Progress
    from steward.workspace.customers.rule_views import Rules, RulesPreview
    from steward.workspace.review.band_views import BandCount, BandSample, Certificate, SampleState


class GeneralAnswers(LookingBack):
    """Rules and semi-automatic merging."""

    # Rules

    def rules(self, as_of: int | None = None) -> Rules:
        """The survivorship rules in force, or those that were after an earlier log entry."""
        with self._as_of(as_of) as session:
            return described(session, load_rules(session, as_of))

    def preview_rules(self, rules: Rules, progress: Progress | None = None, limit: int | None = 1000) -> RulesPreview:
        """What golden values would change by other rules; nothing is changed."""
        with self._read() as session:
            return preview_rules(session, parsed_rules(session, rules), progress or NO_PROGRESS, limit)

    def set_rules(self, rules: Rules, reason: str | None = None, progress: Progress | None = None) -> Decision:
        """Compute every golden record by these rules from now on; can be reversed like a decision."""
        with self._context.database.write() as session:
            act = rules_act(session, rules)
            return decide.take(self._context, session, act, reason=reason or "", progress=progress or NO_PROGRESS)

    # Semi-automatic merging

    def set_semi_automatic(self, *, is_on: bool) -> Decision:
        """Allow or forbid merging a band of probabilities in bulk; forbidden in a new store."""
        with self._context.database.write() as session:
            act = Act(DeskKind.SEMI_AUTOMATIC, values={"is_on": "yes" if is_on else "no"})
            return decide.take(self._context, session, act)

    def is_semi_automatic(self) -> bool:
        """Whether merging a band in bulk is allowed."""
        with self._read() as session:
            return sample_gate.is_switched_on(session)

    @staticmethod
    def sample_size(limit: float) -> int:
        """How many clusters must be decided without an error to rule out a share of errors of ``limit``."""
        return sample_gate.sample_size(limit)

    def count_band(self, low: float, high: float) -> BandCount:
        """How many open clusters have a probability from ``low`` to below ``high``, and may be merged in bulk."""
        with self._read() as session:
            return sample_views.count_band(session, (low, high))

    def draw_sample(
        self, low: float, high: float, size: int, random: Random | None = None, *, limit: float | None = None
    ) -> BandSample:
        """A random sample of the clusters with a probability from ``low`` to below ``high``, to be decided blindly.

        ``limit``: the share of errors that it is to rule out.
        """
        with self._context.database.write() as session:
            return sample_gate.draw_sample(self._context, session, (low, high), size, random or SystemRandom(), limit)

    def samples(self) -> list[SampleState]:
        """The samples that were drawn, newest first, and how far each is decided."""
        with self._read() as session:
            return sample_views.list_samples(session, self._context.clock().date().isoformat())

    def certify(self, sample_id: int, limit: float) -> Certificate:
        """Certify the band of a decided sample when its errors are surely (95 %) fewer than ``limit``."""
        with self._context.database.write() as session:
            return sample_gate.certify(self._context, session, sample_id, limit)

    def approve_band(self, certificate_id: int, reason: str | None = None) -> Decision:
        """Merge what is left of a certified band: one decision, reversed as one."""
        with self._context.database.write() as session:
            return sample_gate.approve_band(self._context, session, certificate_id, reason or "")

    def certificates(self) -> list[Certificate]:
        """The certificates in force, newest first."""
        with self._read() as session:
            return sample_gate.list_certificates(session)
