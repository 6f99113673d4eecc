package io.crewsmith.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.crewsmith.system.Api.Answer;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** A rule's life: tried on what there is, saved, held against new runs, replaced, deleted. */
class CustomRulesTests {

    private static final String RULES = "/api/custom-rules";
    private static final Map<String, String> YAML = Map.of("Content-Type", "application/yaml");

    private final Api admin = Api.as("admin");
    private final Api author = Api.as("author");
    private final String word = "w" + UUID.randomUUID().toString().replace("-", "");
    private final String name = "no-" + word;

    @Test
    void aRuleHoldsForNewRunsFromItsSavingToItsDeletionAndADryRunTellsItBefore() {
        String agent = author.post(
                        "/api/agents",
                        Agents.agent().put("goal", "Look after " + word + ".").toString())
                .text("/agent_id");
        Answer earlier = generate(agent);
        assertThat(earlier.text("/deployment_status")).isEqualTo("pending");

        JsonNode dryRun = admin.send("POST", RULES + "/dry-run", rule(), YAML).body();
        JsonNode flip = dryRun.at("/runs/0");
        assertThat(dryRun.at("/flipped").asInt()).as(dryRun.toString()).isEqualTo(1);
        assertThat(dryRun.at("/scanned").asInt()).isPositive();
        assertThat(flip.at("/deployment_id").asString()).isEqualTo(earlier.text("/deployment_id"));
        assertThat(flip.at("/passes_now").asBoolean()).isTrue();
        assertThat(flip.at("/would_pass").asBoolean()).isFalse();
        assertThat(flip.at("/added/ERROR").asInt()).isPositive();
        assertThat(flip.at("/findings_added/0/message").asString()).isEqualTo(message());
        assertThat(flip.at("/findings_added/0/line").asInt()).isGreaterThan(1);

        Answer saved = admin.send("POST", RULES, rule(), YAML);
        assertThat(saved.status()).as(saved.response().body()).isEqualTo(201);
        assertThat(saved.header("Location")).isEqualTo(RULES + "/" + name);
        assertThat(saved.header("ETag")).isEqualTo("\"1\"");

        Answer refused = generate(agent);
        assertThat(refused.text("/deployment_status"))
                .as(refused.response().body())
                .isEqualTo("failed");
        assertThat(refused.text("/security_scan/issues/0/rule")).isEqualTo("custom/" + name);
        assertThat(refused.text("/security_scan/issues/0/message")).isEqualTo(message());
        assertThat(refused.body().at("/security_scan/issues/0/line").asInt())
                .isEqualTo(flip.at("/findings_added/0/line").asInt());

        assertThat(admin.send("DELETE", RULES + "/" + name, null, Map.of("If-Match", "\"1\""))
                        .status())
                .isEqualTo(204);
        assertThat(generate(agent).text("/deployment_status")).isEqualTo("pending");
        assertThat(admin.get(RULES + "/" + name).status()).isEqualTo(404);
    }

    @Test
    void everyRevisionStaysOnRecordWithItsAuthor() {
        admin.send("POST", RULES, rule(), YAML);
        String stricter = rule().replace("ERROR", "CRITICAL");
        Answer replaced = admin.send("PUT", RULES + "/" + name, stricter, with(YAML, "If-Match", "\"1\""));
        assertThat(replaced.status()).as(replaced.response().body()).isEqualTo(200);
        assertThat(replaced.header("ETag")).isEqualTo("\"2\"");
        assertThat(admin.send("PUT", RULES + "/" + name, stricter, with(YAML, "If-Match", "\"1\""))
                        .status())
                .isEqualTo(412);
        assertThat(admin.send("POST", RULES, rule(), YAML).status()).isEqualTo(409);
        assertThat(author.get(RULES + "?limit=200").response().body()).contains("custom/" + name);
        Answer text = author.send("GET", RULES + "/" + name, null, Map.of("Accept", "application/yaml"));
        assertThat(text.response().body()).isEqualTo(stricter);

        admin.send("DELETE", RULES + "/" + name, null, Map.of());

        JsonNode revisions = author.get(RULES + "/" + name + "/revisions").body();
        assertThat(revisions).hasSize(3);
        assertThat(revisions.at("/0/deleted").asBoolean()).isTrue();
        assertThat(revisions.at("/1/severity").asString()).isEqualTo("CRITICAL");
        assertThat(revisions.at("/2/yaml").asString()).isEqualTo(rule());
        assertThat(revisions)
                .allSatisfy(revision ->
                        assertThat(revision.path("updated_by").asString()).isEqualTo("admin"));
        assertThat(author.get(RULES + "?limit=200").response().body()).doesNotContain("custom/" + name);
    }

