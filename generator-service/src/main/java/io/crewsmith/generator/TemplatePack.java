package io.crewsmith.generator;

import static java.nio.charset.StandardCharsets.UTF_8;

import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.SimpleObjectWrapper;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import io.crewsmith.generator.model.Generation.TemplateVersion;
import io.crewsmith.platform.events.Digests;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;

/**
 * One version of the templates, locked down: no Java objects, no new ones, no other template, nothing that depends on the
 * machine.
 */
final class TemplatePack {

    private static final String ID = "agent";
    private static final String VERSION = "1.0.0";
    private static final String MODULE = "module.ftl";

    private final TemplateVersion version;
    private final Template module;

    private TemplatePack(TemplateVersion version, Template module) {
        this.version = version;
        this.module = module;
    }

    /** The agent's templates, version 1.0.0. */
    static TemplatePack agent() {
        String text = resource("/templates/%s/%s/%s".formatted(ID, VERSION, MODULE));
        var version = new TemplateVersion(ID, VERSION, Digests.sha256(MODULE + "\0" + Digests.sha256(text) + "\n"));
        try {
            return new TemplatePack(version, new Template(MODULE, text, settings()));
        } catch (IOException e) {
            throw new UncheckedIOException("The template cannot be parsed", e);
        }
    }

    private static Configuration settings() {
        var settings = new Configuration(Configuration.VERSION_2_3_34);
        settings.setOutputFormat(PythonOutputFormat.INSTANCE);
        settings.setAutoEscapingPolicy(Configuration.ENABLE_IF_DEFAULT_AUTO_ESCAPING_POLICY);
        settings.setObjectWrapper(new SimpleObjectWrapper(Configuration.VERSION_2_3_34));
        settings.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
        settings.setAPIBuiltinEnabled(false);
        settings.setTemplateLoader(null);
        settings.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        settings.setLogTemplateExceptions(false);
        settings.setLocale(Locale.ROOT);
        settings.setTimeZone(TimeZone.getTimeZone("UTC"));
        settings.setNumberFormat("computer");
        return settings;
    }

    TemplateVersion version() {
        return version;
    }

    /** The code of a module. */
    String render(Map<String, @Nullable Object> data) {
        var writer = new CodeWriter();
        try {
            module.process(data, writer);
        } catch (TemplateException | IOException e) {
            throw new IllegalStateException("The template failed: " + e.getMessage(), e);
        }
        return writer.code();
    }

    private static String resource(String name) {
        try (InputStream stream = TemplatePack.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("The template %s is missing".formatted(name));
            }
            return new String(stream.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + name, e);
        }
    }
}
