package io.crewsmith.git;

import io.crewsmith.git.model.Change;
import io.crewsmith.git.model.CommitMessage;
import io.crewsmith.git.remote.Upstream;
import io.crewsmith.git.remote.Upstream.Move;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.TagBuilder;
import org.eclipse.jgit.revwalk.RevTag;
import org.eclipse.jgit.revwalk.RevWalk;
import org.jspecify.annotations.Nullable;

/** The annotated tags of what was released: {@code agents/market-analyst/v1}, {@code v2} and so on, rollbacks too. */
final class Releases {

    private final Repository git;
    private final Branches branches;
    private final Upstream upstream;

    Releases(Repository git, Branches branches, Upstream upstream) {
        this.git = git;
        this.branches = branches;
        this.upstream = upstream;
    }

    /** One of them. */
    record Release(String ref, int number, ObjectId tag, ObjectId commit, String message) {

        String name() {
            return ref.substring(Constants.R_TAGS.length());
        }
    }

    /** What the agent or crew was released as last. */
    Optional<Release> latest(Change change) throws IOException {
        List<Release> all = all(change);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getFirst());
    }

    /** The release of this very run. */
    Optional<Release> of(Change change) throws IOException {
        return all(change).stream()
                .filter(release -> CommitMessage.isReleaseOf(release.message(), change.runId()))
                .findFirst();
    }

    /** Tags the commit with the next number, unless it is tagged, and upstream too. */
    void tag(Change change, ObjectId commit, @Nullable UUID rolledBack) throws IOException {
        boolean published = false;
        while (!published) {
            Optional<Release> release = latest(change, commit);
            if (release.isPresent()) {
                Release found = release.get();
                published = upstream.push(List.of(new Move(found.ref(), ObjectId.zeroId(), found.tag())))
                        .isEmpty();
                if (!published) {
                    // Somebody has tagged another commit with this name there: it is theirs.
                    upstream.fetch(found.ref());
                }
            } else {
                tagNext(change, commit, rolledBack);
            }
        }
    }

    private Optional<Release> latest(Change change, ObjectId commit) throws IOException {
        return all(change).stream()
                .filter(release -> release.commit().equals(commit))
                .findFirst();
    }

    /** By compare-and-swap: if another instance takes the number first, the next look shows it. */
    private void tagNext(Change change, ObjectId commit, @Nullable UUID rolledBack) throws IOException {
        int number = latest(change).map(Release::number).orElse(0) + 1;
        String name = change.releaseTag() + number;
        ObjectId tag = write(name, change, commit, CommitMessage.release(change, number, rolledBack));
        branches.move(Constants.R_TAGS + name, ObjectId.zeroId(), tag);
    }

    private ObjectId write(String name, Change change, ObjectId commit, String message) throws IOException {
        var tag = new TagBuilder();
        tag.setTag(name);
        tag.setObjectId(commit, Constants.OBJ_COMMIT);
        tag.setTagger(Identity.of(change.actor(), change.at()));
        tag.setMessage(message);
        try (ObjectInserter inserter = Durability.inserter(git)) {
            ObjectId id = inserter.insert(tag);
            inserter.flush();
            return id;
        }
    }

    /** The latest first. */
    private List<Release> all(Change change) throws IOException {
        String prefix = Constants.R_TAGS + change.releaseTag();
        List<Release> releases = new ArrayList<>();
        try (RevWalk walk = new RevWalk(git)) {
            for (Ref ref : git.getRefDatabase().getRefsByPrefix(prefix)) {
                String number = ref.getName().substring(prefix.length());
                if (number.matches("[1-9][0-9]{0,8}") && walk.parseAny(ref.getObjectId()) instanceof RevTag tag) {
                    walk.parseBody(tag);
                    releases.add(new Release(
                            ref.getName(),
                            Integer.parseInt(number),
                            tag.copy(),
                            tag.getObject().copy(),
                            tag.getFullMessage()));
                }
            }
        }
        releases.sort(Comparator.comparing(Release::number).reversed());
        return releases;
    }
}
