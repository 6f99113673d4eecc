package io.crewsmith.git;

import io.crewsmith.git.model.Change;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.jgit.lib.ObjectId;
import org.jspecify.annotations.Nullable;

/** What is to come to the main branch. */
sealed interface Arrival permits MergeArrival, RollbackArrival {

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
}
