package io.awsmasker.gateway;

import io.awsmasker.claude.ContentPolicy;
import io.awsmasker.claude.RequestMasking;
import io.awsmasker.detect.Detector;
import io.awsmasker.detect.catalogue.Rules;
import io.awsmasker.failsecure.GuardSettings;
import io.awsmasker.gateway.settings.GatewaySettings;
import io.awsmasker.mask.Masker;
import io.vertx.core.Vertx;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

/** Puts the rooms that know no framework together. */
@Singleton
class Wiring {
    private static final Logger LOG = Logger.getLogger(Wiring.class);

    @Produces
    @Singleton
    GatewaySettings settings(Config config) {
        return GatewaySettings.read(config);
    }

    @Produces
    @Singleton
    GuardSettings guard(GatewaySettings settings) {
        return settings.guard();
    }

    @Produces
    @Singleton
    Detector detector(GatewaySettings settings) {
        Rules rules = settings.rules();
        LOG.infof(
                "ruleset %s: families with another policy than mask %s, %d rules of your own, %d allowed values, structure %s",
                rules.version(),
                rules.differing(),
                rules.custom().size(),
                rules.allowed().entries().size(),
                rules.preserveStructure() ? "kept" : "not kept");
        return new Detector(rules);
    }

    @Produces
    @Singleton
    Masker masker(Detector detector, MappingStore store) {
        return new Masker(detector, store);
    }

    @Produces
    @Singleton
    @Lasting
    Masker lasting(Detector detector, MappingStore store) {
        return new Masker(detector, store.lasting());
    }

    @Produces
    @Singleton
    RequestMasking masking(
            Detector detector, Masker masker, @Lasting Masker lasting, MappingStore store, ContentPolicy policy) {
        return new RequestMasking(
                masker, lasting, store.recollections(), policy, detector.rules().version());
    }

    @Produces
    @Singleton
    @Lasting
    RequestMasking masking(Detector detector, @Lasting Masker lasting, MappingStore store, ContentPolicy policy) {
        return masking(detector, lasting, lasting, store, policy);
    }

    @Produces
    @Singleton
    ContentPolicy contentPolicy(GatewaySettings settings) {
        return settings.content();
    }

    @Produces
    @Singleton
    Upstream upstream(Vertx vertx, GatewaySettings settings) {
        return UpstreamAddress.open(vertx, settings.upstream(), settings.mapping());
    }

    void close(@Disposes Upstream upstream) {
        upstream.close();
    }
}
