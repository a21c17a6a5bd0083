package io.awsmasker.gateway.settings;

import io.awsmasker.detect.catalogue.Family;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;

/**
 * The names of all settings, so that a misspelt one is not taken for one that is not there. What others put into the
 * environment under the same beginning is let be: Kubernetes' variables of a Service, and the image that compose runs.
 */
public final class SettingNames {
    private static final String PREFIX = "masker.";
    private static final String VARIABLES = "MASKER_";

    /** Known by {@link RulesReader} and {@link CustomRulesReader}, which name the families and the parts that there are. */
    private static final List<String> OF_RULES = List.of("masker.mask.", "masker.custom.");

    private static final Set<String> OF_OTHERS = Set.of("MASKER_IMAGE");
    /** As Kubernetes and Docker make them of a Service whose name begins with {@code masker}. */
    private static final Pattern OF_SERVICE = Pattern.compile(
            "MASKER_(\\w+_)?(SERVICE_HOST|SERVICE_PORT(_\\w+)?|PORT_\\d+_(TCP|UDP|SCTP)(_(PROTO|PORT|ADDR))?)");

    private static final Pattern SERVICE_ADDRESS = Pattern.compile("(tcp|udp|sctp)://\\S+");
    private static final Pattern INDEX = Pattern.compile("\\[\\d+]$|_\\d+_$");

    private static final Set<String> NAMES = Stream.concat(
                    Stream.of("""
                            upstream.url upstream.api-key upstream.api-key-file upstream.connect-timeout upstream.idle-timeout upstream.pool-size
                            mapping.use-redis mapping.ttl mapping.stored-ttl mapping.max-entries mapping.max-new-per-minute
                            mapping.encryption-key mapping.encryption-key-file
                            mapping.encryption-key-previous mapping.encryption-key-previous-file
                            redis.type redis.host redis.port redis.database redis.user
                            redis.password redis.password-file redis.auth-token redis.auth-token-file
                            redis.ssl-enabled redis.ssl-verify redis.ca-certificate
                            redis.cluster-mode redis.cluster-endpoint
                            redis.iam.enabled redis.iam.region redis.iam.cache-name redis.iam.serverless
                            redis.timeout redis.pool-size redis.keepalive
                            cache.enabled cache.ttl cache.max-answers cache.max-bytes
                            circuit.failures circuit.delay circuit.successes circuit.timeout circuit.concurrency
                            thinking opaque-content mcp-servers public-url
                            allow preserve-structure log-masked-requests""".split("\\s+")).map(PREFIX::concat),
                    Arrays.stream(Family.values()).map(family -> "masker.mask." + family.switchName()))
            .collect(Collectors.toUnmodifiableSet());

    private SettingNames() {}

    /** The names of all settings as properties, without those of the user's own rules, whose names are free. */
    public static Set<String> all() {
        return NAMES;
    }

    /** What is wrong with each name that nobody reads. */
    public static List<String> unknown(Config config) {
        Set<String> variables = NAMES.stream().map(SettingNames::variable).collect(Collectors.toSet());
        return written(config).stream()
                .filter(name -> OF_RULES.stream()
                        .noneMatch(group -> name.startsWith(group) || name.startsWith(variable(group))))
                .filter(name -> {
                    String bare = INDEX.matcher(name).replaceFirst("");
                    return !NAMES.contains(bare) && !variables.contains(bare);
                })
                .map(name -> name + ": unknown" + advice(name))
                .toList();
    }

    /**
     * What is set under a prefix, each without it. Of an environment variable nobody can tell which underscores are hyphens,
     * so that all are read as hyphens.
     */
    static Set<String> under(String prefix, Config config) {
        String variables = variable(prefix);
        Set<String> names = new TreeSet<>();
        for (String name : written(config)) {
            if (name.startsWith(variables)) {
                names.add(name.substring(variables.length())
                        .toLowerCase(Locale.ROOT)
                        .replace('_', '-'));
            } else if (name.startsWith(prefix)) {
                names.add(name.substring(prefix.length()));
            }
        }
        return names;
    }

    /** All names of ours as they were written; the configuration adds names with dots to those of variables. */
    private static Set<String> written(Config config) {
        Set<String> all = new TreeSet<>();
        config.getPropertyNames().forEach(all::add);
        return all.stream()
                .filter(name -> name.startsWith(VARIABLES)
                        ? !isOfOthers(name, config)
                        : name.startsWith(PREFIX) && !all.contains(variable(name)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isOfOthers(String variable, Config config) {
        return OF_OTHERS.contains(variable)
                || OF_SERVICE.matcher(variable).matches()
                || (variable.endsWith("_PORT")
                        && !NAMES.contains(property(variable))
                        && config.getOptionalValue(variable, String.class)
                                .filter(value -> SERVICE_ADDRESS.matcher(value).matches())
                                .isPresent());
    }

    private static String property(String variable) {
        return variable.toLowerCase(Locale.ROOT).replace('_', '.');
    }

    private static String advice(String name) {
        boolean variable = name.startsWith(VARIABLES);
        return advice(
                name,
                NAMES.stream().map(known -> variable ? variable(known) : known).collect(Collectors.toSet()));
    }

    /** What to do about a name that is none of the known ones. */
    static String advice(String name, Set<String> names) {
        Optional<String> nearest = names.stream()
                .min(Comparator.comparingInt((String known) -> distance(name, known))
                        .thenComparing(Comparator.naturalOrder()));
        int near = Math.min(3, Math.max(1, (name.length() - PREFIX.length()) / 3));
        return nearest.filter(known -> distance(name, known) <= near)
                .map(known -> "; did you mean " + known + "?")
                .orElse("; take it away, or correct it by the table of settings in the README");
    }

    /** How many characters must be added, removed or replaced to make one text of the other (Levenshtein). */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[other.length()];
    }

    private static String variable(String name) {
        return name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }
}
