package io.crewsmith.gateway.batch;

import io.crewsmith.gateway.ledger.LedgerSignals;
import io.crewsmith.platform.outbox.ServiceSchema;
import io.crewsmith.platform.outbox.ServiceSchemas;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;

/** Batches: kept beside the ledger, whose runs tell how far they are. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BatchSettings.class)
public class BatchConfiguration {

    /** Looks at the ledger's tables, so those come first. */
    @Bean
    @DependsOn("ledgerListener")
    ServiceSchema batchesSchema(ServiceSchemas schemas) {
        return schemas.open("batches");
    }

    @Bean
    Batches batches(@Qualifier("batchesSchema") ServiceSchema schema, BatchSettings settings, Clock clock) {
        return new Batches(schema, settings, clock);
    }

    @Bean
    BatchDriver batchDriver(
            @Qualifier("batchesSchema") ServiceSchema schema,
            LedgerSignals signals,
            BatchSettings settings,
            Clock clock) {
        return new BatchDriver(schema, signals, settings, clock);
    }
}
