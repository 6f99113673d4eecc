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
    private final History history;

    AgentRepository(BareRepository repository) {
        this.git = repository.git();
        this.history = new History(git);
    }

    /** Commits the change to the branch of its run. */
    Effect branch(Change change) throws IOException {
        String ref = Constants.R_HEADS + change.branch();
        Map<String, byte[]> files = files(change);
        ObjectId tip = git.resolve(ref);
        if (tip != null) {
            return history.holds(tip, files)
                    ? new Committed(change.branch(), tip.name())
                    : new Refused("Branch %s is there already, with other code.".formatted(change.branch()));
        }
        try (var commits = new Commits(git)) {
            RevCommit main = commits.read(main());
            ObjectId commit =
                    commits.commit(main, files, List.of(main), CommitMessage.generate(change), author(change));
            commits.moveRef(ref, ObjectId.zeroId(), commit);
            return new Committed(change.branch(), commit.name());
        }
    }

    /** Merges the branch of the run into the main branch, if it holds exactly the approved files. */
    Effect merge(Change change) throws IOException {
        ObjectId tip = git.resolve(Constants.R_HEADS + change.branch());
        Map<String, byte[]> files = files(change);
        if (tip == null || !history.holds(tip, files)) {
            return new Refused("Branch %s does not hold the approved code.".formatted(change.branch()));
        }
        Optional<ObjectId> merged = history.mergeOf(main(), tip);
        if (merged.isPresent()) {
            return new Committed(change.branch(), merged.get().name());
        }
        List<String> foreign = history.foreignChanges(main(), files.keySet());
        return foreign.isEmpty()
                ? onMain(change.branch(), change, CommitMessage.merge(change), tip)
                : new Conflicted(change.branch(), foreign);
    }

    /** Brings the files of the change back by a new commit on the main branch. */
    Effect rollBack(Change change, UUID rolledBack) throws IOException {
        Optional<ObjectId> done = history.rollbackOf(main(), rolledBack, change.at());
        if (done.isPresent()) {
            return new Committed("main", done.get().name());
        }
        return onMain("main", change, CommitMessage.rollback(change, rolledBack), null);
    }

    /** Others commit to the main branch too, so it may have moved on: then once more, from where it is. */
    private Effect onMain(String branch, Change change, String message, @Nullable ObjectId tip) throws IOException {
        try (var commits = new Commits(git)) {
            while (true) {
                RevCommit main = commits.read(main());
                List<RevCommit> parents = tip == null ? List.of(main) : List.of(main, commits.read(tip));
                ObjectId commit = commits.commit(main, files(change), parents, message, author(change));
                if (commits.tryMoveRef(BareRepository.MAIN, main, commit)) {
                    return new Committed(branch, commit.name());
                }
            }
        }
    }

    private ObjectId main() throws IOException {
        ObjectId main = git.resolve(BareRepository.MAIN);
        if (main == null) {
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
