package io.crewsmith.gateway;

import static io.crewsmith.gateway.model.Role.ADMIN;
import static io.crewsmith.gateway.model.Role.AUTHOR;
import static io.crewsmith.gateway.model.Role.OPERATOR;
import static io.crewsmith.gateway.model.Role.REVIEWER;
import static io.crewsmith.gateway.model.Role.SERVICE;

import io.crewsmith.gateway.model.Role;
import io.crewsmith.gateway.wizard.NoPage;
import io.crewsmith.gateway.wizard.SessionCookie;
import io.crewsmith.gateway.wizard.ShownUser;
import io.crewsmith.gateway.wizard.WizardConfiguration;
import io.crewsmith.gateway.wizard.WizardPage;
import java.util.Arrays;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.SecurityWebFiltersOrder;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.AuthorizeExchangeSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.CsrfSpec;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.header.ReferrerPolicyServerHttpHeadersWriter.ReferrerPolicy;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher.MatchResult;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Who may do what at the door, by bearer tokens alone; a browser's cookie holds one too. The server keeps no session. */
@EnableWebFluxSecurity
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    @Bean
    LocalUsers localUsers(GatewaySettings settings) {
        return new LocalUsers(settings.users());
    }

    @Bean
    SecurityWebFilterChain securityFilters(
            ServerHttpSecurity http,
            LocalUsers users,
            SecurityProblems problems,
            SessionCookie cookie,
            WizardPage page) {
        // A forged request of another site is no concern: it lacks the header without which no cookie counts.
        return http.csrf(CsrfSpec::disable)
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(page.policy()))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN)))
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .oauth2ResourceServer(server -> server.authenticationEntryPoint(problems)
                        .accessDeniedHandler(problems)
                        .bearerTokenConverter(cookie)
                        .opaqueToken(token -> token.introspector(users)))
                .addFilterBefore(new ShownUser(), SecurityWebFiltersOrder.AUTHORIZATION)
                .authorizeExchange(SecurityConfiguration::rules)
                .build();
    }

    private static void rules(AuthorizeExchangeSpec rules) {
        rules.pathMatchers("/health", "/actuator/health/**", "/actuator/prometheus")
                .permitAll();
        rules.pathMatchers(HttpMethod.GET, "/v3/api-docs/**").permitAll();
        for (HttpMethod reading : List.of(HttpMethod.GET, HttpMethod.HEAD)) {
            rules.pathMatchers(reading, WizardConfiguration.PAGES).permitAll();
            rules.pathMatchers(reading, WizardConfiguration.FILES).permitAll();
        }
        rules.pathMatchers(HttpMethod.POST, "/api/github/webhooks").permitAll();
        rules.pathMatchers(HttpMethod.GET, "/api/session").permitAll();
        rules.pathMatchers("/api/session").authenticated();
        rules.pathMatchers(HttpMethod.POST, "/api/code-scans", "/api/agents/preview", "/api/crews/preview")
                .authenticated();
        rules.pathMatchers(HttpMethod.POST, "/api/code-deployments/*/review").hasAnyRole(names(REVIEWER, ADMIN));
        rules.pathMatchers(HttpMethod.POST, "/api/code-deployments/*/checks")
                .hasAnyRole(names(SERVICE, OPERATOR, ADMIN));
        rules.pathMatchers(HttpMethod.POST, "/api/code-deployments/*/rollback").hasAnyRole(names(OPERATOR, ADMIN));
        rules.pathMatchers(HttpMethod.POST, "/api/code-deployments/*/resume")
                .hasAnyRole(names(AUTHOR, OPERATOR, ADMIN));
        rules.pathMatchers(HttpMethod.GET, "/api/**").authenticated();
        rules.pathMatchers("/api/custom-rules/**").hasRole(ADMIN.name());
        rules.pathMatchers("/api/**").hasAnyRole(names(AUTHOR, SERVICE, ADMIN));
        rules.matchers(SecurityConfiguration::isNoPage).permitAll();
        rules.anyExchange().denyAll();
    }

    private static Mono<MatchResult> isNoPage(ServerWebExchange exchange) {
        return NoPage.isAskedFor(exchange) ? MatchResult.match() : MatchResult.notMatch();
    }

    private static String[] names(Role... roles) {
        return Arrays.stream(roles).map(Role::name).toArray(String[]::new);
    }
}
