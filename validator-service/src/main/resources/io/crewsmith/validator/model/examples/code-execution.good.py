from crewai import Agent

a = Agent(role="a", goal="b", backstory="c", allow_code_execution=False)
