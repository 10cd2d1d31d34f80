"""What Home says of the sample store, where the truth is known: how many answers are right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from steward.ui.words.values import whole_percent

if TYPE_CHECKING:
    from steward.ui.language import Language
    from steward.workspace.upkeep.sample_truth import SampleScore

translate = QCoreApplication.translate


def truth_sentence(score: SampleScore | None, language: Language) -> str:
    """For newcomers: what a merge of everything would give, then how their own answers do."""
    if score is None or not (score.answers or score.proposed):
        return translate(
            "HomePage",
            "These are the sample lists, and who is who in them is known: decide a few clusters in Review, "
            "and you see here how many answers are right. Everything can be undone.",
        )
    if not score.answers:
        return translate(
            "HomePage",
            "These are the sample lists, and who is who in them is known. Merging every almost certain cluster as "
            "proposed, you would have got {share} % right ({right} of {count}). Decide a few and see how many of "
            "yours are.",
        ).format(
            right=language.number(score.proposed_right),
            count=language.number(score.proposed),
            share=language.number(whole_percent(score.proposed_right, score.proposed)),
        )
    return translate(
        "HomePage", "Your answers that agree with the truth of the sample lists: {right} of {count}, {share} %."
    ).format(
        right=language.number(score.right),
        count=language.number(score.answers),
        share=language.number(whole_percent(score.right, score.answers)),
    )
