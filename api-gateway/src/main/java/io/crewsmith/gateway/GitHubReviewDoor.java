package io.crewsmith.gateway;

import io.crewsmith.events.v1.DecideReview;
import io.crewsmith.events.v1.ReportChecks;
import io.crewsmith.gateway.github.ReviewDoor;
import io.crewsmith.gateway.github.Reviewer;
import io.crewsmith.gateway.ledger.LedgerQueries;
import io.crewsmith.gateway.ledger.ReviewQueries;
import io.crewsmith.gateway.model.Deployment;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What people decide at GitHub goes the way of what they decide here. */
@Component
class GitHubReviewDoor implements ReviewDoor {

    private final CommandTopic commands;
    private final LedgerQueries ledger;
    private final ReviewQueries reviews;
    private final GatewaySettings settings;

    GitHubReviewDoor(CommandTopic commands, LedgerQueries ledger, ReviewQueries reviews, GatewaySettings settings) {
        this.commands = commands;
        this.ledger = ledger;
        this.reviews = reviews;
        this.settings = settings;
    }

    @Override
    public Optional<Reviewer> user(String name) {
        return settings.users().stream()
                .filter(user -> user.name().equals(name))
                .findFirst()
                .map(user -> new Reviewer(
                        user.name(),
                        user.roles().stream().map(Enum::name).sorted().toList()));
    }

    @Override
    public Flux<Deployment> shownBy(int pullRequest) {
        return reviews.shownBy(pullRequest);
    }

    @Override
    public Mono<Instant> waitingSince() {
        return reviews.underReviewSince();
    }

    @Override
    public Mono<Boolean> knows(UUID commandId) {
        return ledger.event(commandId).hasElement();
    }

    @Override
    public Mono<Void> decide(DecideReview decision) {
        return commands.append(decision);
    }

    @Override
    public Flux<Deployment> toCheckAt(String commit) {
        return reviews.toCheckAt(commit);
    }

    @Override
    public Flux<String> unchecked() {
        return reviews.uncheckedCommits();
    }

    @Override
    public Mono<Void> report(ReportChecks report) {
        return commands.append(report);
    }
}
