package io.awsmasker.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.awsmasker.access.Credential;
import io.awsmasker.claude.Digest;
import io.awsmasker.claude.FinalAnswer;
import io.awsmasker.claude.MaskedRequest;
import io.awsmasker.claude.ReadRequest;
import io.awsmasker.gateway.settings.GatewaySettings;
import io.awsmasker.gateway.settings.UpstreamSettings;
import io.awsmasker.mapping.AnswerCache;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Gives a conversation that is sent again the answer that it got. It is the same one only if the same bytes would leave for the
 * same upstream, with the same headers that shape the answer and with the same credential: whoever has none, or a wrong one,
 * finds nothing. Without a store that works nothing is found either.
 */
@Singleton
class CachedAnswers {
    private static final String OWN_KEY = "the gateway's own";

    private final boolean enabled;
    private final AnswerCache answers;
    private final UpstreamSettings upstream;

    CachedAnswers(GatewaySettings settings, MappingStore store) {
        this.enabled = settings.cache().enabled();
        this.answers = store.answers();
        this.upstream = settings.upstream();
    }

    /** The masked answer that this request got before; empty if there is none that may be given again. */
    Future<Optional<byte[]>> find(Exchange exchange, ReadRequest read, MaskedRequest masked) {
        boolean mayBeAskedAgain =
                enabled && exchange.endpoint().isConversation() && read.asksForWhole() && !read.kept();
        if (!mayBeAskedAgain) {
            return Future.succeededFuture(Optional.empty());
        }
        String question = question(exchange, masked.body());
        exchange.question(question);
        exchange.counts().cacheResult("miss");
        return exchange.here(answers.find(exchange.tenant(), question))
                .otherwise(Optional.empty())
                .map(found -> found.map(answer -> {
                    exchange.counts().cacheResult("hit");
                    return answer.getBytes(UTF_8);
                }));
    }

    /** Keeps the masked answer to a request that may be asked again; never a reason to fail. */
    Future<Void> keep(Exchange exchange, byte[] answer) {
        String question = exchange.question();
        if (question == null || exchange.status() != 200 || !FinalAnswer.is(answer)) {
            return Future.succeededFuture();
        }
        return exchange.here(answers.keep(exchange.tenant(), question, new String(answer, UTF_8)))
                .otherwiseEmpty();
    }

    /** A hash out of which nobody gets the credential back. */
    private String question(Exchange exchange, byte[] body) {
        HttpServerRequest request = exchange.request();
        Map<String, String> shaping = new TreeMap<>();
        HeaderPolicy.request(request.headers()).forEach(header -> {
            String name = header.getKey().toLowerCase(Locale.ROOT);
            if (name.startsWith("anthropic-")) {
                shaping.merge(name, header.getValue(), (first, second) -> first + "," + second);
            }
        });
        return new Digest()
                .add(upstream.url().orElse(""))
                .add(request.uri())
                .add(shaping.toString())
                .add(credential(exchange.caller().credential()))
                .add(body)
                .text();
    }

    private String credential(@Nullable Credential credential) {
        if (upstream.apiKey().isPresent()) {
            return OWN_KEY;
        }
        return credential == null ? "" : credential.header() + ": " + credential.value();
    }
}
