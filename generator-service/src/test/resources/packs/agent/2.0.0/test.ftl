<#include "header.ftl">
def test_role(agent):
    assert agent.role == ${role?lower_case}
