package io.crewsmith.git;

import static io.crewsmith.git.RepositoryView.committed;

import io.crewsmith.git.model.Change;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Times runs in a repository of {@link ManyFiles}, each of them of another agent. */
final class TimedRuns {

    private final RepositoryView repository;
    private final String where;
    private final int agents;
    private final int warmUp;
    private int begun;

    /**
     * @param where what the figures are called
     * @param warmUp how many of the first runs do not count
     * @param first number of the first run
     */
    TimedRuns(RepositoryView repository, String where, int agents, int warmUp, int first) {
        this.repository = repository;
        this.where = where;
        this.agents = agents;
        this.warmUp = warmUp;
        this.begun = first;
    }

    /** One after the other, each merged before the next begins. */
    void oneByOne(int runs) throws IOException {
        var branch = new Timings("branch + commit, " + where, warmUp);
        var merge = new Timings("merge, " + where, warmUp);
        for (Change change : changes(warmUp + runs)) {
            branch.time(() -> committed(repository.service.branch(change)));
            merge.time(() -> committed(repository.service.merge(change)));
        }
        branch.print();
        merge.print();
    }

    /** All of them open before the first is merged, as reviews are that wait for people. */
    void openAtOnce(int runs) throws IOException {
        var merge = new Timings("merge, %,d open at once, %s".formatted(runs, where), 0);
        List<Change> changes = changes(runs);
        for (Change change : changes) {
            committed(repository.service.branch(change));
        }
        for (Change change : changes) {
            merge.time(() -> committed(repository.service.merge(change)));
        }
        merge.print();
    }

    /** A step that shares no factor with the number of agents meets each of them before one comes twice. */
    private List<Change> changes(int runs) {
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < runs; i++) {
            changes.add(ManyFiles.change(begun, (int) (begun * 7L % agents)));
            begun++;
        }
        return changes;
    }
}
