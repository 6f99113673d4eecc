package io.crewsmith.validator.custom;

import static io.crewsmith.testsupport.Samples.candidate;
import static io.crewsmith.testsupport.TestTopics.answers;
import static io.crewsmith.testsupport.TestTopics.await;
import static io.crewsmith.testsupport.TestTopics.publish;
import static io.crewsmith.validator.custom.Wishes.create;
import static io.crewsmith.validator.custom.Wishes.delete;
import static io.crewsmith.validator.custom.Wishes.replace;
import static io.crewsmith.validator.custom.Wishes.rule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.crewsmith.events.v1.CodeGenerated;
import io.crewsmith.events.v1.DeleteRule;
import io.crewsmith.events.v1.Finding;
import io.crewsmith.events.v1.GenerationRequest;
import io.crewsmith.events.v1.PastModule;
import io.crewsmith.events.v1.Problem;
import io.crewsmith.events.v1.Rejection;
import io.crewsmith.events.v1.RuleDeleted;
import io.crewsmith.events.v1.RuleDryRunCompleted;
import io.crewsmith.events.v1.RuleDryRunRequested;
import io.crewsmith.events.v1.RuleEffect;
import io.crewsmith.events.v1.RuleRejected;
import io.crewsmith.events.v1.RuleSaved;
import io.crewsmith.events.v1.SaveRule;
import io.crewsmith.events.v1.ScanCompleted;
import io.crewsmith.events.v1.Verdict;
import io.crewsmith.platform.ServiceApplication;
import io.crewsmith.platform.events.Envelopes;
import io.crewsmith.schemas.Topics;
import io.crewsmith.testsupport.Samples;
import io.crewsmith.testsupport.TestServices;
import io.crewsmith.validator.ValidatorServiceApplication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** Rules that are saved while the service runs, on a real broker. Each test has rules of its own and takes them back. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CustomRulesServiceTests {

    private final ConfigurableApplicationContext service = start(Map.of());

    @AfterAll
    void stop() {
        service.close();
    }

    @Test
    void aSavedRuleHoldsUntilItIsDeletedAndItsRevisionsCountUp() {
        String id = "custom/no-alpha";
        RuleSaved saved = saved(create(id, rule(id, "alpha")));
        assertThat(saved.getRevision()).isEqualTo(1);
        assertThat(saved.getAuthor()).isEqualTo("admin");
        assertThat(saved.getText()).isEqualTo(rule(id, "alpha"));

        Verdict refused = verdict("alpha()\n");
        assertThat(refused.getPassed()).isFalse();
        assertThat(refused.getPolicyVersion()).contains("+custom.");
        assertThat(refused.getFindings())
                .filteredOn(finding -> finding.getRule().equals(id))
                .extracting(Finding::getLine, Finding::getMessage)
                .containsExactly(tuple(1, "'alpha' is called: leave it out"));

        assertThat(saved(replace(id, 1, rule(id, "alpha").replace("ERROR", "INFO")))
                        .getRevision())
                .isEqualTo(2);
        DeleteRule delete = delete(id, 2);
        assertThat(deleted(delete).getRevision()).isEqualTo(3);
        assertThat(rules(verdict("alpha()\n"))).doesNotContain(id);
        assertThat(saved(create(id, rule(id, "alpha"))).getRevision()).isEqualTo(4);
        deleted(delete(id, null));
    }

    @Test
    void anInstanceThatStartsLaterKnowsEveryRuleBeforeItJudges() {
        String id = "custom/no-beta";
        saved(create(id, rule(id, "beta")));
        try (var later = start(Map.of())) {
            var topic = later.getBean(RuleTopic.class);

            assertThat(topic.get().flaws()).isEmpty();
            assertThat(topic.get().rules()).extracting(rule -> rule.id()).contains(id);
            assertThat(topic.get().version())
                    .isEqualTo(service.getBean(RuleTopic.class).get().version());
        }
        deleted(delete(id, null));
    }

    @Test
    void aRuleWhoseExamplesLieIsRejectedWithTheReasonAndChangesNothing() {
        String id = "custom/no-gamma";
        SaveRule command = create(id, rule(id, "gamma").replace("x = 1", "y = gamma()"));

        publish(Topics.COMMANDS, command);

        RuleRejected rejected = await(Topics.RULES, RuleRejected.class, command);
        assertThat(rejected.getRejection()).isEqualTo(Rejection.INVALID);
        assertThat(rejected.getProblems())
                .containsExactly(new Problem(
                        "/examples/no_match/0",
                        "example",
                        "line 9: example 1 of no_match is found, in its line 1 for 'gamma':"
                                + " correct the patterns or the example"));
        assertThat(rules(verdict("gamma()\n"))).doesNotContain(id);
    }

    @Test
    void whoIsNotUpToDateOrMistakenAboutWhatThereIsIsTold() {
        String id = "custom/no-delta";
        assertThat(rejection(replace(id, null, rule(id, "delta")))).isEqualTo(Rejection.NOT_FOUND);
        assertThat(rejection(delete(id, null))).isEqualTo(Rejection.NOT_FOUND);
        saved(create(id, rule(id, "delta")));
        assertThat(rejection(create(id, rule(id, "delta")))).isEqualTo(Rejection.CONFLICT);
        assertThat(rejection(replace(id, 7, rule(id, "delta")))).isEqualTo(Rejection.STALE);
        assertThat(rejection(delete(id, 7))).isEqualTo(Rejection.STALE);
        assertThat(rejection(replace(id, 1, rule("custom/other", "delta")))).isEqualTo(Rejection.INVALID);
        deleted(delete(id, 1));
    }

    @Test
    void aRepeatedCommandIsAnsweredOnce() {
        String id = "custom/no-epsilon";
        SaveRule command = create(id, rule(id, "epsilon"));

        publish(Topics.COMMANDS, command, command);

        saved(replace(id, 1, rule(id, "epsilon")));
        assertThat(answers(Topics.RULES, command)).hasSize(1);
        deleted(delete(id, 2));
    }

    @Test
    void aDryRunShowsWhatWouldFlipAndChangesNothing() {
        String id = "custom/no-eta";
        String clean = UUID.randomUUID().toString();
        String flips = UUID.randomUUID().toString();
        String failsAnyway = UUID.randomUUID().toString();
        RuleDryRunCompleted answer = dryRun(
                rule(id, "print"),
                new PastModule(clean, "x = 1\n"),
                new PastModule(flips, "print(1)\nprint(2)\n"),
                new PastModule(failsAnyway, "import os\nprint(1)\n"));

        assertThat(answer.getProblems()).isEmpty();
        assertThat(answer.getEffects()).extracting(RuleEffect::getRunId).containsExactly(flips, failsAnyway);
        RuleEffect flipped = answer.getEffects().getFirst();
        assertThat(flipped.getPassesNow()).isTrue();
        assertThat(flipped.getWouldPass()).isFalse();
        assertThat(flipped.getAddedCount()).isEqualTo(2);
        assertThat(flipped.getAdded().getLast().getLine()).isEqualTo(2);
        assertThat(answer.getEffects().getLast().getPassesNow()).isFalse();
        assertThat(rules(verdict("print(1)\n"))).doesNotContain(id);
    }

    @Test
    void aDryRunOfANewRevisionShowsWhatWouldBeFreeAgain() {
        String id = "custom/no-theta";
        saved(create(id, rule(id, "print")));
        String run = UUID.randomUUID().toString();

        RuleEffect effect = dryRun(rule(id, "theta"), new PastModule(run, "print(1)\n"))
                .getEffects()
                .getFirst();

        assertThat(effect.getPassesNow()).isFalse();
        assertThat(effect.getWouldPass()).isTrue();
        assertThat(effect.getRemovedCount()).isEqualTo(1);
        deleted(delete(id, 1));
    }

    @Test
    void aDryRunOfWhatIsNoRuleSaysWhy() {
        assertThat(dryRun("id: custom/x\n", new PastModule("r", "x = 1\n")).getProblems())
                .isNotEmpty();
    }

    @Test
    void rulesOfTheFolderHoldFromTheStartAndCannotBeTakenOver(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("iota.yaml"), rule("custom/no-iota", "iota"));
        try (var other = start(Map.of("crewsmith.validator.rules", folder.toString()))) {
            RuleTopic topic = other.getBean(RuleTopic.class);
            assertThat(topic.get().rules()).extracting(rule -> rule.id()).contains("custom/no-iota");
            assertThat(topic.get().version()).matches("custom\\.[0-9]+\\.[0-9a-f]{8}");
        }
        Files.writeString(folder.resolve("iota.yaml"), "id: [");
        assertThatThrownBy(() -> start(Map.of("crewsmith.validator.rules", folder.toString())))
                .rootCause()
                .hasMessageContaining("iota.yaml, line 1")
                .hasMessageContaining("Correct the rule or take the file out of the folder");
    }

    private static RuleSaved saved(SaveRule command) {
        publish(Topics.COMMANDS, command);
        return await(Topics.RULES, RuleSaved.class, command);
    }

    private static RuleDeleted deleted(DeleteRule command) {
        publish(Topics.COMMANDS, command);
        return await(Topics.RULES, RuleDeleted.class, command);
    }

    private static Rejection rejection(SpecificRecord command) {
        publish(Topics.COMMANDS, command);
        return await(Topics.RULES, RuleRejected.class, command).getRejection();
    }

    private static RuleDryRunCompleted dryRun(String text, PastModule... modules) {
        var request = new RuleDryRunRequested(Samples.envelope(Envelopes.newId(), "admin"), text, List.of(modules));
        publish(Topics.DRAFTS, request);
        return await(Topics.DRAFT_SCANS, RuleDryRunCompleted.class, request);
    }

    private static Verdict verdict(String code) {
        var generated = new CodeGenerated(
                Samples.envelope(UUID.randomUUID(), "ann"),
                candidate("ann", code, new GenerationRequest(false, false)));
        publish(Topics.CODE, generated);
        return await(Topics.SCANS, ScanCompleted.class, generated).getVerdict();
    }

    private static List<String> rules(Verdict verdict) {
        return verdict.getFindings().stream().map(Finding::getRule).toList();
    }

    private static ConfigurableApplicationContext start(Map<String, Object> settings) {
        var all = new HashMap<String, Object>(settings);
        all.put("server.port", 0);
        all.put("spring.kafka.bootstrap-servers", TestServices.bootstrapServers());
        return ServiceApplication.of(ValidatorServiceApplication.class, all).run();
    }
}
