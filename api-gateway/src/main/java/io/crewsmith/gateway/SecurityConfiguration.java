package io.crewsmith.gateway;

import static io.crewsmith.gateway.model.Role.ADMIN;
import static io.crewsmith.gateway.model.Role.AUTHOR;
import static io.crewsmith.gateway.model.Role.OPERATOR;
import static io.crewsmith.gateway.model.Role.REVIEWER;
import static io.crewsmith.gateway.model.Role.SERVICE;

import io.crewsmith.gateway.model.Role;
import java.util.Arrays;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.AuthorizeExchangeSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.CsrfSpec;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;

/** Who may do what at the door. Bearer tokens only, so there is no session and no cookie to forge a request with. */
@EnableWebFluxSecurity
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    @Bean
    LocalUsers localUsers(GatewaySettings settings) {
        return new LocalUsers(settings.users());
    }

    @Bean
    SecurityWebFilterChain securityFilters(ServerHttpSecurity http, LocalUsers users, SecurityProblems problems) {
        return http.csrf(CsrfSpec::disable)
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .oauth2ResourceServer(server -> server.authenticationEntryPoint(problems)
                        .accessDeniedHandler(problems)
                        .opaqueToken(token -> token.introspector(users)))
                .authorizeExchange(SecurityConfiguration::rules)
                .build();
    }

    private static void rules(AuthorizeExchangeSpec rules) {
        rules.pathMatchers("/health", "/actuator/health/**", "/actuator/prometheus")
                .permitAll();
        rules.pathMatchers(HttpMethod.GET, "/v3/api-docs/**").permitAll();
        rules.pathMatchers(HttpMethod.POST, "/api/code-scans").authenticated();
        rules.pathMatchers(HttpMethod.POST, "/api/code-deployments/*/review").hasAnyRole(names(REVIEWER, ADMIN));
        rules.pathMatchers(HttpMethod.POST, "/api/code-deployments/*/rollback").hasAnyRole(names(OPERATOR, ADMIN));
        rules.pathMatchers(HttpMethod.GET, "/api/**").authenticated();
        rules.pathMatchers("/api/**").hasAnyRole(names(AUTHOR, SERVICE, ADMIN));
        rules.anyExchange().denyAll();
    }

    private static String[] names(Role... roles) {
        return Arrays.stream(roles).map(Role::name).toArray(String[]::new);
    }
}
