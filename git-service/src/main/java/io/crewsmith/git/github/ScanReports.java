package io.crewsmith.git.github;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.crewsmith.git.github.GitHubClient.Answer;
import io.crewsmith.platform.sarif.SarifReport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.kohsuke.github.GHCommitState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The verdict beside the pull request: as the status of its commit, and as findings of code scanning. */
final class ScanReports {

    static final String CONTEXT = "crewsmith/scan";

    private static final Logger LOG = LoggerFactory.getLogger(ScanReports.class);
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String TOOL = "Crewsmith validator";

    private final GitHubClient client;

    ScanReports(GitHubClient client) {
        this.client = client;
    }

    /**
     * @param passed whether the scan did
     * @param page of the run, where people read the findings
     */
    void status(String commit, boolean passed, String page) throws IOException {
        Answer known = client.get("/commits/%s/status".formatted(commit));
        for (JsonNode status : known.json().path("statuses")) {
            if (status.path("context").asString("").equals(CONTEXT)) {
                return;
            }
        }
        client.repository()
                .createCommitStatus(
                        commit,
                        passed ? GHCommitState.SUCCESS : GHCommitState.FAILURE,
                        page,
                        passed ? "The scan passed" : "The scan did not pass",
                        CONTEXT);
    }

    /**
     * Uploads the findings, where code scanning is on.
     *
     * @param commit that they are about
     */
    void findings(String commit, String branch, Findings findings) throws IOException {
        if (findings.verdict().path("findings").isMissingNode()) {
            // Nobody said; to code scanning an empty list would be: nothing found.
            return;
        }
        String ref = "refs/heads/" + branch;
        Answer known =
                client.get("/code-scanning/analyses?tool_name=%s&ref=%s".formatted(TOOL.replace(" ", "%20"), ref));
        for (JsonNode analysis : known.json()) {
            if (analysis.path("commit_sha").asString("").equals(commit)) {
                return;
            }
        }
        String sarif = JSON.writeValueAsString(SarifReport.of(findings.verdict(), findings.files()));
        Answer answer = client.post(
                "/code-scanning/sarifs",
                JSON.writeValueAsString(
                        Map.of("commit_sha", commit, "ref", ref, "sarif", packed(sarif), "tool_name", TOOL)));
        if (answer.isRefused()) {
            LOG.info(
                    "GitHub takes no findings of code scanning: {}",
                    answer.json().path("message").asString(""));
        }
    }

    /** As GitHub wants it: gzip, then Base64. */
    private static String packed(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(UTF_8));
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }
}
