"""The sentences of the review page: outcomes on buttons, facts of a cluster, titles of charts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from steward.domain.identity import format_cin
from steward.ui.models.evidence_bars import ChartKind
from steward.ui.models.queue_texts import lists_text, records_text
from steward.ui.words.attributes import attribute_label
from steward.ui.words.joining import join_words, number_ranges
from steward.ui.words.labels import strength_label
from steward.ui.words.masking import masked
from steward.ui.words.values import value_text

if TYPE_CHECKING:
    from steward.ui.language import Language
    from steward.ui.models.evidence_bars import Bar, EvidenceChart
    from steward.workspace.review.review_draft import ReviewDraft

translate = QCoreApplication.translate

LEAST_SHOWN, MOST_SHOWN = 0.001, 0.999
CINS_NAMED = 6


def merge_text(draft: ReviewDraft) -> str:
    """What ``A`` will do: "Merge 1–3, leave 4 out"."""
    included, excluded = draft.included_numbers, draft.excluded_numbers
    if len(included) < 2:
        return translate("Review", "Nothing to merge: take two in")
    if not draft.can_merge:
        return translate("Review", "{members} are one customer already").format(members=number_ranges(included))
    merge = translate("Review", "Merge {members}").format(members=number_ranges(included))
    if draft.vetoes:
        return translate("Review", "{merge} against a veto…").format(merge=merge)
    if excluded:
        return translate("Review", "{merge}, leave {others} out").format(merge=merge, others=number_ranges(excluded))
    return merge


def merge_hint(draft: ReviewDraft) -> str:
    """Which CIN stays and which ones forward to it."""
    if not draft.can_merge:
        return ""
    if not draft.retiring_cins:
        return translate("Review", "CIN {cin} stays.").format(cin=format_cin(draft.surviving_cin))
    retiring = draft.retiring_cins
    named = [format_cin(cin) for cin in retiring[:CINS_NAMED]]
    if len(retiring) > CINS_NAMED:
        named.append(translate("Review", "{count} more").format(count=len(retiring) - CINS_NAMED))
    return translate("Review", "CIN {cin} stays; {others} forward to it.").format(
        cin=format_cin(draft.surviving_cin), others=join_words(named)
    )


def reject_text(draft: ReviewDraft) -> str:
    """What ``N`` will do."""
    if len(draft.view.members) > 2:
        return translate("Review", "None are the same")
    return translate("Review", "Not the same")


def cluster_facts(draft: ReviewDraft, conflicts: int, language: Language) -> str:
    """ "4 records in 4 lists · 4 conflicts · 1 veto (NIK) · weakest link 3–4, 2.1 bits"."""
    view = draft.view
    lists = len({member.source.id for member in view.members})
    parts = [
        translate("Review", "{records} in {lists}").format(
            records=records_text(len(view.members)), lists=lists_text(lists)
        )
    ]
    if conflicts:
        many = translate("Review", "{count} conflicts").format(count=conflicts)
        parts.append(translate("Review", "1 conflict") if conflicts == 1 else many)
    if view.vetoes:
        names = join_words([attribute_label(name) for name in view.vetoes])
        parts.append(translate("Review", "veto ({attributes})").format(attributes=names))
    if view.weakest is not None and len(view.members) > 2:
        parts.append(
            translate("Review", "weakest link {first}–{second}, {bits} bits").format(
                first=view.weakest.first,
                second=view.weakest.second,
                bits=language.bits(view.weakest.explanation.match_weight),
            )
        )
    if view.is_deferred:
        parts.append(translate("Review", "set aside for later"))
    return "  ·  ".join(parts)


def chart_title(chart: EvidenceChart) -> str:
    """What a chart is about."""
    link = f"{chart.link[0]}–{chart.link[1]}"
    match chart.kind:
        case ChartKind.TOGETHER if len(chart.group) <= 2:
            return translate("Review", "{first} and {second}").format(first=chart.link[0], second=chart.link[1])
        case ChartKind.TOGETHER:
            return translate("Review", "{members} belong together: weakest link {link}").format(
                members=number_ranges(chart.group), link=link
            )
        case ChartKind.AGAINST:
            return translate("Review", "{others} against {members}: link {link}").format(
                others=number_ranges(chart.group), members=number_ranges(chart.others), link=link
            )
        case ChartKind.STRONGEST:
            return translate("Review", "Strongest link {link}").format(link=link)
        case ChartKind.WEAKEST:
            return translate("Review", "Weakest link {link}").format(link=link)


def chart_total(chart: EvidenceChart, language: Language) -> str:
    """ "+21.4 bits, almost certain 99.9 %"."""
    explanation = chart.explanation
    bits = chart_bits(chart, language)
    share = explanation.match_probability
    percent = share_text(share, language)
    if chart.kind is ChartKind.AGAINST and share < 0.5:
        return f"{bits}, {percent}"
    return f"{bits}, {strength_label(explanation.strength).lower()} {percent}"


def chart_bits(chart: EvidenceChart, language: Language) -> str:
    """ "+21.4 bits"."""
    return translate("Review", "{bits} bits").format(bits=language.bits(chart.explanation.match_weight))


def share_text(share: float, language: Language) -> str:
    """A probability as people say it: never a bare 0 or 100 %, since evidence never proves."""
    if share > MOST_SHOWN:
        return f"> {language.percent(MOST_SHOWN, 1)}"
    if share < LEAST_SHOWN:
        return f"< {language.percent(LEAST_SHOWN, 1)}"
    return language.percent(share, 1 if share < 0.1 or share > 0.9 else 0)


def chart_phrase(chart: EvidenceChart, language: Language) -> str:
    """The whole chart for a screen reader."""
    bars = ", ".join(f"{bar_label(bar)} {language.bits(bar.match_weight)}" for bar in chart.bars)
    return f"{chart_title(chart)}: {chart_total(chart, language)}. {bars}"


def bar_label(bar: Bar) -> str:
    """What was compared; a veto says so, and what is equal but no evidence."""
    if not bar.attributes:
        return translate("Review", "Before comparing")
    label = attribute_label(bar.attributes[0])
    if bar.is_common and not bar.is_veto:
        return translate("Review", "{attribute}, common").format(attribute=label)
    return translate("Review", "{attribute}, veto").format(attribute=label) if bar.is_veto else label


def bar_values(bar: Bar) -> str:
    """What was compared with what: "Jl. Merdeka 10 · Jalan Merdeka No. 10"; equal values once."""
    if not bar.attributes:
        # Where relatives and namesakes would explain the rest as well, they are rarer still.
        if bar.match_weight > 0:
            return translate("Review", "one customer is commoner here than two so alike")
        return translate("Review", "how rare matches are in these lists")
    told = dict.fromkeys(value_text(bar.attributes[0], value) for value in (bar.left, bar.right) if value)
    is_masked = any(map(bar.mask.hides, bar.attributes))
    shown = [masked(value) if is_masked else value for value in told]
    if bar.is_common:
        shown.append(translate("Review", "equal, but many others have it"))
    return "  ·  ".join(shown)
