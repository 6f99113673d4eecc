package io.crewsmith.platform;

import io.crewsmith.platform.kafka.KafkaConfiguration;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The ground of every service. One with a database also imports the outbox's configuration. */
@Configuration(proxyBeanMethods = false)
@Import(KafkaConfiguration.class)
public class PlatformConfiguration {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
