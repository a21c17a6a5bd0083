package io.awsmasker.gateway.settings;

import io.awsmasker.detect.catalogue.Family;
import io.awsmasker.redis.OldNames;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

/** Warns of variables that begin like old names and are none. They may be somebody else's, so they do not stop the start. */
final class UnknownOldNames {
    private static final Logger LOG = Logger.getLogger(UnknownOldNames.class);
    private static final Pattern BEGINNING = Pattern.compile("(?:MASK|MASKING|ELASTICACHE)_[A-Z0-9_]+");
    /** As Kubernetes and Docker make them of a Service. */
    private static final Pattern OF_SERVICE = Pattern.compile("\\w+_(?:SERVICE_HOST|SERVICE_PORT.*|PORT_\\d+_\\w+)");

    private static final Set<String> KNOWN = Stream.of(
                    Arrays.stream(Family.values()).map(family -> "MASK_" + family.name()),
                    Stream.of("MASKING_TTL", "MASKING_MAX_ENTRIES"),
                    OldNames.ALL.stream())
            .flatMap(names -> names)
            .collect(Collectors.toUnmodifiableSet());

    private UnknownOldNames() {}

    static void warn(Config config) {
        List<String> unknown = StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                .filter(name -> BEGINNING.matcher(name).matches() && !KNOWN.contains(name))
                .filter(name -> !OF_SERVICE.matcher(name).matches())
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .map(name -> name + SettingNames.advice(name, KNOWN))
                .toList();
        if (!unknown.isEmpty()) {
            LOG.warn("Ignored, because no setting has this old name: " + String.join("; ", unknown));
        }
    }
}
