"""A stand-in for the providers of models and embeddings, on loopback.

It speaks as much of each protocol as an agent needs for one answer, and keeps what it was asked in one form for all.
It is also the proxy that everything else is sent to, which it refuses: nothing leaves the machine.
"""

import base64
import http.server
import json
import re
import struct
import threading
import urllib.parse
from dataclasses import dataclass, field
from typing import Any

Json = dict[str, Any]

ANSWER = "Thought: I now can give a great answer\nFinal Answer: The answer is 42."
READY = "READY: I am ready to execute the task."
PURPOSES = {"plan": "NOT READY: I need", "query": "rewrite the user query", "judge": "Assess the quality of the task"}
KNOWLEDGE = "Text of {source_type} source {source_id}."


@dataclass
class Asked:
    """One request, in the words of the configuration."""

    kind: str
    purpose: str = ""
    model: str | None = None
    temperature: float | None = None
    max_tokens: int | None = None
    dimensions: int | None = None
    system: str | None = None
    text: str = ""
    functions: list[str] = field(default_factory=list)
    target: str = ""


def text_of(content: Any) -> str:
    """The text of a message: a string, or parts with texts."""
    if isinstance(content, str):
        return content
    parts = content if isinstance(content, list) else (content or {}).get("parts", [])
    return "".join(part.get("text", "") for part in parts)


def answer_to(asked: Asked) -> str:
    """To a question for a plan a plan, to any other an answer. Notes what the question is for."""
    purposes = [purpose for purpose, words in PURPOSES.items() if words in asked.text]
    asked.purpose = purposes[0] if purposes else "task"
    return f"Answer. {READY}" if asked.purpose == "plan" else ANSWER


def reasons(body: Json) -> bool:
    """OpenAI's models that reason take no temperature, and a limit of another name."""
    return bool(re.match(r"(o[134]|gpt-5)\b", body.get("model") or ""))


def chat_completions(path: str, body: Json) -> tuple[Asked, Json]:
    """OpenAI, and those who took over its protocol: Azure, Mistral."""
    system = [text_of(m["content"]) for m in body["messages"] if m["role"] == "system"]
    functions = [tool["function"]["name"] for tool in body.get("tools", [])]
    asked = Asked(
        kind="chat",
        model=body.get("model"),
        temperature=body.get("temperature"),
        max_tokens=body.get("max_completion_tokens" if reasons(body) else "max_tokens"),
        system="\n".join(system) if system else None,
        text="\n".join(text_of(m["content"]) for m in body["messages"]),
        functions=functions,
    )
    message: Json = {"role": "assistant", "content": answer_to(asked)}
    if functions == ["create_reasoning_plan"]:
        plan = {"name": functions[0], "arguments": json.dumps({"plan": "Answer.", "ready": True})}
        call = {"id": "call", "type": "function", "function": plan}
        message = {"role": "assistant", "content": None, "tool_calls": [call]}
    if "response_format" in body:
        message["content"] = json.dumps(example(body["response_format"]["json_schema"]["schema"]))
    usage = {"prompt_tokens": 1, "completion_tokens": 1, "total_tokens": 2}
    choice = {"index": 0, "message": message, "finish_reason": "stop"}
    return asked, {
        "id": "answer",
        "object": "chat.completion",
        "created": 0,
        "model": asked.model or "",
        "choices": [choice],
        "usage": usage,
    }


def example(schema: Json, root: Json | None = None) -> Any:
    """The smallest value of a schema."""
    root = root or schema
    if "$ref" in schema:
        return example(root["$defs"][schema["$ref"].rsplit("/", 1)[1]], root)
    match schema.get("type"):
        case "object":
            return {name: example(each, root) for name, each in schema["properties"].items()}
        case "array":
            return [example(schema["items"], root)]
        case "number" | "integer":
            return 1
        case _:
            return "example"


def messages(path: str, body: Json) -> tuple[Asked, Json]:
    """Anthropic."""
    asked = Asked(
        kind="chat",
        model=body["model"],
        temperature=body.get("temperature"),
        max_tokens=body.get("max_tokens"),
        system=text_of(body["system"]) if "system" in body else None,
        text="\n".join([text_of(body.get("system", "")), *(text_of(m["content"]) for m in body["messages"])]),
        functions=[tool["name"] for tool in body.get("tools", [])],
    )
    return asked, {
        "id": "answer",
        "type": "message",
        "role": "assistant",
        "model": asked.model,
        "content": [{"type": "text", "text": answer_to(asked)}],
        "stop_reason": "end_turn",
        "usage": {"input_tokens": 1, "output_tokens": 1},
    }


