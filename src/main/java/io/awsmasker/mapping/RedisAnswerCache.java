package io.awsmasker.mapping;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.awsmasker.redis.RedisLink;
import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Answers in Redis, shared by all instances, in as many places as a tenant may have answers: {@code aws:cache:17}. A question
 * has one place, where a later answer takes that of an earlier one, so that answers can never fill a Redis that must not evict
 * mappings. The question stands in front of its answer, sealed with it when there is an encryption key: so what is found
 * belongs to the question, whoever may have moved it.
 */
public final class RedisAnswerCache implements AnswerCache {
    private final RedisLink redis;
    private final TextForm form;
    private final CacheLimits limits;

    /** @param texts in what form answers stand in Redis, as originals do */
    public RedisAnswerCache(RedisLink redis, StoredTexts texts, CacheLimits limits) {
        this.redis = redis;
        this.form = texts.current();
        this.limits = limits;
    }

    @Override
    public CompletionStage<Optional<String>> find(Tenant tenant, String question) {
        return Failures.named(ask(Request.cmd(Command.GET).arg(key(tenant, question)))
                .map(found -> Optional.ofNullable(found).flatMap(stored -> opened(tenant, question, stored))));
    }

    /** Empty for what is no answer to this question or was written with another key: nothing that can be used. */
    private Optional<String> opened(Tenant tenant, String question, Response stored) {
        try {
            String text = form.text(tenant, stored.toString());
            String head = question + "\n";
            return text.startsWith(head) ? Optional.of(text.substring(head.length())) : Optional.empty();
        } catch (MappingException unreadable) {
            return Optional.empty();
        }
    }

    @Override
    public CompletionStage<Void> keep(Tenant tenant, String question, String answer) {
        return answer.getBytes(UTF_8).length > limits.maxBytes()
                ? Failures.named(Future.succeededFuture())
                : Failures.named(ask(Request.cmd(Command.SET)
                                .arg(key(tenant, question))
                                .arg(form.stored(tenant, question + "\n" + answer))
                                .arg("PX")
                                .arg(limits.ttl().toMillis()))
                        .mapEmpty());
    }

    @Override
    public CompletionStage<Void> forget(Tenant tenant) {
        return Failures.named(
                new TenantKeys(redis).delete(tenant, KeyNames.CACHE).mapEmpty());
    }

    private String key(Tenant tenant, String question) {
        return new KeyNames(tenant).cache(Math.floorMod(question.hashCode(), limits.maxAnswers()));
    }

    private Future<@Nullable Response> ask(Request request) {
        return redis.send(List.of(request)).map(answers -> answers.get(0));
    }
}
