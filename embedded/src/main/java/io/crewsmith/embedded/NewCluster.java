package io.crewsmith.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * The making of a database cluster, marked by a file from before the first step until after the last.
 *
 * <p>A run that died in between leaves the mark, and the next one starts over: nobody was told of a database yet. A
 * cluster without the mark is never touched.
 */
final class NewCluster {

    private final Path mark;

    private NewCluster(Path mark) {
        this.mark = mark;
    }

    static NewCluster in(Path home, Path data) throws IOException {
        NewCluster cluster = new NewCluster(home.resolve("unfinished"));
        if (cluster.isUnfinished()) {
            FolderTree.delete(data);
        }
        if (!Files.exists(data)) {
            Files.writeString(cluster.mark, "The database cluster beside this file is being made.\n");
        }
        return cluster;
    }

    void finish(DataSource asSuperuser, String role, String password) throws IOException, SQLException {
        if (!isUnfinished()) {
            return;
        }
        try (Connection connection = asSuperuser.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE ROLE " + role + " LOGIN CREATEDB PASSWORD '" + password + "'");
            statement.execute("CREATE DATABASE " + role + " OWNER " + role);
        }
        Files.delete(mark);
    }

    private boolean isUnfinished() {
        return Files.exists(mark);
    }
}
