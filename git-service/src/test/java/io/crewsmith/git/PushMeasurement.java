package io.crewsmith.git;

import static io.crewsmith.git.GitClient.git;

import io.crewsmith.git.remote.HttpGitServer;
import io.crewsmith.git.remote.RemoteSettings;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Prints what a remote repository adds to the figures of {@link RepositoryMeasurement}: a branch is one push, a merge three
 * (main branch, tag, end of the branch). Runs when asked for.
 */
class PushMeasurement {

    @TempDir
    private Path temporary;

    /** Each push is answered with the names of all branches and tags, so their number counts beside that of the files. */
    @ParameterizedTest
    @CsvSource({"10000, false, 100", "100000, false, 100", "10000, true, 100", "100000, true, 10"})
    void runsWithARemote(int files, boolean released, int timed) throws Exception {
        int warmUp = timed / 10;
        Path shared = shared(files, released);
        String what = "%,d files%s".formatted(files, released ? " and tags" : "");
        try (var server = new HttpGitServer(temporary)) {
            RemoteSettings folder = settings(shared.toString(), null);
            RemoteSettings http = settings(server.url("agents.git"), HttpGitServer.TOKEN);
            try (var ours = join("folder.git", folder)) {
                new TimedRuns(ours, what + ", by folder", files, warmUp, 0).oneByOne(timed);
            }
            try (var ours = join("http.git", http)) {
                new TimedRuns(ours, what + ", by HTTP", files, warmUp, warmUp + timed).oneByOne(timed);
            }
        }
    }

    private RepositoryView join(String folder, RemoteSettings settings) {
        return RepositoryView.of(temporary.resolve(folder), settings, upstream -> upstream);
    }

    private Path shared(int files, boolean released) throws Exception {
        try (var filled = RepositoryView.in(temporary)) {
            if (released) {
                ManyFiles.fillReleased(filled, files);
            } else {
                ManyFiles.fill(filled, files, agent -> ManyFiles.path(agent).replace("/agent-", "/other-"));
            }
            git(filled.folder, "config", "receive.denyDeletes", "false");
            git(filled.folder, "config", "http.receivepack", "true");
            return filled.folder;
        }
    }

    private static RemoteSettings settings(String url, @Nullable String token) {
        return new RemoteSettings(
                url, "main", "x-access-token", token, null, null, Duration.ofSeconds(30), Duration.ofSeconds(10), 0);
    }
}
