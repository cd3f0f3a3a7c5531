# SPDX-License-Identifier: EUPL-1.2
"""Sending a fixed number of requests, and what they cost in processor time over whole process trees."""

import http.client
import os
import statistics
import time
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

import psutil

THREADS = 4
TICK = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Request:
    """One request, whole."""

    path: str
    method: str = "GET"
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""
    expect: tuple[int, ...] = (200,)


class Unexpected(Exception):
    """An answer had another status than the measurement is about."""


def send_all(port: int, requests: Sequence[Request]) -> None:
    """Send every request once, over a few connections. Raises Unexpected at another status."""

    def worker(share: Sequence[Request]) -> None:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        for request in share:
            connection.request(request.method, request.path, request.body or None, request.headers)
            answer = connection.getresponse()
            answer.read()
            if answer.status not in request.expect:
                raise Unexpected(f"{request.method} {request.path}: {answer.status}")
        connection.close()

    shares = [requests[number::THREADS] for number in range(THREADS)]
    with ThreadPoolExecutor(THREADS) as pool:
        list(pool.map(worker, [share for share in shares if share]))


def times_in_turn(asked: Sequence[tuple[int, Request]], times: int) -> list[tuple[float, int]]:
    """Send each request to its port so many times, all of them in turn.

    Returns for each the median in ms, and the bytes of one. Raises Unexpected at another status.
    """
    connections = [http.client.HTTPConnection("127.0.0.1", port, timeout=60) for port, _ in asked]
    taken: list[list[float]] = [[] for _ in asked]
    sizes = [0 for _ in asked]
    for _ in range(times):
        for place, (connection, (_, request)) in enumerate(zip(connections, asked, strict=True)):
            started = time.perf_counter()
            connection.request(request.method, request.path, request.body or None, request.headers)
            answer = connection.getresponse()
            sizes[place] = len(answer.read())
            taken[place].append((time.perf_counter() - started) * 1000)
            if answer.status not in request.expect:
                raise Unexpected(f"{request.method} {request.path}: {answer.status}")
    for connection in connections:
        connection.close()
    return [(statistics.median(values), size) for values, size in zip(taken, sizes, strict=True)]


def trees(pids: Iterable[int]) -> list[psutil.Process]:
    """Return these processes with all that they started."""
    found: dict[int, psutil.Process] = {}
    for pid in pids:
        process = psutil.Process(pid)
        for member in (process, *process.children(recursive=True)):
            found[member.pid] = member
    return list(found.values())


def cpu_seconds(processes: Iterable[psutil.Process]) -> float:
    """Return the processor time of living processes and of the children they waited for."""
    total = 0.0
    for process in processes:
        try:
            times = process.cpu_times()
        except psutil.NoSuchProcess:
            continue
        total += times.user + times.system + times.children_user + times.children_system
    return total


Sending = tuple[int, Sequence[Request], Callable[[], Iterable[int]]]
"""To which port, what, and which process trees work for it."""


def costs_in_turn(asked: Sequence[Sending], slices: int) -> list[float]:
    """Return for each sending its CPU-milliseconds per request.

    They are sent in so many slices, in turn: what else the machine does meanwhile, all suffer alike.
    """
    before = [cpu_seconds(trees(pids())) for _, _, pids in asked]
    for number in range(slices):
        for port, requests, _ in asked:
            send_all(port, requests[number::slices])
    after = [cpu_seconds(trees(pids())) for _, _, pids in asked]
    return [
        (end - begin) * 1000 / len(requests)
        for begin, end, (_, requests, _) in zip(before, after, asked, strict=True)
    ]


def memory(pids: Iterable[int]) -> float:
    """Return the proportional memory (PSS) of process trees, in MB."""
    return sum(process.memory_full_info().pss for process in trees(pids)) / 1024 / 1024
