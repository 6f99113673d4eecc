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
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The audit trail as it comes. */
@Timeout(60)
class LiveEventsTests {

    private static final Set<String> RUN =
            Set.of("GenerateCode", "AgentSaved", "CodeGenerated", "ScanCompleted", "ReviewRequested", "BranchPushed");

    @Test
    void aReaderThatComesBackMissesNothing() throws Exception {
        String deployment = Agents.inReview();
        List<String> whole = read(deployment, "0", RUN);
        String middle = whole.get(whole.size() / 2);

        List<String> rest =
                read(deployment, middle.split(" ")[0], types(whole.subList(whole.size() / 2 + 1, whole.size())));

        assertThat(rest).isEqualTo(whole.subList(whole.size() / 2 + 1, whole.size()));
    }

    private static Set<String> types(List<String> entries) {
        return entries.stream().map(entry -> entry.split(" ")[1]).collect(Collectors.toSet());
    }

    /** Entries of the run as "position type", until all these types have come. Topics are recorded in any order. */
    private static List<String> read(String runId, String lastEventId, Set<String> awaited) throws Exception {
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
                        if (types(entries).containsAll(awaited)) {
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
