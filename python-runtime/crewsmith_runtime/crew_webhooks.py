"""Tells addresses what a crew does.

A callback that raises would abort the run, so what goes wrong here is logged and forgotten.
"""

import logging

from crewsmith_runtime.http import post_json

log = logging.getLogger(__name__)


class CrewStepWebhook:
    """A step callback of a crew: sends each step of its agents by POST."""

    def __init__(self, url: str, crew_key: str) -> None:
        self.url = url
        self.crew_key = crew_key

    def __call__(self, step: object) -> None:
        tell(self.url, {"crew_key": self.crew_key, "kind": type(step).__name__, "step": str(step)})


class CrewTaskWebhook:
    """A task callback of a crew: sends the result of each of its tasks by POST."""

    def __init__(self, url: str, crew_key: str) -> None:
        self.url = url
        self.crew_key = crew_key

    def __call__(self, output: object) -> None:
        tell(self.url, {"crew_key": self.crew_key, **result(output)})


class TaskWebhook:
    """A callback of one task: sends its result by POST."""

    def __init__(self, url: str, task_key: str) -> None:
        self.url = url
        self.task_key = task_key

    def __call__(self, output: object) -> None:
        tell(self.url, {**result(output), "task_key": self.task_key})


def result(output: object) -> dict[str, object]:
    return {
        "task_key": getattr(output, "name", None),
        "agent": getattr(output, "agent", None),
        "result": getattr(output, "raw", str(output)),
    }


def tell(url: str, body: dict[str, object]) -> None:
    try:
        post_json(url, body)
    except Exception as error:
        log.warning("Nobody took the news at %s: %s", url, error)
