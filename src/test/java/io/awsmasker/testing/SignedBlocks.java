package io.awsmasker.testing;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Signs thinking and takes back only what it signed, as the newest models do: the text and the signature must be, byte for
 * byte, what they were, and everything in front of the block must mean what it meant.
 */
final class SignedBlocks {
    static final String MODIFIED = "`thinking` or `redacted_thinking` blocks in the latest assistant message cannot be"
            + " modified. These blocks must remain as they were in the original response.";
    static final String CHANGED = "This block must be returned unchanged";
    static final String UNKNOWN = "Invalid `signature` in `thinking` block";
    static final String ELSEWHERE =
            "Invalid `signature` in `thinking` block. The block is bound to a different conversation";

    private final Map<String, Issued> bySignature = new HashMap<>();
    private final Set<String> redacted = new HashSet<>();
    private final Set<String> sealed = new HashSet<>();

    private record Issued(String thinking, RawJson prefix) {}

    /** The blocks as they go out: thinking without a signature gets one that is bound to {@code prefix}. */
    List<Block> sign(List<Block> blocks, RawJson prefix) {
        List<Block> signed = new ArrayList<>();
        for (Block block : blocks) {
            if (block instanceof Block.Thinking thinking && thinking.signature().isEmpty()) {
                String signature = signature(thinking.thinking() + bySignature.size());
                bySignature.put(signature, new Issued(thinking.thinking(), prefix));
                signed.add(new Block.Thinking(thinking.thinking(), signature));
                continue;
            }
            if (block instanceof Block.Whole whole && isSealed(new JsonObject(whole.whole()))) {
                sealed.add(Meaning.exact(new JsonObject(whole.whole())));
            }
            if (block instanceof Block.Whole whole
                    && new JsonObject(whole.whole()).getValue("data") instanceof String data) {
                redacted.add(data);
            }
            signed.add(block);
        }
        return signed;
    }

    /** Why the API would refuse the blocks that came back, or null. */
    @Nullable
    String complaint(Question question, RawJson sent) {
        List<JsonObject> messages = question.messages();
        for (int m = 0; m < messages.size(); m++) {
            List<JsonObject> blocks = Question.objects(messages.get(m).getValue("content"));
            for (int b = 0; b < blocks.size(); b++) {
                String fault = fault(blocks.get(b), sent, m);
                if (fault != null) {
                    return "messages." + m + ".content." + b + ": " + fault;
                }
            }
        }
        return null;
    }

    private @Nullable String fault(JsonObject block, RawJson sent, int message) {
        if ("redacted_thinking".equals(block.getValue("type"))) {
            return redacted.contains(String.valueOf(block.getValue("data"))) ? null : MODIFIED;
        }
        if (isSealed(block)) {
            return sealed.contains(Meaning.exact(block)) ? null : CHANGED;
        }
        if (!"thinking".equals(block.getValue("type"))) {
            return null;
        }
        Issued issued = bySignature.get(String.valueOf(block.getValue("signature")));
        if (issued == null) {
            return UNKNOWN;
        }
        if (!issued.thinking().equals(block.getValue("thinking"))) {
            return MODIFIED;
        }
        List<Buffer> before = sent.messages().subList(0, message);
        RawJson prefix = new RawJson(sent.system(), sent.tools(), before);
        return Meaning.same(prefix, issued.prefix()) ? null : ELSEWHERE;
    }

    /** Blocks without a signature that must come back as they went out all the same. */
    private static boolean isSealed(JsonObject block) {
        return "compaction".equals(block.getValue("type")) || "mcp_tool_listing".equals(block.getValue("type"));
    }

    private static String signature(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-512").digest(text.getBytes(StandardCharsets.UTF_8));
            return "EqQB" + Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
