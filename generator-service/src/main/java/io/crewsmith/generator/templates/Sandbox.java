package io.crewsmith.generator.templates;

import freemarker.cache.ConditionalTemplateConfigurationFactory;
import freemarker.cache.FileExtensionMatcher;
import freemarker.cache.StringTemplateLoader;
import freemarker.cache.StrongCacheStorage;
import freemarker.core.ParseException;
import freemarker.core.TemplateClassResolver;
import freemarker.core.TemplateConfiguration;
import freemarker.core._CoreAPI;
import freemarker.template.Configuration;
import freemarker.template.SimpleObjectWrapper;
import freemarker.template.Template;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;

/**
 * FreeMarker, locked down: no Java objects, no new ones, no file but those of the pack, nothing that depends on the machine,
 * and every loop can be interrupted.
 */
final class Sandbox {

    private final Configuration settings = new Configuration(Configuration.VERSION_2_3_34);
    private final StringTemplateLoader loader = new StringTemplateLoader();
    private final Map<String, Template> templates = new HashMap<>();

    /**
     * Parses templates.
     *
     * @param texts by name
     * @throws BrokenPack where one cannot be parsed
     */
    Sandbox(Map<String, String> texts) {
        lockDown();
        texts.forEach(loader::putTemplate);
        texts.keySet().forEach(this::parse);
    }

    Template template(String name) {
        Template template = templates.get(name);
        if (template == null) {
            throw new BrokenPack("%s is missing; add it.".formatted(name));
        }
        return template;
    }

    private void parse(String name) {
        try {
            Template template = settings.getTemplate(name);
            _CoreAPI.addThreadInterruptedChecks(template);
            templates.put(name, template);
        } catch (ParseException e) {
            throw new BrokenPack(
                    name,
                    e.getLineNumber(),
                    e.getEditorMessage().lines().findFirst().orElse("cannot be parsed"));
        } catch (IOException e) {
            throw new UncheckedIOException("Reading from memory cannot fail", e);
        }
    }

    private void lockDown() {
        settings.setTemplateLoader(loader);
        settings.setLocalizedLookup(false);
        // What was parsed stays, with its checks; included parts come from here too.
        settings.setCacheStorage(new StrongCacheStorage());
        settings.setTemplateUpdateDelayMilliseconds(Long.MAX_VALUE);
        settings.setOutputFormat(PythonOutputFormat.INSTANCE);
        settings.setTemplateConfigurations(
                new ConditionalTemplateConfigurationFactory(new FileExtensionMatcher("md.ftl"), page()));
        settings.setAutoEscapingPolicy(Configuration.ENABLE_IF_DEFAULT_AUTO_ESCAPING_POLICY);
        settings.setInterpolationSyntax(Configuration.DOLLAR_INTERPOLATION_SYNTAX);
        settings.setTagSyntax(Configuration.ANGLE_BRACKET_TAG_SYNTAX);
        settings.setObjectWrapper(new SimpleObjectWrapper(Configuration.VERSION_2_3_34));
        settings.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
        settings.setAPIBuiltinEnabled(false);
        settings.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        settings.setLogTemplateExceptions(false);
        settings.setLocale(Locale.ROOT);
        settings.setTimeZone(TimeZone.getTimeZone("UTC"));
        settings.setNumberFormat("computer");
    }

    private static TemplateConfiguration page() {
        var page = new TemplateConfiguration();
        page.setOutputFormat(PageOutputFormat.INSTANCE);
        return page;
    }
}
