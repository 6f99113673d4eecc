"""SeniorMarketAnalyst - every setting of the design, for crewai 1.3.0.

Needs: crewai==1.3.0, crewai-tools==1.3.0, a running Docker (code execution),
OPENAI_API_KEY and SERPER_API_KEY in the environment, and the two knowledge files
under ./knowledge/. Secrets are read by crewai from the environment, never written here.
"""

from typing import Any

from crewai import LLM, Agent, Crew, Process, Task
from crewai.knowledge.knowledge_config import KnowledgeConfig
from crewai.knowledge.source.pdf_knowledge_source import PDFKnowledgeSource
from crewai.knowledge.source.string_knowledge_source import StringKnowledgeSource
from crewai.knowledge.source.text_file_knowledge_source import TextFileKnowledgeSource
from crewai.memory import EntityMemory, LongTermMemory, ShortTermMemory
from crewai_tools import FileReadTool, ScrapeWebsiteTool, SerperDevTool

from crewsmith_runtime.step_webhook import StepWebhook

EMBEDDER: dict[str, Any] = {
    "provider": "openai",
    "config": {"model_name": "text-embedding-3-small"},
}


class SeniorMarketAnalyst:
    """Senior market analyst."""

    agent_key = "senior-market-analyst"

    def __init__(self) -> None:
        self.agent = self._create_agent()

    def _create_agent(self) -> Agent:
        return Agent(
            # Basic
            role="Senior Market Analyst",
            goal="Size markets and find the trends that matter",
            backstory='An analyst with "ten years" of field work.\nWrites plainly.',
            tools=[SerperDevTool(), ScrapeWebsiteTool(), FileReadTool()],
            # LLM: temperature and max_tokens belong to LLM, not to Agent
            llm=LLM(model="openai/gpt-4o", temperature=0.7, max_tokens=4000),
            function_calling_llm=LLM(model="openai/gpt-4o-mini", temperature=0.0),
            use_system_prompt=True,
            max_rpm=10,
            max_iter=20,
            max_execution_time=300,
            max_retry_limit=2,
            # Behaviour
            allow_delegation=False,
            allow_code_execution=True,
            code_execution_mode="safe",
            respect_context_window=True,
            cache=True,
            # Reasoning
            reasoning=True,
            max_reasoning_attempts=3,
            # Prompt templates: Go-style markers, all three or system+prompt together
            system_template="<|system|>{{ .System }}<|end|>",
            prompt_template="<|user|>{{ .Prompt }}<|end|>",
            response_template="<|assistant|>{{ .Response }}<|end|>",
            inject_date=True,
            date_format="%Y-%m-%d",
            # Multimodal
            multimodal=True,
            # Knowledge: file paths are relative to ./knowledge/
            knowledge_sources=[
                StringKnowledgeSource(content="TAM is the total addressable market."),
                TextFileKnowledgeSource(file_paths=["glossary.txt"]),
                PDFKnowledgeSource(
                    file_paths=["market_report.pdf"], chunk_size=2000, chunk_overlap=200
                ),
            ],
            knowledge_config=KnowledgeConfig(results_limit=5, score_threshold=0.5),
            embedder=EMBEDDER,
            # Guardrail (text: judged by the agent's own LLM, used by Agent.kickoff)
            guardrail="The answer names a source for each number.",
            guardrail_max_retries=2,
            # Observability
            verbose=True,
            step_callback=StepWebhook(
                "https://hooks.example.com/crewai", "senior-market-analyst"
            ),
        )

    def _create_crew(self, task: Task) -> Crew:
        # Memory is a property of the crew. Built here, not in __init__: with an
        # embedder set, ShortTermMemory/EntityMemory call the embedding service at once.
        return Crew(
            agents=[self.agent],
            tasks=[task],
            process=Process.sequential,
            memory=False,
            short_term_memory=ShortTermMemory(embedder_config=EMBEDDER),
            long_term_memory=LongTermMemory(path="./memory/senior_market_analyst.db"),
            entity_memory=EntityMemory(embedder_config=EMBEDDER),
            embedder=EMBEDDER,
            verbose=True,
        )

    def execute(
        self,
        task_description: str,
        expected_output: str = "A complete answer to the task",
    ) -> str:
        task = Task(
            description=task_description,
            expected_output=expected_output,
            agent=self.agent,
        )
        return self._create_crew(task).kickoff().raw
