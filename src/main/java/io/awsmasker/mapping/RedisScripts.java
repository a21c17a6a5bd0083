package io.awsmasker.mapping;

/**
 * What runs inside Redis, so that nobody sees half a mapping: a token counts only while both of its keys agree. The
 * scripts find, refresh and allocate in one go, a few microseconds for each text.
 *
 * <p>{@code mask} keys hold text to token, {@code unmask} keys token to text. A {@code mask} key whose {@code unmask} key
 * is gone is completed again, since its number was never given to another; one whose {@code unmask} key means something
 * else is replaced by a new token.
 *
 * <p>Keys are not declared to Redis: a standalone server does not ask for that, a cluster would.
 */
final class RedisScripts {
    /**
     * The key of a text. Another tenant's keys begin with its id and a colon, so a text of the default tenant that begins
     * like that moves behind the default tenant's own id, where nobody else's texts are.
     */
    private static final String MASK_KEY = """
            local plain, scoped, unmask, maskTtl, unmaskTtl = ARGV[1], ARGV[2], ARGV[3], ARGV[4], ARGV[5]
            local function maskKey(text)
              if string.find(text, '^[%w_-]+:') then return scoped .. text end
              return plain .. text
            end
            """;

    /**
     * Arguments: the two prefixes of mask keys, that of unmask keys, their two times to live in milliseconds, the prefix
     * of counters, then class and text of each value, the class empty for a literal that may stay itself. Answer: tokens.
     */
    static final String TOKENS_FOR = MASK_KEY + """
            local counter = ARGV[6]
            local tokens = {}
            local function owner(token)
              return redis.call('GETEX', unmask .. token, 'PX', unmaskTtl)
            end
            local function claim(token, text)
              return redis.call('SET', unmask .. token, text, 'PX', unmaskTtl, 'NX')
            end
            local function known(key, text)
              local token = redis.call('GETEX', key, 'PX', maskTtl)
              if token and (owner(token) == text or claim(token, text)) then return token end
            end
            local function literal(text)
              if claim(text, text) or owner(text) == text then return text end
            end
            local function allocate(class, text)
              local token
              repeat
                token = string.format('%s_%03d', class, redis.call('INCR', counter .. class))
              until claim(token, text)
              return token
            end
            for i = 7, #ARGV, 2 do
              local class, text = ARGV[i], ARGV[i + 1]
              local key = maskKey(text)
              local token = known(key, text)
              if not token then
                token = class == '' and literal(text) or allocate(class == '' and 'LIT' or class, text)
                redis.call('SET', key, token, 'PX', maskTtl)
              end
              tokens[#tokens + 1] = token
            end
            return tokens
            """;

    /** Arguments: as above without the counters, then the tokens. Answer: originals, and unknown tokens as themselves. */
    static final String ORIGINALS_OF = MASK_KEY + """
            local originals = {}
            for i = 6, #ARGV do
              local token = ARGV[i]
              local text = redis.call('GETEX', unmask .. token, 'PX', unmaskTtl)
              if not text then
                text = token
                redis.call('SET', unmask .. token, text, 'PX', unmaskTtl)
              end
              local key = maskKey(text)
              local current = redis.call('GET', key)
              if not current then
                redis.call('SET', key, token, 'PX', maskTtl)
              elseif current == token then
                redis.call('PEXPIRE', key, maskTtl)
              end
              originals[#originals + 1] = text
            end
            return originals
            """;

    private RedisScripts() {}
}
