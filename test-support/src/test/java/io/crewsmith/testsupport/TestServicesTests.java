package io.crewsmith.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import io.crewsmith.embedded.DatabaseAddress;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;

class TestServicesTests {

    @Test
    void aFreshDatabaseHasSeenNoOtherTest() throws SQLException {
        DatabaseAddress one = TestServices.freshDatabase();
        DatabaseAddress other = TestServices.freshDatabase();
        try (Connection connection = connect(one)) {
            connection.createStatement().execute("CREATE TABLE mine ()");
        }
        assertThat(tables(one)).isEqualTo(1);
        assertThat(tables(other)).isZero();
    }

    @Test
    void theBrokerAnswers() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", TestServices.bootstrapServers()))) {
            assertThat(admin.describeCluster().nodes().get()).hasSize(1);
        }
    }

    @Test
    void springIsToldAboutBrokerAndDatabase() {
        Map<String, Object> told = new TreeMap<>();
        DatabaseAddress database = TestServices.register((name, value) -> told.put(name, value.get()));
        assertThat(told)
                .containsEntry("spring.kafka.bootstrap-servers", TestServices.bootstrapServers())
                .containsEntry("spring.r2dbc.url", database.r2dbcUrl())
                .containsEntry("spring.r2dbc.username", database.user())
                .containsEntry("spring.r2dbc.password", database.password())
                .containsEntry("spring.datasource.url", database.jdbcUrl())
                .containsEntry("spring.datasource.username", database.user())
                .containsEntry("spring.datasource.password", database.password())
                .containsEntry("spring.flyway.url", database.jdbcUrl())
                .containsEntry("spring.flyway.user", database.user())
                .containsEntry("spring.flyway.password", database.password());
        runAnApplicationSoThatItsEndLetsTheServicesStop();
    }

    private static void runAnApplicationSoThatItsEndLetsTheServicesStop() {
        new SpringApplicationBuilder(TestServicesTests.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .run();
    }

    private static int tables(DatabaseAddress database) throws SQLException {
        try (Connection connection = connect(database);
                ResultSet row = connection
                        .createStatement()
                        .executeQuery("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'")) {
            row.next();
            return row.getInt(1);
        }
    }

    private static Connection connect(DatabaseAddress database) throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
    }
}
