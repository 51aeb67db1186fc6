"""A seeded synthetic Dalian for the demo, tests and benchmarks: people and evidence, no rules."""

from nuanxin.city.build import build_city
from nuanxin.city.plan import CityError, CityPlan, CitySummary

__all__ = ["CityError", "CityPlan", "CitySummary", "build_city"]
