"""The runtime against a real HTTP server on loopback."""

import http.server
import importlib.util
import json
import os
import pathlib
import sys
import threading
import unittest
import urllib.parse

sys.path.insert(0, str(pathlib.Path(__file__).parents[1]))

from crewsmith_runtime.environment import MissingVariable, required
from crewsmith_runtime.http import get_text
from crewsmith_runtime.step_webhook import StepWebhook

HAS_CREWAI = importlib.util.find_spec("crewai") is not None


class Recorder(http.server.BaseHTTPRequestHandler):
    """Answers with what it was asked, and keeps what it was sent."""

    received: list[object] = []

    def do_GET(self) -> None:
        query = urllib.parse.parse_qs(urllib.parse.urlsplit(self.path).query)
        self.answer(json.dumps(query).encode())

    def do_POST(self) -> None:
        self.received.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
        self.answer(b"")

    def answer(self, body: bytes) -> None:
        self.send_response(200)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


class RuntimeTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls) -> None:
        cls.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Recorder)
        threading.Thread(target=cls.server.serve_forever, daemon=True).start()
        cls.url = f"http://127.0.0.1:{cls.server.server_port}/"

    @classmethod
    def tearDownClass(cls) -> None:
        cls.server.shutdown()
        cls.server.server_close()

    def test_a_query_reaches_the_service_as_it_was(self) -> None:
        self.assertEqual({"q": ["a&b=ü"]}, json.loads(get_text(self.url, {"q": "a&b=ü"})))

    def test_only_http_addresses_are_asked(self) -> None:
        with self.assertRaises(ValueError):
            get_text("file:///etc/hostname", {})

    def test_a_step_is_sent_with_its_agent(self) -> None:
        StepWebhook(self.url, "market-analyst")("thinking")
        self.assertIn(
            {"agent_key": "market-analyst", "kind": "str", "step": "thinking"}, Recorder.received
        )

    def test_a_step_that_nobody_takes_does_not_stop_the_agent(self) -> None:
        with self.assertLogs("crewsmith_runtime.step_webhook", "WARNING"):
            StepWebhook("http://127.0.0.1:9/", "market-analyst")("thinking")

    def test_a_missing_variable_says_what_to_do(self) -> None:
        os.environ.pop("CREWSMITH_NOT_SET", None)
        with self.assertRaisesRegex(MissingVariable, "Set CREWSMITH_NOT_SET: for the test."):
            required("CREWSMITH_NOT_SET", "for the test")

    @unittest.skipUnless(HAS_CREWAI, "CrewAI is not installed here")
    def test_a_house_tool_asks_its_service(self) -> None:
        from crewsmith_runtime.tools import SearchOpenvc

        os.environ["CREWSMITH_SEARCH_OPENVC_URL"] = self.url
        self.assertEqual({"q": ["seed"]}, json.loads(SearchOpenvc().run(query="seed")))

    @unittest.skipUnless(HAS_CREWAI, "CrewAI is not installed here")
    def test_stored_knowledge_is_loaded_by_its_id(self) -> None:
        from crewsmith_runtime.knowledge import stored_knowledge

        os.environ["CREWSMITH_KNOWLEDGE_URL"] = self.url
        self.assertIn("42", stored_knowledge("42", "text").content)


if __name__ == "__main__":
    unittest.main()
