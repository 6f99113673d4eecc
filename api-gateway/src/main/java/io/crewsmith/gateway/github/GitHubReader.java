package io.crewsmith.gateway.github;

import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Asks GitHub's REST API. */
final class GitHubReader {

    /** Of what people write texts for: anybody may, up to 256 KB each, and a page must stay under the largest answer. */
    static final int PAGE = 30;

    private static final int MOST = 100;
    private static final int LARGEST_ANSWER = 16 * 1024 * 1024;
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
        return get("/pulls?state=all&sort=updated&direction=desc&per_page=%d&page=%d".formatted(PAGE, page))
                .flatMapIterable(array -> array)
                .collectList();
    }

    /** The reviews of a pull request, the first first. */
    Flux<JsonNode> reviews(int pullRequest) {
        return pages("/pulls/%d/reviews?per_page=%d".formatted(pullRequest, PAGE), PAGE, array -> array);
    }

    /** Who closed the pull request, be it by merging it. */
    Mono<JsonNode> whoClosed(int pullRequest) {
        return get("/issues/%d".formatted(pullRequest)).map(issue -> issue.path("closed_by"));
    }

    /** The newest status of each context that a commit has. */
    Flux<JsonNode> statuses(String commit) {
        return pages("/commits/%s/status?per_page=%d".formatted(commit, MOST), MOST, answer -> answer.path("statuses"));
    }

    /** The newest check run of each name that a commit has. */
    Flux<JsonNode> checkRuns(String commit) {
        return pages(
                "/commits/%s/check-runs?filter=latest&per_page=%d".formatted(commit, MOST),
                MOST,
                answer -> answer.path("check_runs"));
    }

    private Flux<JsonNode> pages(String path, int size, UnaryOperator<JsonNode> items) {
        return Flux.range(1, Integer.MAX_VALUE)
                .concatMap(page -> get("%s&page=%d".formatted(path, page)), 0)
                .map(items)
                .takeUntil(page -> page.size() < size)
                .flatMapIterable(page -> page);
    }

    private Mono<JsonNode> get(String path) {
        return client.get().uri(path).retrieve().bodyToMono(JsonNode.class).timeout(PATIENCE);
    }
}
