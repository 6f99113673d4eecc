"""Knowledge that a configuration names by its id: loaded from the knowledge base when the agent is made."""

from crewai.knowledge.source.string_knowledge_source import StringKnowledgeSource

from crewsmith_runtime.environment import required
from crewsmith_runtime.http import get_text


def stored_knowledge(source_id: str, source_type: str) -> StringKnowledgeSource:
    """The text of a source of the knowledge base, as a knowledge source of CrewAI."""
    text = get_text(
        required("CREWSMITH_KNOWLEDGE_URL", "address of the knowledge base"),
        {"source_id": source_id, "source_type": source_type},
    )
    return StringKnowledgeSource(content=text)
