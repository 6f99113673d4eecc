package io.crewsmith.git;

import io.crewsmith.git.model.Change;
import io.crewsmith.git.model.CommitMessage;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.jgit.lib.ObjectId;
import org.jspecify.annotations.Nullable;

/** The approved code of a run, from the tip of its branch. */
record MergeArrival(Change change, ObjectId tip) implements Arrival {

    @Override
    public String branch() {
        return change.branch();
    }

    @Override
    public @Nullable UUID rolledBack() {
        return null;
    }

    @Override
    public Optional<ObjectId> on(ObjectId main, History history) throws IOException {
        return history.mergeOf(main, tip);
    }

    @Override
    public String message(String folder) {
        return CommitMessage.merge(change, folder);
    }
}
