package io.crewsmith.git;

import io.crewsmith.git.model.Change;
import io.crewsmith.git.model.CommitMessage;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.jgit.lib.ObjectId;
import org.jspecify.annotations.Nullable;

/** What is to come to the main branch. */
sealed interface Arrival {

    Change change();

    /** Where people look for it. */
    String branch();

    /** The run whose code goes; null for a merge. */
    @Nullable
    UUID rolledBack();

    /** The commit that brought it, if it is there already. */
    Optional<ObjectId> on(ObjectId main, History history) throws IOException;

    /** Message of the commit that makes the folder this tree. */
    String message(String folder);

    /** The approved code of a run, from the tip of its branch. */
    record Merge(Change change, ObjectId tip) implements Arrival {

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

    /** The code of an earlier run, in the place of another. */
    record Rollback(Change change, UUID rolledBack) implements Arrival {

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
}
