package io.crewsmith.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The audit trail as it comes. */
@Timeout(60)
class LiveEventsTests {

    @Test
    void aReaderThatComesBackMissesNothing() throws Exception {
        String deployment = Agents.inReview();
        List<String> whole = read(deployment, "0", "BranchPushed");
        String middle = whole.get(whole.size() / 2);

        List<String> rest = read(deployment, middle.split(" ")[0], "BranchPushed");

        assertThat(whole.stream().map(entry -> entry.split(" ")[1]))
                .containsSubsequence("GenerateCode", "AgentSaved", "CodeGenerated")
                .contains("ScanCompleted", "ReviewRequested", "BranchPushed");
        assertThat(rest).isEqualTo(whole.subList(whole.size() / 2 + 1, whole.size()));
    }

    /** Entries of the run as "position type", up to the last type. */
    private static List<String> read(String runId, String lastEventId, String lastType) throws Exception {
        var platform = RunningPlatform.platform();
        HttpRequest request = HttpRequest.newBuilder(
                        platform.addresses().gateway().resolve("/api/events?run_id=" + runId))
                .header("Authorization", "Bearer " + platform.token("author"))
                .header("Last-Event-ID", lastEventId)
                .build();
        List<String> entries = new ArrayList<>();
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<InputStream> response = http.send(request, BodyHandlers.ofInputStream());
            try (var lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
                String id = "";
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    if (line.startsWith("id:")) {
                        id = line.substring(3).strip();
                    } else if (line.startsWith("event:")) {
                        entries.add(id + " " + line.substring(6).strip());
                        if (line.endsWith(lastType)) {
                            break;
                        }
                    }
                }
            }
            http.shutdownNow();
        }
        return entries;
    }
}
