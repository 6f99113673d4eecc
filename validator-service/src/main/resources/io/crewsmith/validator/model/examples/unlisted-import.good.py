from dataclasses import dataclass
from typing import Any, Optional

from crewai.knowledge.source.string_knowledge_source import StringKnowledgeSource
from crewsmith_runtime.step_webhook import StepWebhook
