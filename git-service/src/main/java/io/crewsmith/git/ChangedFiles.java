package io.crewsmith.git;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.crewsmith.git.model.Change;
import io.crewsmith.git.model.RepositoryLayout;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.revwalk.RevCommit;

/** The files of a change, by their paths in the repository. */
final class ChangedFiles {

    private static final String NAME = ".gitattributes";

    /** {@code -text}: no client changes a line end of what was reviewed. */
    private static final String ATTRIBUTES = " -text linguist-generated=true\n";

    /** What a repository that we begin has. */
    static final Map<String, byte[]> FIRST = Map.of(NAME, first());

    private static final ObjectId FIRST_ID = id(first());

    private ChangedFiles() {}

    /** The files themselves. */
    static Map<String, byte[]> of(Change change) {
        Map<String, byte[]> files = new TreeMap<>();
        change.files()
                .forEach((path, text) ->
                        files.put(RepositoryLayout.path(change.agentKey(), path), text.getBytes(UTF_8)));
        return files;
    }

    /** The same, and, in a repository that others began, what marks them as generated. */
    static Map<String, byte[]> on(RevCommit main, Change change, History history) throws IOException {
        Map<String, byte[]> files = of(change);
        String kinds = change.folder().substring(0, change.folder().indexOf('/') + 1);
        if (!FIRST_ID.equals(history.entry(main, NAME)) && history.entry(main, kinds + NAME) == null) {
            files.put(kinds + NAME, ("**" + ATTRIBUTES).getBytes(UTF_8));
        }
        return files;
    }

    private static byte[] first() {
        return ("agents/**" + ATTRIBUTES + "crews/**" + ATTRIBUTES).getBytes(UTF_8);
    }

    static ObjectId id(byte[] file) {
        try (var formatter = new ObjectInserter.Formatter()) {
            return formatter.idFor(Constants.OBJ_BLOB, file);
        }
    }
}
