package io.crewsmith.git.remote;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.eclipse.jgit.lib.ObjectId;

/** The repository that people share. Where none is configured, our own is that one. */
public interface Upstream {

    /** Our own repository alone. */
    Upstream NONE = new Upstream() {
        @Override
        public void refresh() {}

        @Override
        public void fetch(String ref) {}

        @Override
        public ObjectId look(String ref) {
            return ObjectId.zeroId();
        }

        @Override
        public Set<String> push(List<Move> moves) {
            return Set.of();
        }
    };

    /**
     * A branch or a tag on its way.
     *
     * @param from where it must stand; {@link ObjectId#zeroId()} if it must not be there yet
     * @param to where it shall stand; {@link ObjectId#zeroId()} if it shall be gone
     */
    record Move(String ref, ObjectId from, ObjectId to) {}

    /** Takes over what others did to the main branch, unless that was looked up a moment ago. */
    void refresh() throws IOException;

    /** Takes over where a branch or a tag stands there, if it is there. */
    void fetch(String ref) throws IOException;

    /**
     * Where a branch or a tag stands there; {@link ObjectId#zeroId()} if it is not there. What it holds is brought over, but
     * nothing of ours moves.
     */
    ObjectId look(String ref) throws IOException;

    /**
     * Moves them there; what stands where it shall is left alone.
     *
     * @return those that stand elsewhere; they were not moved
     * @throws PushRefusedException if the other side does not want one of them
     * @throws IOException if the other side cannot be reached: worth another try
     */
    Set<String> push(List<Move> moves) throws IOException;
}
