package io.crewsmith.review;

import io.crewsmith.platform.ServiceApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/** Runs the review service alone. */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import(ReviewServiceConfiguration.class)
public class ReviewServiceApplication {

    public static void main(String[] arguments) {
        ServiceApplication.run("review-service", ReviewServiceApplication.class, arguments);
    }
}
