# SPDX-License-Identifier: EUPL-1.2
"""The figures beside their goals, as a page for docs/metingen.md."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from tools.benchmark import goals
from tools.benchmark.goals import COSTS, REASONS, SEARCHES, SPEEDS


@dataclass
class Measured:
    """The figures of one scale."""

    dossiers: int
    ratios: dict[str, float] = field(default_factory=dict)
    queries: dict[str, int] = field(default_factory=dict)
    times: dict[str, float] = field(default_factory=dict)
    """p50 in ms."""
    sizes: dict[str, int] = field(default_factory=dict)
    """Bytes, as sent without compression."""
    zipped: dict[str, float] = field(default_factory=dict)
    """kB of HTML, compressed."""
    bulk: dict[str, float] = field(default_factory=dict)
    memory: float = 0.0
    growth: float = 0.0
    requests: int = 0
    ref_ms: float = 0.0


class Page:
    """A page in the making, which remembers what was missed."""

    def __init__(self, small: Measured, middle: Measured, large: Measured, weights: dict[str, float]) -> None:
        self.small, self.middle, self.large, self.weights = small, middle, large, weights
        self.missed: list[str] = []

    def text(self) -> str:
        """Return the whole page."""
        parts = [self._costs(), self._speeds(), self._rest()]
        return "\n".join([*(line for part in parts for line in (*part, "")), *self._why()])

    def _met(self, label: str, met: bool) -> str:
        if not met and label not in self.missed:
            self.missed.append(label)
        return "" if met else "missed"

    def _costs(self) -> Iterator[str]:
        yield f"| What | × REF at {self.small.dossiers} | at {self.large.dossiers} | Goal | SQL | Goal | |"
        yield "| --- | --- | --- | --- | --- | --- | --- |"
        for name, cost in COSTS.items():
            before, after = self.small.ratios[name], self.large.ratios[name]
            asked = self.large.queries[name]
            met = self._met(cost.label, max(before, after) <= cost.times and asked <= cost.queries)
            yield (
                f"| {cost.label} | {before:.1f} | {after:.1f} | ≤ {cost.times:g} "
                f"| {asked} | ≤ {cost.queries} | {met} |"
            )

    def _speeds(self) -> Iterator[str]:
        yield f"| What | p50 at {self.small.dossiers} | at {self.large.dossiers} | Goal | kB | SQL | |"
        yield "| --- | --- | --- | --- | --- | --- | --- |"
        for name, speed in SPEEDS.items():
            before, after = self.small.times[name], self.large.times[name]
            size = self.large.sizes[name] / 1000
            fast = after <= speed.milliseconds if speed.milliseconds else after <= before * speed.growth
            met = self._met(speed.label, fast and size <= goals.LARGEST)
            goal = (
                f"{speed.milliseconds:g} ms"
                if speed.milliseconds
                else f"{speed.growth:g} × ({after / before:.1f})"
            )
            yield (
                f"| {speed.label} | {before:.1f} ms | {after:.1f} ms | ≤ {goal} | {size:.0f} "
                f"| {self.large.queries[name]} | {met} |"
            )

    def _rest(self) -> Iterator[str]:
        yield "| What | Value | Goal | |"
        yield "| --- | --- | --- | --- |"
        large = self.large
        for name in SEARCHES:
            label = f"{SPEEDS[name].label}, against {self.middle.dossiers}"
            grown = large.times[name] / self.middle.times[name]
            met = self._met(label, grown <= goals.AGAINST_MIDDLE)
            yield f"| {label} | {grown:.1f} × | ≤ {goals.AGAINST_MIDDLE:g} × | {met} |"
        rows = [
            (
                "P11 copies a CPU-second, database included",
                large.bulk["copies_a_second"],
                ">=",
                goals.PER_SECOND,
                "",
            ),
            ("P11 index one dossier", large.bulk["index_ms"], "<=", goals.PER_DOCUMENT, " CPU-ms"),
            ("Similar to a report, 95 of 100", large.bulk["similar_ms"], "<=", goals.SIMILAR, " ms"),
            *((f"P13 {name}", size, "<=", goals.WEIGHTS[name], " kB") for name, size in self.weights.items()),
            ("P13 heaviest page, HTML", max(large.zipped.values()), "<=", goals.WEIGHTS["html"], " kB"),
            ("P14 memory of two workers", large.memory, "<=", goals.MEMORY, " MB"),
            (
                f"P14 growth over {large.requests} requests",
                (large.growth - 1) * 100,
                "<=",
                goals.GROWTH,
                " %",
            ),
        ]
        for label, value, sign, goal, unit in rows:
            met = self._met(label, value >= goal if sign == ">=" else value <= goal)
            yield f"| {label} | {value:.1f}{unit} | {'≥' if sign == '>=' else '≤'} {goal:g}{unit} | {met} |"

    def _why(self) -> Iterator[str]:
        yield (
            f"REF cost {self.large.ref_ms:.2f} CPU-ms. HTML per page, compressed: "
            + ", ".join(f"{name} {size:.1f} kB" for name, size in sorted(self.large.zipped.items()))
            + "."
        )
        if self.missed:
            yield "\n## Missed, and why\n"
        for label in self.missed:
            yield f"- {label}: {REASONS.get(label, 'not looked into yet.')}"
