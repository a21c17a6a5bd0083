package io.awsmasker.operations;

import io.awsmasker.detect.IdentifierType;
import io.awsmasker.gateway.MappingKeys;
import io.awsmasker.mapping.Encryption;
import io.awsmasker.mapping.Identifier;
import io.awsmasker.mapping.MappingException;
import io.awsmasker.mapping.MappingLimits;
import io.awsmasker.mapping.Migration;
import io.awsmasker.mapping.Texts;
import io.awsmasker.redis.RedisLink;
import io.awsmasker.redis.RedisSettings;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.runtime.configuration.DurationConverter;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * {@code migrate} copies mappings from one Redis to another, {@code encrypt} rewrites them with the current key. Both say
 * in one line of JSON what they did, and end with 0 only if nothing was left out.
 */
final class MappingCommand {
    static final Set<String> NAMES = Set.of("migrate", "encrypt");

    private static final String TIMEOUT = "masker.redis.timeout";
    private static final String USAGE = """
            migrate --from WHERE [--to WHERE] [--dry-run]   copies mappings, and changes nothing in the source
            encrypt [--to WHERE]                            rewrites mappings with masker.mapping.encryption-key
            WHERE is redis://[user:password@]host:port/database, or a file with masker.redis.* and masker.mapping.*
            settings; without --to the settings come from the environment, as for the gateway.""";
    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int LEFT_OUT = 2;

    private final Vertx vertx = Vertx.vertx();
    private final Place target;
    private final PrintStream output;

    private MappingCommand(Place target, PrintStream output) {
        this.target = target;
        this.output = output;
    }

    /** Runs a command to its end and returns the exit status. */
    static int run(List<String> arguments, Map<String, String> environment, PrintStream output) {
        String from = after("--from", arguments);
        String to = after("--to", arguments);
        boolean dryRun = arguments.contains("--dry-run");
        boolean migrate = arguments.get(0).equals("migrate");
        int expected = 1 + (from.isEmpty() ? 0 : 2) + (to.isEmpty() ? 0 : 2) + (dryRun ? 1 : 0);
        if (arguments.size() != expected || migrate == from.isEmpty() || (dryRun && !migrate)) {
            output.println(USAGE);
            return FAILED;
        }
        try {
            Place target = to.isEmpty() ? Place.ofEnvironment(environment) : Place.of(to);
            MappingCommand command = new MappingCommand(target, output);
            try {
                return migrate ? command.migrate(Place.of(from), dryRun) : command.encrypt();
            } finally {
                command.vertx.close();
            }
        } catch (ConfigurationException | IllegalArgumentException | MappingException fault) {
            output.println(fault.getMessage());
            return FAILED;
        }
    }

    private int migrate(Place from, boolean dryRun) {
        try (RedisLink source = open(from);
                RedisLink link = open(target)) {
            Migration.Report report = copy(source, from, link, dryRun);
            JsonObject shown = new JsonObject()
                    .put("dryRun", dryRun)
                    .put("read", report.read())
                    .put("copied", report.copied())
                    .put("present", report.present())
                    .put("conflicts", report.conflicts())
                    .put("unusable", report.unusable());
            long missing = 0;
            if (!dryRun) {
                missing = copy(source, from, link, true).copied();
                shown.put("missingAfterwards", missing);
            }
            output.println(shown.encode());
            return report.conflicts() + report.unusable() + missing == 0 ? DONE : LEFT_OUT;
        }
    }

    private Migration.Report copy(RedisLink source, Place from, RedisLink link, boolean dryRun) {
        Predicate<String> known = classes()::contains;
        var migration = new Migration(source, texts(from), link, texts(target), limits(target), known, dryRun);
        return wait(migration.run().toCompletableFuture()::join);
    }

    private int encrypt() {
        try (RedisLink link = open(target)) {
            var encryption = new Encryption(link, texts(target), limits(target));
            long rewritten = wait(encryption.run().toCompletableFuture()::join);
            output.println(new JsonObject().put("rewritten", rewritten).encode());
            return DONE;
        }
    }

    /** Nobody waits for a command as for a request: it has patience unless its settings say how much. */
    private RedisLink open(Place place) {
        boolean told = place.lookup(TIMEOUT).isPresent()
                || place.lookup("REDIS_COMMAND_TIMEOUT").isPresent();
        return new RedisLink(
                vertx,
                RedisSettings.from(name -> told || !name.equals(TIMEOUT) ? place.lookup(name) : Optional.of("20s")));
    }

    private static Texts texts(Place place) {
        return MappingKeys.read(place::lookup);
    }

    private static MappingLimits limits(Place place) {
        String ttl = place.lookup("masker.mapping.ttl")
                .or(() -> place.lookup("MASKING_TTL"))
                .orElse("7d");
        return MappingLimits.of(DurationConverter.parseDuration(ttl));
    }

    private static Set<String> classes() {
        Set<String> classes = Arrays.stream(IdentifierType.values())
                .map(IdentifierType::tokenClass)
                .collect(Collectors.toSet());
        classes.add(Identifier.LITERAL);
        return classes;
    }

    private static <T> T wait(java.util.function.Supplier<T> answer) {
        try {
            return answer.get();
        } catch (CompletionException e) {
            if (e.getCause() instanceof MappingException fault) {
                throw fault;
            }
            throw e;
        }
    }

    private static String after(String option, List<String> arguments) {
        int at = arguments.indexOf(option);
        return at < 0 || at + 1 == arguments.size() ? "" : arguments.get(at + 1);
    }
}
