package io.crewsmith.git;

import io.crewsmith.git.model.Change;
import io.crewsmith.git.model.CommitMessage;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.jgit.lib.ObjectId;

/** The code of an earlier run, in the place of another. */
record RollbackArrival(Change change, UUID rolledBack) implements Arrival {

    @Override
    public String branch() {
        return "main";
    }

    @Override
    public Optional<ObjectId> on(ObjectId main, History history) throws IOException {
        return history.rollbackOf(main, rolledBack, change.at());
    }

    @Override
    public String message(String folder) {
        return CommitMessage.rollback(change, rolledBack, folder);
    }
}
