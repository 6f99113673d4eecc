package io.crewsmith.git;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.crewsmith.git.github.Forge;
import io.crewsmith.git.model.Effect;
import io.crewsmith.git.model.Effect.Done;
import io.crewsmith.git.remote.RemoteRepository;
import io.crewsmith.git.remote.RemoteSettings;
import io.crewsmith.git.remote.Upstream;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.assertj.core.api.Assertions;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;

/** A repository of its own for a test: the service's view, and another one that reads and changes it as people do. */
final class RepositoryView implements AutoCloseable {

    static final Clock CLOCK = Clock.fixed(Changes.NOON, ZoneOffset.UTC);

    final Path folder;
    final BareRepository bare;
    final AgentRepository service;
    private final Repository git;

    private RepositoryView(Path folder, BareRepository bare, Upstream upstream, Forge forge) {
        this(folder, bare, upstream, forge, MergePolicy.MERGE_COMMIT);
    }

    private RepositoryView(Path folder, BareRepository bare, Upstream upstream, Forge forge, MergePolicy policy) {
        this.folder = folder;
        this.bare = bare;
        this.service = new AgentRepository(bare, upstream, forge, policy);
        this.git = bare.git();
    }

    private static BareRepository open(Path folder) {
        return BareRepository.open(new GitSettings(folder, MergePolicy.MERGE_COMMIT, null, null, true), CLOCK);
    }

    static RepositoryView in(Path temporary) {
        return in(temporary, MergePolicy.MERGE_COMMIT);
    }

    static RepositoryView in(Path temporary, MergePolicy policy) {
        Path folder = temporary.resolve("agents.git");
        return new RepositoryView(folder, open(folder), Upstream.NONE, Forge.NONE, policy);
    }

    /** One that joins a repository that others share, through whatever stands between. */
    static RepositoryView of(Path folder, RemoteSettings settings, UnaryOperator<Upstream> between) {
        return of(folder, settings, between, Forge.NONE);
    }

    static RepositoryView of(Path folder, RemoteSettings settings, UnaryOperator<Upstream> between, Forge forge) {
        BareRepository bare = open(folder);
        var remote = new RemoteRepository(bare.git(), settings, CLOCK, new SimpleMeterRegistry());
        remote.join();
        return new RepositoryView(folder, bare, between.apply(remote), forge);
    }

    /** The commit that the effect must have come to. */
    static Done committed(Effect effect) {
        Assertions.assertThat(effect).isInstanceOf(Done.class);
        return (Done) effect;
    }

    /** The text of an annotated tag; empty where there is none. */
    Optional<String> tag(String name) throws IOException {
        try (var walk = new RevWalk(git)) {
            var ref = git.exactRef(Constants.R_TAGS + name);
            return ref == null
                    ? Optional.empty()
                    : Optional.of(walk.parseTag(ref.getObjectId()).getFullMessage());
        }
    }

    /** The tree of a folder in what was committed. */
    String folder(Done done, String folder) throws IOException {
        return TreeWalk.forPath(git, folder, commit(done.commit()).getTree())
                .getObjectId(0)
                .name();
    }

    boolean hasBranch(String name) throws IOException {
        return git.exactRef(Constants.R_HEADS + name) != null;
    }

    RevCommit main() throws IOException {
        return commit(bare.branches().tip(BareRepository.MAIN).name());
    }

    RevCommit commit(String id) throws IOException {
        try (var walk = new RevWalk(git)) {
            RevCommit commit = walk.parseCommit(ObjectId.fromString(id));
            walk.parseBody(commit);
            return commit;
        }
    }

    Optional<String> onMain(String path) throws IOException {
        return text(main(), path);
    }

    Optional<String> text(RevCommit commit, String path) throws IOException {
        try (TreeWalk walk = TreeWalk.forPath(git, path, commit.getTree())) {
            return walk == null
                    ? Optional.empty()
                    : Optional.of(new String(
                            git.open(walk.getObjectId(0), Constants.OBJ_BLOB).getBytes(), UTF_8));
        }
    }

    /** Commits a file to a branch as a person does, whatever the message claims. */
    RevCommit edit(String branch, String path, String text, String message) throws IOException {
        String ref = Constants.R_HEADS + branch;
        try (var inserter = git.newObjectInserter();
                var reader = inserter.newReader()) {
            RevCommit tip = commit(bare.branches().tip(ref).name());
            var commit = new org.eclipse.jgit.lib.CommitBuilder();
            commit.setTreeId(new TreeEditor(reader, inserter).put(tip.getTree(), Map.of(path, text.getBytes(UTF_8))));
            commit.setParentIds(List.of(tip));
            var person = new PersonIdent("Somebody", "somebody@example.org", Changes.NOON, ZoneOffset.UTC);
            commit.setAuthor(person);
            commit.setCommitter(person);
            commit.setMessage(message);
            ObjectId id = inserter.insert(commit);
            inserter.flush();
            Assertions.assertThat(bare.branches().move(ref, tip, id)).isTrue();
            return commit(id.name());
        }
    }

    @Override
    public void close() {
        bare.destroy();
    }
}
