package io.awsmasker.operations;

import io.awsmasker.gateway.Refusals;
import io.awsmasker.gateway.settings.InvalidSettings;
import io.awsmasker.mapping.Encryption;
import io.awsmasker.mapping.MappingException;
import io.awsmasker.mapping.Migration;
import io.awsmasker.redis.RedisLink;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletionException;
import java.util.function.Predicate;

/**
 * {@code migrate} copies mappings from one Redis to another, {@code encrypt} rewrites them with the current key. Both say
 * in one line of JSON what they did, and end with 0 only if nothing was left out.
 */
final class MappingCommand {
    static final Set<String> NAMES = Set.of("migrate", "encrypt");

    static final String USAGE = """
            migrate --from WHERE [--to WHERE] [--dry-run]   copies mappings, and changes nothing in the source
            encrypt [--to WHERE]                            rewrites mappings with masker.mapping.encryption-key
            WHERE is redis://[user:password@]host:port/database, or a file with masker.redis.*, masker.mapping.* and
            masker.custom.* settings; without --to the settings come from the environment, as for the gateway.""";
    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int LEFT_OUT = 2;

    private final Vertx vertx = Vertx.vertx();
    private final RedisLocation target;
    private final PrintStream output;

    private MappingCommand(RedisLocation target, PrintStream output) {
        this.target = target;
        this.output = output;
    }

    /** Runs a command to its end and returns the exit status. */
    static int run(List<String> arguments, Map<String, String> environment, PrintStream output) {
        String from = after("--from", arguments);
        String to = after("--to", arguments);
        if (arguments.contains("--help")) {
            output.println(USAGE);
            return DONE;
        }
        boolean dryRun = arguments.contains("--dry-run");
        boolean migrate = arguments.get(0).equals("migrate");
        int expected = 1 + (from.isEmpty() ? 0 : 2) + (to.isEmpty() ? 0 : 2) + (dryRun ? 1 : 0);
        if (arguments.size() != expected || migrate == from.isEmpty() || (dryRun && !migrate)) {
            output.println(USAGE);
            return FAILED;
        }
        try {
            RedisLocation target =
                    to.isEmpty() ? RedisLocation.ofEnvironment(environment) : RedisLocation.of("--to", to);
            MappingCommand command = new MappingCommand(target, output);
            try {
                return migrate ? command.migrate(RedisLocation.of("--from", from), dryRun) : command.encrypt();
            } finally {
                command.vertx.close();
            }
        } catch (MappingException fault) {
            output.println(Refusals.of(fault));
            return FAILED;
        } catch (InvalidSettings | IllegalArgumentException fault) {
            output.println(fault.getMessage());
            return FAILED;
        }
    }

    private int migrate(RedisLocation from, boolean dryRun) {
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
            if (!report.unknownClasses().isEmpty()) {
                shown.put("unknownClasses", new JsonObject(new TreeMap<>(report.unknownClasses())));
            }
            long missing = 0;
            if (!dryRun) {
                missing = copy(source, from, link, true).copied();
                shown.put("missingAfterwards", missing);
            }
            output.println(shown.encode());
            return report.conflicts() + report.unusable() + missing == 0 ? DONE : LEFT_OUT;
        }
    }

    private Migration.Report copy(RedisLink source, RedisLocation from, RedisLink link, boolean dryRun) {
        Predicate<String> known = target.classes()::contains;
        var migration = new Migration(source, from.texts(), link, target.texts(), target.limits(), known, dryRun);
        return wait(migration.run().toCompletableFuture()::join);
    }

    private int encrypt() {
        try (RedisLink link = open(target)) {
            var encryption = new Encryption(link, target.texts(), target.limits());
            long rewritten = wait(encryption.run().toCompletableFuture()::join);
            output.println(new JsonObject().put("rewritten", rewritten).encode());
            return DONE;
        }
    }

    private RedisLink open(RedisLocation place) {
        return new RedisLink(vertx, place.redis());
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
