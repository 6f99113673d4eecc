package io.crewsmith.gateway.wizard;

import static org.springframework.http.MediaType.TEXT_HTML;

import java.net.URI;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.config.ResourceHandlerRegistry;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/** The pages: one HTML file for all of them, our modules checked at each load, the libraries kept for good. */
@Configuration(proxyBeanMethods = false)
public class WizardConfiguration implements WebFluxConfigurer {

    private static final String FAVICON = "/favicon.ico";

    /** What the pages are called; their modules tell them apart. */
    public static final String[] PAGES = {
        "/",
        "/sign-in",
        "/agents",
        "/agents/*",
        "/deployments",
        "/deployments/*",
        "/rules",
        "/operations",
        "/problems/*"
    };

    /** What the pages are made of. */
    public static final String[] FILES = {"/ui/**", "/webjars/**", FAVICON};

    private static final URI ICON = URI.create("/ui/icon.svg");

    private static final Duration FOR_GOOD = Duration.ofDays(365);

    @Bean
    WizardPage wizardPage() {
        return WizardPage.packed();
    }

    @Bean
    RouterFunction<ServerResponse> wizardPages(WizardPage page) {
        var html = RequestPredicates.methods(HttpMethod.GET, HttpMethod.HEAD);
        var routes = RouterFunctions.route();
        for (String path : PAGES) {
            routes.route(
                    html.and(RequestPredicates.path(path)),
                    request -> ServerResponse.ok()
                            .contentType(TEXT_HTML)
                            .cacheControl(CacheControl.noCache())
                            .bodyValue(page.html()));
        }
        return routes.route(
                        html.and(RequestPredicates.path(FAVICON)),
                        request -> ServerResponse.permanentRedirect(ICON).build())
                .route(
                        request -> NoPage.isAskedFor(request.exchange()),
                        request -> ServerResponse.status(HttpStatus.NOT_FOUND)
                                .contentType(TEXT_HTML)
                                .cacheControl(CacheControl.noCache())
                                .bodyValue(page.html()))
                .build();
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/webjars/**")
                .addResourceLocations("classpath:/META-INF/resources/webjars/")
                .setCacheControl(CacheControl.maxAge(FOR_GOOD).cachePublic().immutable());
        // Files in a reproducible jar are all of the same age, so only their content tells that they have changed.
        registry.addResourceHandler("/ui/**")
                .addResourceLocations("classpath:/META-INF/resources/ui/")
                .setUseLastModified(false)
                .setEtagGenerator(ContentTags::of)
                .setCacheControl(CacheControl.noCache());
    }
}