def generate_content(path: str, body: Json) -> tuple[Asked, Json]:
    """Gemini."""
    settings = body.get("generationConfig", {})
    system = text_of(body["systemInstruction"]) if "systemInstruction" in body else None
    asked = Asked(
        kind="chat",
        model=path.rsplit("/", 1)[1].partition(":")[0],
        temperature=settings.get("temperature"),
        max_tokens=settings.get("maxOutputTokens"),
        system=system,
        text="\n".join([system or "", *(text_of(content) for content in body["contents"])]),
        functions=[each["name"] for tool in body.get("tools", []) for each in tool["functionDeclarations"]],
    )
    return asked, {"candidates": [{"content": {"role": "model", "parts": [{"text": answer_to(asked)}]}, "finishReason": "STOP"}]}


def ollama_generate(path: str, body: Json) -> tuple[Asked, Json]:
    """Ollama, by its own protocol."""
    asked = Asked(
        kind="chat",
        model=body["model"],
        temperature=body.get("options", {}).get("temperature"),
        max_tokens=body.get("options", {}).get("num_predict"),
        system=body.get("system"),
        text=body.get("system", "") + body["prompt"],
    )
    return asked, {"model": asked.model, "response": answer_to(asked), "done": True, "prompt_eval_count": 1, "eval_count": 1}


def embeddings(path: str, body: Json) -> tuple[Asked, Json]:
    """OpenAI's embeddings: one vector for each text, as long as was asked, in base64."""
    texts = body["input"] if isinstance(body["input"], list) else [body["input"]]
    asked = Asked(
        kind="embedding",
        model=body["model"],
        dimensions=body.get("dimensions"),
        text="\n".join(str(text) for text in texts),
    )
    length = asked.dimensions or 8
    vector = base64.b64encode(struct.pack(f"<{length}f", *[1 / length] * length)).decode()
    data = [{"object": "embedding", "index": index, "embedding": vector} for index in range(len(texts))]
    return asked, {"object": "list", "model": asked.model, "data": data, "usage": {"prompt_tokens": 1, "total_tokens": 1}}


PROTOCOLS = {
    r"/chat/completions$": chat_completions,
    r"/v1/messages$": messages,
    r":generateContent$": generate_content,
    r"/api/generate$": ollama_generate,
    r"/embeddings$": embeddings,
}


class Handler(http.server.BaseHTTPRequestHandler):
    """Answers by the first protocol that knows the path."""

    protocol_version = "HTTP/1.1"
    server: "Provider"

    def do_POST(self) -> None:
        path = urllib.parse.urlsplit(self.path).path
        body = json.loads(self.rfile.read(int(self.headers.get("Content-Length") or 0)) or b"{}")
        for pattern, protocol in PROTOCOLS.items():
            if re.search(pattern, path):
                asked, answer = protocol(path, body)
                self.server.asked.append(asked)
                return self.answer(200, json.dumps(answer), "application/json")
        self.server.asked.append(Asked(kind="unknown", target=path))
        self.answer(404, "{}", "application/json")

    def do_GET(self) -> None:
        """The knowledge base."""
        url = urllib.parse.urlsplit(self.path)
        if url.path != "/knowledge":
            return self.answer(404, "", "text/plain")
        query = dict(urllib.parse.parse_qsl(url.query))
        text = KNOWLEDGE.format(**query)
        self.server.asked.append(Asked(kind="knowledge", text=text))
        self.answer(200, text, "text/plain")

    def do_CONNECT(self) -> None:
        """Somebody wants to leave the machine: noted, and refused."""
        self.server.asked.append(Asked(kind="outside", target=self.path))
        self.close_connection = True
        self.answer(403, "", "text/plain")

    def answer(self, status: int, body: str, media_type: str) -> None:
        data = body.encode()
        self.send_response(status)
        self.send_header("Content-Type", media_type)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_: object) -> None:
        pass


class Provider(http.server.ThreadingHTTPServer):
    """The server; `asked` is all that it was asked, in order."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.daemon_threads = True
        self.asked: list[Asked] = []
        threading.Thread(target=self.serve_forever, daemon=True).start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"
