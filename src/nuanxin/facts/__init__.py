"""Facts: the contract between evidence and rules, its carriers, and what was set aside."""

from nuanxin.facts.errors import FactsError
from nuanxin.facts.load import load_facts
from nuanxin.facts.report import Report, TableCount

__all__ = ["FactsError", "Report", "TableCount", "load_facts"]
