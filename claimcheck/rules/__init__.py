"""The rules, in order of their codes. A rule is one file; this tuple is the only place that lists them."""

from __future__ import annotations

from claimcheck.rules import (
    cc101_count_conflict,
    cc102_money_conflict,
    cc103_percent_conflict,
    cc104_measure_conflict,
    cc105_enumeration_mismatch,
    cc106_arithmetic_mismatch,
    cc201_person_name_variant,
    cc202_place_name_variant,
    cc203_organisation_name_variant,
    cc204_misspelling,
    cc205_role_conflict,
    cc206_wrong_name,
    cc301_date_conflict,
    cc302_clock_conflict,
    cc303_impossible_date,
    cc304_place_conflict,
    cc401_quote_altered,
    cc402_quote_truncated,
    cc403_quote_misattributed,
    cc404_attribution_conflict,
    cc501_contradiction,
    cc502_negation,
    cc503_certainty_shift,
    cc601_single_origin,
    cc603_copied_text,
    cc604_shared_error,
)
from claimcheck.rules.base import Outcome, Rule

RULES: tuple[Rule, ...] = (
    cc101_count_conflict.RULE,
    cc102_money_conflict.RULE,
    cc103_percent_conflict.RULE,
    cc104_measure_conflict.RULE,
    cc105_enumeration_mismatch.RULE,
    cc106_arithmetic_mismatch.RULE,
    cc201_person_name_variant.RULE,
    cc202_place_name_variant.RULE,
    cc203_organisation_name_variant.RULE,
    cc204_misspelling.RULE,
    cc205_role_conflict.RULE,
    cc206_wrong_name.RULE,
    cc301_date_conflict.RULE,
    cc302_clock_conflict.RULE,
    cc303_impossible_date.RULE,
    cc304_place_conflict.RULE,
    cc401_quote_altered.RULE,
    cc402_quote_truncated.RULE,
    cc403_quote_misattributed.RULE,
    cc404_attribution_conflict.RULE,
    cc501_contradiction.RULE,
    cc502_negation.RULE,
    cc503_certainty_shift.RULE,
    cc601_single_origin.RULE,
    cc603_copied_text.RULE,
    cc604_shared_error.RULE,
)

__all__ = ["RULES", "Outcome", "Rule"]
