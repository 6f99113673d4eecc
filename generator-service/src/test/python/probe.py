"""Imports generated modules into the real CrewAI, reads back what became of each parameter, and runs some of them.

Standard input is not read. Usage: python probe.py FOLDER RUNTIME, where FOLDER/jobs.json lists {id, module, type,
execute, crew} and RUNTIME holds crewsmith_runtime. Writes one JSON object per job to FOLDER/observed.jsonl.
"""

import importlib.util
import json
import os
import pathlib
import re
import sys
import time
import traceback
from dataclasses import asdict
from typing import Any

import certifi
from provider import Provider

FOLDER, RUNTIME = (pathlib.Path(argument).resolve() for argument in sys.argv[1:])
TASK = "Say what is known, and name the source."
PARTS = {"agent_executor", "crew", "i18n"}
VARIABLES = ("OPENAI", "ANTHROPIC", "GEMINI", "AZURE", "MISTRAL", "COHERE", "SERPER", "BRAVE", "BRIGHT_DATA", "SERPLY")

Json = dict[str, Any]


def prepare(provider: Provider) -> None:
    """The environment of an agent: dummy keys, everything on loopback, a docker that says yes.

    One trusted certificate is enough for connections that are refused, and each client reads the file anew.
    """
    docker = FOLDER / "bin" / "docker"
    docker.parent.mkdir()
    docker.write_text("#!/bin/sh\nexit 0\n")
    docker.chmod(0o755)
    certificate = FOLDER / "certificate.pem"
    certificate.write_text(certifi.contents().partition("-----END CERTIFICATE-----\n")[0] + "-----END CERTIFICATE-----\n")
    os.environ.update({f"{name}_API_KEY": "dummy" for name in VARIABLES})
    os.environ.update(
        {
            "PATH": f"{docker.parent}{os.pathsep}{os.environ['PATH']}",
            "HOME": str(FOLDER),
            "CREWAI_DISABLE_TELEMETRY": "true",
            "OTEL_SDK_DISABLED": "true",
            "ANONYMIZED_TELEMETRY": "False",
            "LITELLM_LOCAL_MODEL_COST_MAP": "True",
            "EMBEDDINGS_OPENAI_API_KEY": "dummy",
            "GOOGLE_API_KEY": "dummy",
            "GITHUB_TOKEN": "dummy",
            "PARALLEL_API_KEY": "dummy",
            "CREWAI_PERSONAL_ACCESS_TOKEN": "dummy",
            "OPENAI_BASE_URL": f"{provider.url}/v1",
            "OPENAI_API_BASE": f"{provider.url}/v1",
            "EMBEDDINGS_OPENAI_API_BASE": f"{provider.url}/v1",
            "ANTHROPIC_BASE_URL": provider.url,
            "GOOGLE_GEMINI_BASE_URL": provider.url,
            "AZURE_ENDPOINT": provider.url,
            "MISTRAL_AZURE_API_BASE": f"{provider.url}/v1",
            "OLLAMA_API_BASE": provider.url,
            "CREWSMITH_KNOWLEDGE_URL": f"{provider.url}/knowledge",
            "HTTP_PROXY": provider.url,
            "HTTPS_PROXY": provider.url,
            "SSL_CERT_FILE": str(certificate),
            "NO_PROXY": "127.0.0.1,localhost",
        }
    )
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        os.environ.pop(name, None)


def readable(value: Any, depth: int = 3) -> Any:
    """A value as JSON; of an object its type and its public attributes."""
    if value is None or isinstance(value, (bool, int, float, str)):
        return value
    if depth == 0:
        return {"type": type(value).__name__}
    if isinstance(value, (list, tuple)):
        return [readable(each, depth - 1) for each in value]
    if isinstance(value, dict):
        return {str(key): readable(each, depth - 1) for key, each in value.items()}
    attributes = getattr(value, "__dict__", {})
    public = {name: readable(each, depth - 1) for name, each in attributes.items() if name[0] != "_" and name not in PARTS}
    return {"type": type(value).__name__, **public}


def construct(job: Json) -> Any:
    os.environ["CREWAI_STORAGE_DIR"] = str(FOLDER / "storage" / job["id"])
    spec = importlib.util.spec_from_file_location(job["module"].replace("/", "_"), FOLDER / job["module"])
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return getattr(module, job["type"])()


def crew_of(made: Any) -> Json:
    """The crew that execute() makes."""
    from crewai import Task

    crew = made._create_crew(Task(description=TASK, expected_output="An answer", agent=made.agent))
    names = ("embedder", "verbose", "process", "_short_term_memory", "_long_term_memory", "_entity_memory")
    return {name: readable(getattr(crew, name), 5) for name in names}


def observe(job: Json, provider: Provider) -> Json:
    """What is seen of one agent, as far as it comes; what stopped it is under error."""
    seen: Json = {"id": job["id"]}
    started = time.monotonic()
    try:
        provider.asked.clear()
        made = construct(job)
        seen["template"] = re.search(r"# Template: \S+ (\S+)", (FOLDER / job["module"]).read_text())[1]
        seen["own"] = {name: value for name, value in vars(type(made)).items() if isinstance(value, str)}
        seen["agent"] = {name: readable(getattr(made.agent, name)) for name in type(made.agent).model_fields if name not in PARTS}
        seen["date"] = time.time()
        if job["execute"]:
            seen["result"] = made.execute(TASK)
            seen["task"] = next(asdict(asked) for asked in provider.asked if asked.purpose == "task")
            seen["asked"] = [asdict(asked) for asked in provider.asked]
        if job["crew"]:
            seen["crew"] = crew_of(made)
    except BaseException as error:
        seen["error"] = "".join(traceback.format_exception(error))
        seen["asked"] = [asdict(asked) for asked in provider.asked]
    seen["seconds"] = round(time.monotonic() - started, 3)
    return seen


def main() -> None:
    provider = Provider()
    prepare(provider)
    sys.path.insert(0, str(RUNTIME))
    jobs = json.loads((FOLDER / "jobs.json").read_text())
    with open(FOLDER / "observed.jsonl", "w", encoding="utf-8") as observed:
        for job in jobs:
            print(json.dumps(observe(job, provider)), file=observed, flush=True)
    os._exit(0)


main()
