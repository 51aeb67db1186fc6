"""Growth of time and memory from a smaller city to a greater one."""

from __future__ import annotations

from typing import Any

import typer

Figures = dict[str, Any]
Growth = dict[str, dict[str, float]]


def with_growth(cities: list[Figures]) -> Figures:
    """The figures of several cities in their order, and the growth from the first to the last."""
    return {"cities": cities, "growth": growth(cities[0], cities[-1])}


def growth(small: Figures, great: Figures) -> Growth:
    """By how much seconds of computing, memory and rows are multiplied, for all that was done."""
    found = {}
    for name, figures in small.items():
        if name == "peers":
            continue
        to = great[name]
        found[name] = {
            "people": to["people"] / figures["people"],
            "shifts": to["shifts"] / figures["shifts"],
            "cpu": _cpu(to) / _cpu(figures),
            "scan_cpu": to["scan_cpu"] / figures["scan_cpu"],
            "memory": to["peak_mb"] / figures["peak_mb"],
        }
    for way, figures in small.get("peers", {}).items():
        if isinstance(figures, dict):
            to = great["peers"][way]
            found[way] = {
                "cpu": to["cpu"] / figures["cpu"],
                "memory": to["peak_mb"] / figures["peak_mb"],
            }
    return {way: {kind: round(x, 2) for kind, x in of.items()} for way, of in found.items()}


def _cpu(figures: dict[str, float]) -> float:
    return figures["evaluate_cpu"] + figures["write_cpu"]


def show_growth(small: Figures, great: Figures) -> None:
    """Print the growth, a line for each set of provisions and each way."""
    typer.echo("growth from the first size to the last")
    for name, times in growth(small, great).items():
        cells = "  ".join(f"{kind} x {value:.1f}" for kind, value in times.items())
        typer.echo(f"  {name:<20}{cells}")
