<#include "header.ftl">
from crewai import Agent


def make() -> Agent:
    return Agent(
        role=${role?lower_case},
        goal=${goal},
        backstory=${backstory},
    )