    @Test
    void aRuleThatLiesAboutItselfIsRefusedWithPlaceAndReasonByBothDoors() {
        String lying = rule().replace("x = 1", "x = '" + word + "'");
        for (String path : new String[] {RULES, RULES + "/dry-run"}) {
            Answer refused = admin.send("POST", path, lying, YAML);

            assertThat(refused.status()).as(refused.response().body()).isEqualTo(422);
            assertThat(refused.text("/type")).isEqualTo("/problems/invalid");
            assertThat(refused.text("/errors/0/pointer")).isEqualTo("/examples/no_match/0");
            assertThat(refused.text("/errors/0/detail"))
                    .startsWith("line 12: example 1 of no_match is found, in its line 1");
        }
    }

    @Test
    void aRuleMayComeAsJson() {
        String rule = """
                {"title": "T", "id": "custom/%s", "message": "{target}", "severity": "INFO",
                 "forbid": {"imports": ["%s"]}, "examples": {"match": ["import %s"], "no_match": ["x = 1"]}}
                """.formatted(name, word, word);
        Answer saved = admin.post(RULES, rule);

        assertThat(saved.status()).as(saved.response().body()).isEqualTo(201);
        assertThat(admin.send("DELETE", RULES + "/" + name, null, Map.of()).status())
                .isEqualTo(204);
    }

    @ParameterizedTest
    @CsvSource({
        "author, POST, ''",
        "author, POST, /dry-run",
        "author, PUT, /x",
        "author, DELETE, /x",
        "reviewer, POST, ''",
        "operator, DELETE, /x",
        "service, POST, ''"
    })
    void onlyAnAdminChangesOrTriesRules(String user, String method, String path) {
        Answer answer = Api.as(user).send(method, RULES + path, rule(), YAML);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.text("/type")).isEqualTo("/problems/forbidden");
    }

    @Test
    void whatIsNoRuleIsRefused() {
        assertThat(admin.send("POST", RULES, "id: [", YAML).text("/errors/0/detail"))
                .startsWith("line 1: this is no YAML");
        assertThat(admin.send("POST", RULES, "x".repeat(70_000), YAML).status()).isEqualTo(413);
        assertThat(admin.send("POST", RULES, rule(), Map.of("Content-Type", "text/html"))
                        .status())
                .isEqualTo(415);
        assertThat(admin.send("PUT", RULES + "/unknown", rule(), YAML).status()).isEqualTo(404);
        assertThat(admin.send("POST", RULES + "/dry-run?limit=501", rule(), YAML)
                        .status())
                .isEqualTo(422);
        assertThat(author.get(RULES + "/unknown/revisions").status()).isEqualTo(404);
    }

    private Answer generate(String agent) {
        return author.post("/api/agents/%s/generate-code".formatted(agent), "{}");
    }

    private String message() {
        return "'%s' is not ours to look after: name another goal".formatted(word);
    }

    private String rule() {
        return """
                id: custom/%1$s
                title: Not ours
                message: "'{target}' is not ours to look after: name another goal"
                severity: ERROR
                forbid:
                  literals: [%2$s]
                examples:
                  match:
                    - |
                      goal = "Look after %2$s."
                  no_match:
                    - x = 1
                """.formatted(name, word);
    }

    private static Map<String, String> with(Map<String, String> headers, String name, String value) {
        var more = new HashMap<>(headers);
        more.put(name, value);
        return more;
    }
}
