"""The checks on the effective mix: is the set likely to reach the goal, and can it be done?"""

from plan.checks.finding import SEVERITIES, Check, Finding, Severity, Thresholds
from plan.checks.register import CHECKS, by_code, findings, lacking, top

__all__ = [
    "CHECKS",
    "SEVERITIES",
    "Check",
    "Finding",
    "Severity",
    "Thresholds",
    "by_code",
    "findings",
    "lacking",
    "top",
]
