"""Tells an address of each step of an agent."""

import logging

from crewsmith_runtime.http import post_json

log = logging.getLogger(__name__)


class StepWebhook:
    """A step callback of CrewAI that sends each step by POST.

    A callback that raises would abort the run, so what goes wrong here is logged and forgotten.
    """

    def __init__(self, url: str, agent_key: str) -> None:
        self.url = url
        self.agent_key = agent_key

    def __call__(self, step: object) -> None:
        try:
            post_json(
                self.url,
                {"agent_key": self.agent_key, "kind": type(step).__name__, "step": str(step)},
            )
        except Exception as error:
            log.warning("Nobody took the step at %s: %s", self.url, error)
