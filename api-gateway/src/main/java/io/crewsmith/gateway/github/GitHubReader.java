package io.crewsmith.gateway.github;

import java.time.Duration;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Asks GitHub's REST API. */
final class GitHubReader {

    static final int PAGE = 50;

    private static final int LARGEST_ANSWER = 16 * 1024 * 1024;
    private static final int MOST = 100;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final WebClient client;

    GitHubReader(WebhookSettings settings, String token) {
        this.client = WebClient.builder()
                .baseUrl("%s/repos/%s".formatted(settings.api(), settings.repository()))
                .defaultHeader(HttpHeaders.ACCEPT, "application/vnd.github+json")
                .defaultHeader(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .defaultHeader("X-GitHub-Api-Version", "2022-11-28")
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(LARGEST_ANSWER))
                .build();
    }

    /** Pull requests, open or not, what was touched last first. */
    Mono<List<JsonNode>> pulls(int page) {
        return list("/pulls?state=all&sort=updated&direction=desc&per_page=%d&page=%d".formatted(PAGE, page))
                .collectList();
    }

    /** The reviews of a pull request, the first first: the first hundred, which nobody writes within the wait for one. */
    Flux<JsonNode> reviews(int pullRequest) {
        return list("/pulls/%d/reviews?per_page=%d".formatted(pullRequest, MOST));
    }

    /** Who closed the pull request, be it by merging it. */
    Mono<JsonNode> whoClosed(int pullRequest) {
        return get("/issues/%d".formatted(pullRequest)).map(issue -> issue.path("closed_by"));
    }

    /** The newest status of each context that a commit has. */
    Flux<JsonNode> statuses(String commit) {
        return pages("/commits/%s/status?per_page=%d".formatted(commit, MOST), "statuses");
    }

    /** The newest check run of each name that a commit has. */
    Flux<JsonNode> checkRuns(String commit) {
        return pages("/commits/%s/check-runs?filter=latest&per_page=%d".formatted(commit, MOST), "check_runs");
    }

    private Flux<JsonNode> pages(String path, String items) {
        return Flux.range(1, Integer.MAX_VALUE)
                .concatMap(page -> get("%s&page=%d".formatted(path, page)), 0)
                .map(answer -> answer.path(items))
                .takeUntil(page -> page.size() < MOST)
                .flatMapIterable(page -> page);
    }

    private Flux<JsonNode> list(String path) {
        return get(path).flatMapIterable(array -> array);
    }

    private Mono<JsonNode> get(String path) {
        return client.get().uri(path).retrieve().bodyToMono(JsonNode.class).timeout(PATIENCE);
    }
}
