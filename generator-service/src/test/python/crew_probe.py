"""Constructs generated crews with the real CrewAI and reads back what became of each parameter.

Usage: python crew_probe.py FOLDER RUNTIME, where FOLDER/jobs.json lists {id, module, type}. Writes one JSON object per
crew to FOLDER/observed.jsonl.
"""

import importlib
import json
import os
import pathlib
import re
import sys
import traceback
from typing import Any

FOLDER, RUNTIME = (pathlib.Path(argument).resolve() for argument in sys.argv[1:])
VARIABLES = ("OPENAI_API_KEY", "ANTHROPIC_API_KEY", "SERPER_API_KEY")

Json = dict[str, Any]


def webhook(callback: Any) -> Json | None:
    return None if callback is None else {"type": type(callback).__name__, **vars(callback)}


def model(llm: Any) -> str | None:
    return None if llm is None else llm.model


def task_of(task: Any) -> Json:
    context = task.context if isinstance(task.context, list) else []
    plain = ("name", "description", "expected_output", "async_execution", "human_input", "markdown")
    more = ("output_file", "create_directory", "guardrail_max_retries")
    return {
        **{name: getattr(task, name) for name in plain + more},
        "agent": task.agent and task.agent.role,
        "context": [earlier.name for earlier in context],
        "tools": [type(tool).__name__ for tool in task.tools],
        "output_json": task.output_json and task.output_json.model_json_schema(),
        "output_pydantic": task.output_pydantic and task.output_pydantic.model_json_schema(),
        "guardrail": getattr(task.guardrail, "__name__", task.guardrail),
        "callback": webhook(task.callback),
    }


def crew_of(made: Any, source: pathlib.Path) -> Json:
    crew = made.create_crew()
    plain = ("name", "planning", "memory", "cache", "max_rpm", "output_log_file", "prompt_file", "share_crew", "verbose")
    return {
        **{name: getattr(crew, name) for name in plain},
        "template": re.search(r"# Template: \S+ (\S+)", source.read_text())[1],
        "own": {name: value for name, value in vars(type(made)).items() if isinstance(value, str)},
        "agents": [agent.role for agent in crew.agents],
        "process": crew.process.value,
        "manager_agent": crew.manager_agent and crew.manager_agent.role,
        "manager_llm": model(crew.manager_llm),
        "planning_llm": model(crew.planning_llm),
        "function_calling_llm": model(crew.function_calling_llm),
        "step_callback": webhook(crew.step_callback),
        "task_callback": webhook(crew.task_callback),
        "tasks": [task_of(task) for task in crew.tasks],
    }


def observe(job: Json) -> Json:
    try:
        module = importlib.import_module(job["module"])
        return {"id": job["id"], **crew_of(getattr(module, job["type"])(), pathlib.Path(module.__file__))}
    except BaseException as error:
        return {"id": job["id"], "error": "".join(traceback.format_exception(error))}


def main() -> None:
    os.environ.update({name: "dummy" for name in VARIABLES})
    os.environ.update(
        {
            "CREWAI_DISABLE_TELEMETRY": "true",
            "OTEL_SDK_DISABLED": "true",
            "ANONYMIZED_TELEMETRY": "False",
            "LITELLM_LOCAL_MODEL_COST_MAP": "True",
            "CREWAI_STORAGE_DIR": str(FOLDER / "storage"),
            "HOME": str(FOLDER),
        }
    )
    os.chdir(FOLDER)
    sys.path[:0] = [str(FOLDER), str(RUNTIME)]
    jobs = json.loads((FOLDER / "jobs.json").read_text())
    with open(FOLDER / "observed.jsonl", "w", encoding="utf-8") as observed:
        for job in jobs:
            print(json.dumps(observe(job)), file=observed, flush=True)
    os._exit(0)


main()
