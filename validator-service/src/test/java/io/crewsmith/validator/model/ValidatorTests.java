package io.crewsmith.validator.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.crewsmith.python.PythonParser;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValidatorTests {

    private static final Validator VALIDATOR = new Validator(new PythonParser(), Policy.current());

    @Test
    void reportsEverythingInTheOrderOfTheText() {
        Verdict verdict = verdict("x = eval\nimport os, json\nfrom . import a\ny = x.__class__\n");
        assertThat(verdict.findings())
                .extracting(Finding::rule, Finding::line, Finding::column)
                .containsExactly(
                        tuple("dangerous-builtin", 1, 5),
                        tuple("blacklisted-import", 2, 8),
                        tuple("relative-import", 3, 1),
                        tuple("forbidden-attribute", 4, 5));
        assertThat(verdict.isIncident()).isTrue();
        assertThat(verdict.checks())
                .containsExactly("bytes", "syntax", "imports", "names", "attributes", "calls", "shape", "literals");
    }

    @Test
    void namesTheTargetAndWhatToDo() {
        assertThat(verdict("import subprocess as crew\n").findings())
                .containsExactly(new Finding(
                        "blacklisted-import",
                        Severity.CRITICAL,
                        Layer.ALLOW_LIST,
                        1,
                        8,
                        "Import of 'subprocess' reaches files, processes, the network or the interpreter; "
                                + "remove it, use a tool of crewai_tools"));
    }

    @Test
    void saysASyntaxErrorAndWhichChecksCouldNotRun() {
        Verdict verdict = verdict("def f(:\n");
        assertThat(verdict.passed()).isFalse();
        assertThat(verdict.checks()).containsExactly("bytes", "syntax");
        assertThat(verdict.findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.layer()).isEqualTo(Layer.SYNTAX));
    }

    @Test
    void failsClosedWhenACheckFails() {
        Check broken = new Check("broken", List.of(program -> {
            throw new IllegalStateException("out of order");
        }));
        Verdict verdict = new Validator(new PythonParser(), new Policy("test", List.of(broken)))
                .validate(List.of("x = 1\n"), "digest");
        assertThat(verdict.passed()).isFalse();
        assertThat(verdict.checks()).containsExactly("bytes", "syntax");
        assertThat(verdict.findings()).extracting(Finding::rule).containsExactly("check-failed");
    }

    @Test
    void failsWhenThereIsNothingToJudge() {
        assertThat(VALIDATOR.validate(List.of(), "digest").passed()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "from crewsmith_runtime.step_webhook import urllib\n",
                "from crewsmith_runtime import step_webhook as s\ns.urllib.request.urlopen('x')\n",
                "from crewai.knowledge.source.base_file_knowledge_source import Path\n",
                "import crewai\nm = crewai\n",
                "import enum\nenum.bltns.exec('1')\n",
                "from typing import sys\n",
                "from pydantic import ImportString\n",
                "import random\nrandom._os.system('id')\n",
                "x = '{0.__class__}'.format(1)\n",
                "x = str.format\n",
                "t = type('X', (), {})\n",
                "t = type(*x)\n",
                "class A(type): pass\n",
                "from pydantic import BaseModel\nclass A(BaseModel):\n    x: 'print(1)'\n",
                "from typing import List\nT = List['print(1)']\n",
                "return 1\n",
                "from crewai import Agent\nAgent(**{'code_execution_' + 'mode': 'unsafe'})\n",
                "import json\njson.loads = print\n",
                "f(a=1, a=2)\n",
                "def f(a, a): pass\n",
                "match x:\n    case {'a': eval}: pass\n",
                "def f(): global eval\n",
                "try: pass\nexcept E as __builtins__: pass\n",
                "from crewai import Agent\nAgent(step_callback='os.system')\n"
            })
    void refusesWaysAround(String source) {
        assertThat(verdict(source).passed()).isFalse();
    }

    @Test
    void boundsWhatAFloodOfFindingsBrings() {
        Verdict verdict = verdict("x = eval\n".repeat(3000));
        assertThat(verdict.findings()).hasSize(1001);
        assertThat(verdict.findings().getFirst().message())
                .isEqualTo("2000 more findings are not listed; start with those that are");
        assertThat(verdict.isIncident()).isTrue();
    }

    @Test
    void answersLargeSourcesWithinASecond() {
        String large = "x = [1, 'text', f(a.b.c, d=2)]\n".repeat(10_000);
        verdict(large);
        long start = System.nanoTime();
        verdict(large);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(1500));
    }

    @Test
    void judgesAModuleInAFewMilliseconds() {
        String module = "from crewai import Agent\n"
                + "a = Agent(\n    role='Analyst',\n    goal=f'{1 + 1}',\n    tools=[x.y(z=1)],\n)\n".repeat(25);
        List<Long> times = new ArrayList<>();
        for (int round = 0; round < 1200; round++) {
            long start = System.nanoTime();
            verdict(module);
            if (round >= 200) {
                times.add(System.nanoTime() - start);
            }
        }
        Collections.sort(times);
        System.out.printf(
                "validate, %d lines: p50 %.2f ms, p99 %.2f ms%n",
                module.lines().count(), times.get(500) / 1e6, times.get(990) / 1e6);
        assertThat(times.get(500)).isLessThan(Duration.ofMillis(50).toNanos());
    }

    private static Verdict verdict(String code) {
        return VALIDATOR.validate(List.of(code), "digest");
    }
}
