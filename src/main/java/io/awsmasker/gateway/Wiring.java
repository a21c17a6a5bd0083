package io.awsmasker.gateway;

import io.awsmasker.claude.RequestMasking;
import io.awsmasker.detect.Detector;
import io.awsmasker.mask.Masker;
import io.vertx.core.Vertx;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.Config;

/** Puts the rooms that know no framework together. */
@Singleton
class Wiring {
    @Produces
    @Singleton
    Detector detector() {
        return new Detector();
    }

    @Produces
    @Singleton
    Masker masker(Detector detector, MappingStore store) {
        return new Masker(detector, store);
    }

    @Produces
    @Singleton
    RequestMasking requestMasking(Masker masker, MappingStore store, Config config) {
        return new RequestMasking(masker, store.recollections(), ContentSettings.read(config));
    }

    @Produces
    @Singleton
    Upstream upstream(Vertx vertx, UpstreamSettings settings, MappingSettings mapping) {
        return UpstreamAddress.open(vertx, settings, mapping);
    }

    void close(@Disposes Upstream upstream) {
        upstream.close();
    }
}
