package io.crewsmith.github;

import java.io.IOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What people do at GitHub's pages, and continuous integration beside them. GitHub tells of it where a webhook is set; what it was answered is returned. */
public final class StandInPeople {

    /** Where deliveries go. */
    @FunctionalInterface
    public interface Listener {

        Answer deliver(String event, String payload);
    }

    /** What a delivery was answered. */
    public record Answer(int status, String body) {}

    /** Logins of people who have nothing to do with the repository; everybody else is its collaborator. */
    public final Set<String> strangers = new TreeSet<>();

    private final StandInState state;
    private final Clock clock;
    private @Nullable Listener listener;

    StandInPeople(StandInState state, Clock clock) {
        this.state = state;
        this.clock = clock;
    }

    /** From now on deliveries go there; null: they are lost. */
    public void tell(@Nullable Listener listener) {
        this.listener = listener;
    }

    /** Pushes a branch with one commit, and opens a pull request of it; the commit's id. */
    public String propose(String branch) throws IOException {
        String commit = state.repository.commit(branch);
        propose(branch, "main");
        return commit;
    }

    /** Opens a pull request of a branch that is there, into that base. */
    public void propose(String branch, String base) throws IOException {
        state.open(JsonMapper.shared()
                .createObjectNode()
                .put("head", branch)
                .put("base", base)
                .put("title", "Add " + branch)
                .put("body", ""));
    }

    /** @param decision as webhooks call it: approved, changes_requested or commented */
    public Optional<Answer> review(int number, String login, String decision, String body) throws IOException {
        StandInPull pull = state.shownPull(number);
        touch(pull);
        var review = new StandInReview(
                1_000 * number + pull.reviews.size(),
                login,
                strangers.contains(login) ? "NONE" : "COLLABORATOR",
                decision.toUpperCase(Locale.ROOT),
                body,
                pull.head,
                pull.touchedAt);
        pull.reviews.add(review);
        return tell(Delivery.reviewed(pull, review));
    }

    /** By the button of the page. */
    public Optional<Answer> merge(int number, String login) throws IOException {
        StandInPull pull = state.shownPull(number);
        if (!state.repository.merge(pull.head, "Merge pull request #" + number)) {
            throw new IllegalStateException("There is a conflict");
        }
        state.shownPull(number);
        return closed(pull, login);
    }

    /** By the button's other choice. */
    public Optional<Answer> squash(int number, String login) throws IOException {
        StandInPull pull = state.shownPull(number);
        pull.merged = state.repository.squash(pull.head, "%s (#%d)".formatted(pull.title, number));
        pull.open = !pull.merged;
        return closed(pull, login);
    }

    public Optional<Answer> close(int number, String login) throws IOException {
        StandInPull pull = state.shownPull(number);
        pull.open = false;
        return closed(pull, login);
    }

    /**
     * Continuous integration runs a check.
     *
     * @param conclusion as GitHub calls it: success, failure, cancelled …; null while it runs
     */
    public Optional<Answer> check(String commit, String name, @Nullable String conclusion) {
        return tell(Delivery.checked(state.checks.add(commit, name, conclusion)));
    }

    /**
     * Another system sets a status.
     *
     * @param result as GitHub calls it: success, failure, error or pending
     */
    public Optional<Answer> status(String commit, String context, String result) {
        state.checks.addStatus(
                commit,
                JsonMapper.shared().createObjectNode().put("context", context).put("state", result));
        return tell(Delivery.status(commit, context, result));
    }

    private Optional<Answer> closed(StandInPull pull, String login) {
        touch(pull);
        pull.closedAt = pull.touchedAt;
        pull.closedBy = login;
        return tell(Delivery.closed(pull, login));
    }

    private Optional<Answer> tell(Delivery delivery) {
        return listener == null
                ? Optional.empty()
                : Optional.of(
                        listener.deliver(delivery.event(), delivery.payload().toString()));
    }

    private void touch(StandInPull pull) {
        pull.touchedAt = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
