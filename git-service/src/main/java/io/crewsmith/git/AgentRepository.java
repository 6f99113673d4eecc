package io.crewsmith.git;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.crewsmith.git.model.Change;
import io.crewsmith.git.model.CommitMessage;
import io.crewsmith.git.model.Effect;
import io.crewsmith.git.model.Effect.Committed;
import io.crewsmith.git.model.Effect.Conflicted;
import io.crewsmith.git.model.Effect.Refused;
import io.crewsmith.git.model.RepositoryLayout;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.jspecify.annotations.Nullable;

/** Brings changes into the repository. Each effect looks first whether it is there already, so it may be repeated. */
final class AgentRepository {

    private final Repository git;
    private final Branches branches;
    private final History history;

    AgentRepository(BareRepository repository) {
        this.git = repository.git();
        this.branches = repository.branches();
        this.history = new History(git);
    }

    /** Commits the change to the branch of its run. */
    Effect branch(Change change) throws IOException {
        try {
            return onBranch(change);
        } catch (PathObstructedException e) {
            return new Refused(e.getMessage() + ".");
        }
    }

    private Effect onBranch(Change change) throws IOException {
        String ref = Constants.R_HEADS + change.branch();
        ObjectId tip = branches.tip(ref);
        if (tip.equals(ObjectId.zeroId())) {
            tip = commitOnBranch(change, ref);
        }
        return history.holds(tip, files(change))
                ? new Committed(change.branch(), tip.name())
                : new Refused("Branch %s is there already, with other code.".formatted(change.branch()));
    }

    private ObjectId commitOnBranch(Change change, String ref) throws IOException {
        try (var commits = new Commits(git)) {
            RevCommit main = commits.read(main());
            ObjectId commit =
                    commits.commit(main, files(change), List.of(main), CommitMessage.generate(change), author(change));
            return branches.move(ref, ObjectId.zeroId(), commit) ? commit : branches.tip(ref);
        }
    }

    /** Merges the branch of the run into the main branch, if it holds exactly the approved files. */
    Effect merge(Change change) throws IOException {
        ObjectId tip = branches.tip(Constants.R_HEADS + change.branch());
        if (tip.equals(ObjectId.zeroId()) || !history.holds(tip, files(change))) {
            return new Refused("Branch %s does not hold the approved code.".formatted(change.branch()));
        }
        return onMain(change.branch(), change, CommitMessage.merge(change), tip, main -> {
            Optional<ObjectId> merged = history.mergeOf(main, tip);
            if (merged.isPresent()) {
                return Optional.of(new Committed(change.branch(), merged.get().name()));
            }
            List<String> foreign =
                    history.foreignChanges(main, tip, files(change).keySet());
            return foreign.isEmpty() ? Optional.empty() : Optional.of(new Conflicted(change.branch(), foreign));
        });
    }

    /** Brings the files of the change back by a new commit on the main branch. */
    Effect rollBack(Change change, UUID rolledBack) throws IOException {
        return onMain(
                "main",
                change,
                CommitMessage.rollback(change, rolledBack),
                null,
                main -> history.rollbackOf(main, rolledBack, change.at())
                        .map(done -> new Committed("main", done.name())));
    }

    /** What makes a commit on the main branch, as it stands, needless or impossible. */
    @FunctionalInterface
    private interface Obstacle {
        Optional<Effect> at(ObjectId main) throws IOException;
    }

    /** Others commit to the main branch too, so it may have moved on: then once more, from where it is. */
    private Effect onMain(String branch, Change change, String message, @Nullable ObjectId tip, Obstacle obstacle)
            throws IOException {
        try (var commits = new Commits(git)) {
            while (true) {
                RevCommit main = commits.read(main());
                Optional<Effect> known = obstacle.at(main);
                if (known.isPresent()) {
                    return known.get();
                }
                List<RevCommit> parents = tip == null ? List.of(main) : List.of(main, commits.read(tip));
                ObjectId commit = commits.commit(main, files(change), parents, message, author(change));
                if (branches.move(BareRepository.MAIN, main, commit)) {
                    return new Committed(branch, commit.name());
                }
            }
        } catch (PathObstructedException e) {
            return new Refused(e.getMessage() + ".");
        }
    }

    private ObjectId main() throws IOException {
        ObjectId main = branches.tip(BareRepository.MAIN);
        if (main.equals(ObjectId.zeroId())) {
            throw new IOException("The repository has lost its main branch");
        }
        return main;
    }

    private static Map<String, byte[]> files(Change change) {
        Map<String, byte[]> files = new TreeMap<>();
        change.files()
                .forEach((path, text) ->
                        files.put(RepositoryLayout.path(change.agentKey(), path), text.getBytes(UTF_8)));
        return files;
    }

    private static PersonIdent author(Change change) {
        return Identity.of(change.actor(), change.at());
    }
}
