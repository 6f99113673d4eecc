from crewai import Agent

a = Agent(role="a", goal="b", backstory="c", code_execution_mode="safe", unsafe_mode=False)
