"""What generated crews import: models, guardrails and webhooks."""

import importlib.util
import pathlib
import sys
import unittest

sys.path[:0] = [str(pathlib.Path(__file__).parents[1]), str(pathlib.Path(__file__).parent)]

import test_runtime

from crewsmith_runtime.crew_webhooks import CrewStepWebhook, CrewTaskWebhook, TaskWebhook

HAS_CREWAI = importlib.util.find_spec("crewai") is not None


class Result:
    """What CrewAI calls a task's callback with, as far as it is looked at."""

    name = "collect-facts"
    agent = "Analyst"
    raw = "Three facts"


class WebhookTests(unittest.TestCase):
    setUpClass = test_runtime.RuntimeTests.__dict__["setUpClass"]
    tearDownClass = test_runtime.RuntimeTests.__dict__["tearDownClass"]

    def test_a_result_is_sent_with_its_task_and_its_crew(self) -> None:
        CrewTaskWebhook(self.url, "market-brief")(Result())
        TaskWebhook(self.url, "collect-facts")(Result())
        CrewStepWebhook(self.url, "market-brief")("thinking")
        told = {"task_key": "collect-facts", "agent": "Analyst", "result": "Three facts"}
        self.assertIn({"crew_key": "market-brief", **told}, test_runtime.Recorder.received)
        self.assertIn(told, test_runtime.Recorder.received)
        self.assertIn({"crew_key": "market-brief", "kind": "str", "step": "thinking"}, test_runtime.Recorder.received)

    def test_a_result_that_nobody_takes_does_not_stop_the_crew(self) -> None:
        with self.assertLogs("crewsmith_runtime.crew_webhooks", "WARNING"):
            TaskWebhook("http://127.0.0.1:9/", "collect-facts")(Result())


@unittest.skipUnless(HAS_CREWAI, "CrewAI is not installed here")
class ModelTests(unittest.TestCase):
    schema = {
        "type": "object",
        "description": "A brief.",
        "required": ["market", "size"],
        "properties": {
            "market": {"type": "string", "minLength": 2, "description": "Its name."},
            "size": {"type": "number", "minimum": 0},
            "stage": {"type": "string", "enum": ["early", "late"]},
            "sources": {"type": "array", "maxItems": 2, "items": {"type": "string"}},
            "owner": {"type": "object", "properties": {"name": {"type": "string"}}},
        },
    }

    def test_a_model_takes_what_the_schema_takes(self) -> None:
        from crewsmith_runtime.schemas import model_of

        brief = model_of("Brief", self.schema)(
            market="EU", size=2.5, stage="late", sources=["a"], owner={"name": "Ann"}
        )
        self.assertEqual("Ann", brief.owner.name)
        self.assertIsNone(model_of("Brief", self.schema)(market="EU", size=1).stage)

    def test_a_model_refuses_what_the_schema_refuses(self) -> None:
        from pydantic import ValidationError

        from crewsmith_runtime.schemas import model_of

        model = model_of("Brief", self.schema)
        for wrong in (
            {"market": "EU"},
            {"market": "E", "size": 1},
            {"market": "EU", "size": -1},
            {"market": "EU", "size": 1, "stage": "middle"},
            {"market": "EU", "size": 1, "sources": ["a", "b", "c"]},
            {"market": "EU", "size": 1, "owner": {"name": 7}},
        ):
            with self.subTest(wrong), self.assertRaises(ValidationError):
                model(**wrong)


@unittest.skipUnless(HAS_CREWAI, "CrewAI is not installed here")
class GuardrailTests(unittest.TestCase):
    def test_each_passes_what_is_good_and_says_what_is_not(self) -> None:
        from crewai import TaskOutput

        from crewsmith_runtime import guardrails

        for name, good, bad in (
            ("not_empty", "x", "  "),
            ("has_sources", "See https://example.org/a.", "See the web."),
            ("no_placeholders", "All is said.", "Growth: TBD"),
            ("valid_json", '{"a": 1}', "Here it is: {}"),
        ):
            with self.subTest(name):
                guardrail = getattr(guardrails, name)
                output = TaskOutput(description="d", agent="a", raw=good)
                self.assertEqual((True, output), guardrail(output))
                passed, reason = guardrail(TaskOutput(description="d", agent="a", raw=bad))
                self.assertFalse(passed)
                self.assertTrue(reason)

    def test_crewai_takes_them_as_guardrails(self) -> None:
        from crewai import Task

        from crewsmith_runtime.guardrails import has_sources

        self.assertIs(
            has_sources, Task(description="d", expected_output="e", guardrail=has_sources).guardrail
        )


if __name__ == "__main__":
    unittest.main()
