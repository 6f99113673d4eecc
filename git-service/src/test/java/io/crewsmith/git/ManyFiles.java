package io.crewsmith.git;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.crewsmith.git.model.Change;
import io.crewsmith.git.model.CommitMessage;
import io.crewsmith.git.model.RepositoryLayout;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.internal.storage.file.ObjectDirectory;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.TagBuilder;

/** Fills a repository with agents, in one commit. It lies in one pack, as after a clone or {@code git gc}. */
final class ManyFiles {

    private static final String MODULE = "# generated\n" + "value = 1\n".repeat(150);

    private ManyFiles() {}

    /** The next version of one of the agents. */
    static Change change(int run, int agent) {
        return Changes.change(run, key(agent), text(run));
    }

    static String key(int agent) {
        return "agent-" + agent;
    }

    static String text(int number) {
        return MODULE + "# " + number + "\n";
    }

    static String path(int agent) {
        return RepositoryLayout.path(key(agent), "app/agents/agent_%d.py".formatted(agent));
    }

    /** Agents that were never released. */
    static void fill(RepositoryView repository, int agents, IntFunction<String> path) throws IOException {
        try (ObjectInserter inserter = pack(repository.bare.git())) {
            commit(repository, tree(inserter, agents, path));
        }
    }

    /** Agents that were released once each, so that their next release is the second. */
    static void fillReleased(RepositoryView repository, int agents) throws IOException {
        fill(repository, agents, ManyFiles::path);
        Repository git = repository.bare.git();
        ObjectId main = repository.main();
        Map<String, ObjectId> tags = new TreeMap<>();
        try (ObjectInserter inserter = pack(git)) {
            for (int i = 0; i < agents; i++) {
                Change change = change(i, i);
                tags.put(change.releaseTag() + 1, inserter.insert(tag(change, main)));
            }
            inserter.flush();
        }
        var lines = new StringBuilder("# pack-refs with: peeled fully-peeled sorted\n");
        tags.forEach((name, tag) -> lines.append("%s refs/tags/%s\n^%s\n".formatted(tag.name(), name, main.name())));
        Files.writeString(repository.folder.resolve(Constants.PACKED_REFS), lines);
    }

    private static TagBuilder tag(Change change, ObjectId commit) {
        var tag = new TagBuilder();
        tag.setTag(change.releaseTag() + 1);
        tag.setObjectId(commit, Constants.OBJ_COMMIT);
        tag.setTagger(Identity.of(change.actor(), change.at()));
        tag.setMessage(CommitMessage.release(change, 1, null));
        return tag;
    }

    private static ObjectId tree(ObjectInserter inserter, int agents, IntFunction<String> path) throws IOException {
        var index = DirCache.newInCore();
        var builder = index.builder();
        for (Map.Entry<String, byte[]> first : ChangedFiles.FIRST.entrySet()) {
            builder.add(entry(inserter, first.getKey(), first.getValue()));
        }
        for (int i = 0; i < agents; i++) {
            builder.add(entry(inserter, path.apply(i), text(-i).getBytes(UTF_8)));
        }
        builder.finish();
        ObjectId tree = index.writeTree(inserter);
        inserter.flush();
        return tree;
    }

    private static DirCacheEntry entry(ObjectInserter inserter, String path, byte[] bytes) throws IOException {
        var entry = new DirCacheEntry(path);
        entry.setFileMode(FileMode.REGULAR_FILE);
        entry.setObjectId(inserter.insert(Constants.OBJ_BLOB, bytes));
        return entry;
    }

    private static void commit(RepositoryView repository, ObjectId tree) throws IOException {
        var main = repository.main();
        PersonIdent us = Identity.crewsmith(Changes.NOON);
        try (var commits = new Commits(repository.bare.git())) {
            ObjectId commit = commits.commit(tree, List.of(main), "filled\n", us, us);
            repository.bare.branches().move(BareRepository.MAIN, main, commit);
        }
    }

    private static ObjectInserter pack(Repository git) {
        return ((ObjectDirectory) git.getObjectDatabase()).newPackInserter();
    }
}
