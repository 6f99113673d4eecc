package io.crewsmith.validator;

import io.crewsmith.platform.ServiceApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Import;

/** Runs the validator service alone. It keeps nothing, so it has no database. */
@SpringBootConfiguration
@EnableAutoConfiguration(exclude = DataSourceAutoConfiguration.class)
@Import(ValidatorServiceConfiguration.class)
public class ValidatorServiceApplication {

    public static void main(String[] arguments) {
        ServiceApplication.run(ValidatorServiceApplication.class, arguments);
    }
}
