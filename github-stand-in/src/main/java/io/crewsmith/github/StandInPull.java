package io.crewsmith.github;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A pull request as the stand-in remembers it. */
public final class StandInPull {

    public final int number;
    public final String title;
    public final String body;
    public final String branch;
    public String head;

    /** The branch that it is to go into, which anybody who may write can change. */
    public String base;

    public boolean open = true;
    public boolean merged;
    public final Set<String> labels = new TreeSet<>();
    public final Set<String> reviewers = new TreeSet<>();
    public final List<String> comments = new ArrayList<>();

    /** What others say below it, not whoever opened it. */
    public final List<String> commentsOfOthers = new ArrayList<>();

    final List<StandInReview> reviews = new ArrayList<>();
    Instant touchedAt;

    @Nullable
    Instant closedAt;

    @Nullable
    String closedBy;

    StandInPull(int number, String title, String body, String branch, String base, String head, Instant now) {
        this.number = number;
        this.title = title;
        this.body = body;
        this.branch = branch;
        this.base = base;
        this.head = head;
        this.touchedAt = now;
    }
}
