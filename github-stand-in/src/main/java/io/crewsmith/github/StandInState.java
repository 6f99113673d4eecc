package io.crewsmith.github;

import static java.util.Objects.requireNonNull;

import io.crewsmith.github.GitHubStandIn.Answer;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What the stand-in knows, and what GitHub says about it. */
public final class StandInState implements AutoCloseable {

    private static final Comparator<StandInPull> NEWEST =
            Comparator.<StandInPull>comparingInt(pull -> pull.number).reversed();
    private static final Comparator<StandInPull> LAST_TOUCHED =
            Comparator.<StandInPull, Instant>comparing(pull -> pull.touchedAt).reversed();
    private static final Set<String> USERS = Set.of("ada", "bob");

    final StandInRepository repository;
    public final Map<Integer, StandInPull> pulls = new TreeMap<>();
    public final List<JsonNode> uploads = new ArrayList<>();
    public boolean codeScanning = true;
    final StandInViews views;
    final StandInChecks checks;
    private final Clock clock;

    StandInState(StandInRepository repository, URI address, Clock clock) {
        this.repository = repository;
        this.clock = clock;
        this.views = new StandInViews(address);
        this.checks = new StandInChecks(views, clock);
    }

    public synchronized StandInPull pull(int number) {
        return requireNonNull(pulls.get(number), "pull request #" + number);
    }

    public List<JsonNode> statusesOf(String sha) {
        return checks.statusesOf(sha);
    }

    static Answer notFound() {
        return new Answer(404, StandInViews.message("Not Found"));
    }

    private static Answer invalid(String message) {
        return new Answer(422, StandInViews.message(message));
    }

    Answer repository() {
        return new Answer(200, views.repository());
    }

    Answer user(String login) {
        return USERS.contains(login) ? new Answer(200, views.user(login)) : notFound();
    }

    /** With a head the newest of its branch first; without one what was touched last. */
    synchronized Answer pulls(Map<String, String> query) throws IOException {
        String head = query.get("head");
        String base = query.get("base");
        List<ObjectNode> found = new ArrayList<>();
        for (StandInPull pull : StandInPage.of(query)
                .of(pulls.values().stream()
                        .filter(pull -> head == null || head.equals("acme:" + pull.branch))
                        .filter(pull -> base == null || base.equals(pull.base))
                        .sorted(head == null ? LAST_TOUCHED : NEWEST)
                        .toList())) {
            found.add(views.listed(seen(pull)));
        }
        return new Answer(200, StandInViews.list(found));
    }

    synchronized Answer reviews(int number, Map<String, String> query) {
        return new Answer(200, views.reviews(StandInPage.of(query).of(pull(number).reviews)));
    }

    synchronized Answer issue(int number) throws IOException {
        return new Answer(200, views.issue(shownPull(number)));
    }

    synchronized Answer open(JsonNode body) throws IOException {
        String branch = body.path("head").asString();
        String tip = repository.tip(branch);
        if (tip == null) {
            return invalid("Validation Failed: head invalid");
        }
        String base = body.path("base").asString("main");
        if (pulls.values().stream()
                .anyMatch(pull -> pull.open && pull.branch.equals(branch) && pull.base.equals(base))) {
            return invalid("A pull request already exists for acme:" + branch);
        }
        var pull = new StandInPull(
                pulls.size() + 1,
                body.path("title").asString(),
                body.path("body").asString(),
                branch,
                base,
                tip,
                clock.instant().truncatedTo(ChronoUnit.SECONDS));
        pulls.put(pull.number, pull);
        return new Answer(201, views.pull(pull));
    }

    /** As it is now: the branch may have moved, or have been merged by a push. */
    private StandInPull seen(StandInPull pull) throws IOException {
        String tip = repository.tip(pull.branch);
        if (pull.open && tip != null) {
            pull.head = tip;
        }
        if (pull.open && pull.base.equals("main") && repository.isOnMain(pull.head)) {
            pull.open = false;
            pull.merged = true;
        }
        return pull;
    }

    /** As it is by now: its branch may have moved, or have been merged by a push. */
    public synchronized StandInPull shownPull(int number) throws IOException {
        return seen(pull(number));
    }

    synchronized Answer shown(int number) throws IOException {
        return new Answer(200, views.pull(shownPull(number)));
    }

    synchronized Answer edit(int number, JsonNode body) throws IOException {
        StandInPull pull = pull(number);
        pull.open = !body.path("state").asString("open").equals("closed");
        return new Answer(200, views.pull(pull));
    }

    synchronized Answer merge(int number, JsonNode body) throws IOException {
        StandInPull pull = seen(pull(number));
        if (!pull.open) {
            return new Answer(405, StandInViews.message("Pull Request is not mergeable"));
        }
        if (!body.path("sha").asString("").equals(pull.head)) {
            return new Answer(409, StandInViews.message("Head branch was modified. Review and try the merge again."));
        }
        if (!repository.merge(pull.head, body.path("commit_message").asString())) {
            return new Answer(405, StandInViews.message("Pull Request is not mergeable"));
        }
        seen(pull);
        return new Answer(200, views.merged(pull));
    }

    synchronized Answer askReviewers(int number, JsonNode body) {
        StandInPull pull = pull(number);
        body.path("reviewers").forEach(login -> pull.reviewers.add(login.asString()));
        return new Answer(201, views.listed(pull));
    }

    synchronized Answer label(int number, JsonNode body) {
        StandInPull pull = pull(number);
        (body.isArray() ? body : body.path("labels")).forEach(label -> pull.labels.add(label.asString()));
        return new Answer(200, views.labels(pull));
    }

    synchronized Answer comments(int number) {
        return new Answer(200, views.comments(pull(number)));
    }

    synchronized Answer comment(int number, JsonNode body) {
        pull(number).comments.add(body.path("body").asString());
        return new Answer(201, views.comment(body.path("body").asString()));
    }

    synchronized Answer analyses(String ref) {
        if (!codeScanning) {
            return new Answer(403, StandInViews.message("Code scanning is not enabled for this repository."));
        }
        List<JsonNode> known = uploads.stream()
                .filter(upload -> upload.path("ref").asString().equals(ref))
                .toList();
        return known.isEmpty()
                ? new Answer(404, StandInViews.message("no analysis found"))
                : new Answer(200, views.analyses(known));
    }

    synchronized Answer upload(JsonNode body) {
        if (!codeScanning) {
            return new Answer(403, StandInViews.message("Code scanning is not enabled for this repository."));
        }
        uploads.add(body);
        return new Answer(202, views.upload());
    }

    @Override
    public void close() {
        repository.close();
    }
}
