"""The house tools: each asks one HTTP service, whose address is in the environment."""

from crewai.tools import BaseTool

from crewsmith_runtime.environment import required
from crewsmith_runtime.http import get_text


class SearchOpenvc(BaseTool):
    """Searches the OpenVC directory of investors."""

    name: str = "search_openvc"
    description: str = "Searches investors by what they invest in. Input: a search text."

    def _run(self, query: str) -> str:
        return get_text(
            required("CREWSMITH_SEARCH_OPENVC_URL", "address of the OpenVC search"), {"q": query}
        )


class SearchGrowjo(BaseTool):
    """Searches the Growjo list of growing companies."""

    name: str = "search_growjo"
    description: str = "Searches growing companies. Input: a search text."

    def _run(self, query: str) -> str:
        return get_text(
            required("CREWSMITH_SEARCH_GROWJO_URL", "address of the Growjo search"), {"q": query}
        )


class QueryKnowledgeBase(BaseTool):
    """Asks the knowledge base of the house."""

    name: str = "query_knowledge_base"
    description: str = "Looks something up in the knowledge base. Input: a question."

    def _run(self, query: str) -> str:
        return get_text(
            required("CREWSMITH_KNOWLEDGE_URL", "address of the knowledge base"), {"q": query}
        )


def github_search_tool() -> BaseTool:
    """CrewAI's search in GitHub repositories, with the token from GITHUB_TOKEN."""
    from crewai_tools import GithubSearchTool

    return GithubSearchTool(
        gh_token=required("GITHUB_TOKEN", "a GitHub token that may read"),
        content_types=["code", "repo"],
    )
