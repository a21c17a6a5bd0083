package io.awsmasker.mapping;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.awsmasker.redis.RedisLink;
import io.awsmasker.redis.RedisSettings;
import io.awsmasker.testing.RedisServers;
import io.awsmasker.testing.RunningRedis;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What a pair of keys in a cluster costs, and what becomes of one that its writer left half done. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClusterPairsTest {
    private static final MappingLimits LIMITS = new MappingLimits(MappingsContract.TTL, 0, 1_000_000);
    private static final String TEXT = "i-1";
    private static final String TOKEN = "EC2_005";
    private static final String PROVISIONAL = "\u0001";

    private final Vertx vertx = Vertx.vertx();
    private final RunningRedis servers = RedisServers.CLUSTER.start();
    private final RedisLink link = new RedisLink(vertx, RedisSettings.from(servers::lookup));
    private final ClusterMappings store = new ClusterMappings(link, StoredTexts.CLEAR, LIMITS);
    private final Asked asked = new Asked(store, Tenant.DEFAULT);

    @BeforeEach
    void begin() {
        servers.flush();
        servers.ask(jedis -> jedis.set("aws:stats:counter:EC2", "5"));
    }

    @AfterAll
    void stop() {
        settle();
        link.close();
        vertx.close();
        servers.close();
    }

    @Test
    void knownValuesCostOneRoundTripAndNewOnesThree() {
        List<Identifier> mixed = new ArrayList<>(MappingsContract.ec2(1, 5_000));
        mixed.add(new Identifier("VPC", "vpc-1"));
        mixed.add(new Identifier(Identifier.LITERAL, "EC2_90001"));
        assertEquals(3, trips(call -> call.tokens(LiteralsLast.of(mixed))));
        assertEquals(1, trips(call -> call.tokens(LiteralsLast.of(mixed))));
        assertEquals(1, trips(call -> call.originals(List.of("EC2_006", "VPC_001", "EC2_90001"))));
        assertEquals(3, trips(call -> call.originals(List.of("EC2_006", "EC2_90002"))));
        assertEquals(3, trips(call -> call.tokens(MappingsContract.ec2(4_000, 9_000))));
    }

    @Test
    void onlyTheTextLeadsToTheToken() {
        assertMended(null, PROVISIONAL + TOKEN, TOKEN);
    }

    @Test
    void onlyTheTokenLeadsToTheText() {
        assertMended(PROVISIONAL + TEXT, null, null);
    }

    @Test
    void bothHalvesAreThereAndNeitherIsFinal() {
        assertMended(PROVISIONAL + TEXT, PROVISIONAL + TOKEN, TOKEN);
    }

    @Test
    void oneHalfIsFinalAlready() {
        assertMended(TEXT, PROVISIONAL + TOKEN, TOKEN);
        assertMended(PROVISIONAL + TEXT, TOKEN, TOKEN);
    }

    @Test
    void theTextLeadsToATokenThatBecameALiteral() {
        assertMended(TOKEN, PROVISIONAL + TOKEN, "EC2_006");
    }

    @Test
    void theTokenOfALostRaceMeansNothing() {
        servers.ask(jedis -> jedis.set("aws:unmask:EC2_004", TEXT));
        assertMended(PROVISIONAL + TEXT, "EC2_004", "EC2_004");
        servers.ask(jedis -> jedis.set("aws:unmask:EC2_004", PROVISIONAL + TEXT));
        assertMended(PROVISIONAL + TEXT, PROVISIONAL + "EC2_004", "EC2_004");
        servers.ask(jedis -> jedis.del("aws:unmask:EC2_004"));
        assertMended(PROVISIONAL + TEXT, PROVISIONAL + "EC2_004", "EC2_004");
    }

    @Test
    void theTokenOfALostRaceIsUsedWhenTheWinnersIsLost() {
        servers.ask(jedis -> jedis.set("aws:unmask:EC2_004", "EC2_004"));
        for (String first : List.of("mask", "unmask")) {
            set("aws:unmask:" + TOKEN, PROVISIONAL + TEXT);
            set("aws:mask:" + TEXT, PROVISIONAL + "EC2_004");
            if (first.equals("unmask")) {
                assertEquals(TEXT, asked.original(TOKEN));
                assertEquals(TOKEN, asked.token("EC2", TEXT));
            } else {
                String token = asked.token("EC2", TEXT);
                assertEquals(TEXT, asked.original(token));
                assertEquals(token.equals(TOKEN) ? TEXT : TOKEN, asked.original(TOKEN));
            }
            settle();
        }
    }

    @Test
    void aLiteralWhoseTokenIsBeingGivenOutIsEscaped() {
        set("aws:unmask:" + TOKEN, PROVISIONAL + TEXT);
        set("aws:mask:" + TOKEN, PROVISIONAL + TOKEN);
        assertEquals("LIT_001", asked.literal(TOKEN));
        assertEquals(TOKEN, asked.token("EC2", TEXT));
        assertEquals(TEXT, asked.original(TOKEN));
        assertEquals(TOKEN, asked.original("LIT_001"));
    }

    @Test
    void twoTextsNeverShareATokenEvenIfTheDataSaysSo() {
        set("aws:mask:i-1", TOKEN);
        set("aws:mask:i-2", TOKEN);
        set("aws:unmask:" + TOKEN, "i-2");
        Map<String, String> tokens = asked.tokens(MappingsContract.ec2(1, 2));
        assertEquals(Map.of("i-1", "EC2_006", "i-2", TOKEN), tokens);
        assertEquals("i-1", asked.original("EC2_006"));
    }

    @Test
    void aTextThatBeginsLikeAMarkIsNoMark() {
        for (String text : List.of("\u0001x", "\u0002x", "\u0001\u0002", "\u0002", "x\u0001")) {
            assertEquals(text, asked.original(asked.token("EC2", text)));
            settle();
            assertEquals(text, asked.original(asked.token("EC2", text)));
        }
    }

    /** In whatever order text and token are asked, they agree, no answer changes, and nothing provisional is left. */
    private void assertMended(@Nullable String unmask, @Nullable String mask, @Nullable String expected) {
        for (boolean textFirst : new boolean[] {true, false}) {
            set("aws:unmask:" + TOKEN, unmask);
            set("aws:mask:" + TEXT, mask);
            String before = textFirst ? "" : asked.original(TOKEN);
            String token = asked.token("EC2", TEXT);
            String original = asked.original(TOKEN);
            assertTrue(before.isEmpty() || before.equals(original), "it said " + before + " and then " + original);
            assertEquals(TEXT, asked.original(token));
            assertEquals(token.equals(TOKEN) ? TEXT : TOKEN, original);
            if (expected != null && textFirst) {
                assertEquals(expected, token);
            }
            settle();
            assertEquals(token, servers.<@Nullable String>ask(jedis -> jedis.get("aws:mask:" + TEXT)));
            assertEquals(original, servers.<@Nullable String>ask(jedis -> jedis.get("aws:unmask:" + TOKEN)));
        }
    }

    private void set(String key, @Nullable String value) {
        servers.ask(jedis -> value == null ? jedis.del(key) : jedis.set(key, value));
    }

    private int trips(Function<ClusterCall, Future<?>> question) {
        ClusterCall call = new ClusterCall(link, Tenant.DEFAULT, StoredTexts.CLEAR, LIMITS);
        Asked.answer(question.apply(call).toCompletionStage());
        Asked.answer(call.afterwards().toCompletionStage());
        return call.roundTrips();
    }

    private void settle() {
        await().until(() -> store.unfinished() == 0);
    }
}
