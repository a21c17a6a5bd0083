package io.awsmasker.mapping;

/**
 * What runs inside Redis, so that nobody sees half a mapping: a token counts only while both of its keys agree. The
 * scripts find, refresh and allocate in one go, a few microseconds for each text. They read before they write, and write
 * what is new first, because Redis looks for free memory only until a script has written.
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
            local function prolong(key, ttl)
              if redis.call('PTTL', key) < tonumber(ttl) then redis.call('PEXPIRE', key, ttl) end
            end
            """;

    /**
     * Arguments: the two prefixes of mask keys, that of unmask keys, their two times to live in milliseconds, the prefix
     * of counters, then class and text of each value, the class empty for a literal that may stay itself. Answer: tokens.
     */
    static final String TOKENS_FOR = MASK_KEY + """
            local counter = ARGV[6]
            local function claim(token, text)
              return redis.call('SET', unmask .. token, text, 'PX', unmaskTtl, 'NX')
            end
            local function allocate(class, text)
              local token
              repeat
                token = string.format('%s_%03d', class, redis.call('INCR', counter .. class))
              until claim(token, text)
              return token
            end
            local tokens, known, missing = {}, {}, {}
            for i = 7, #ARGV, 2 do
              local one = {at = (i - 5) / 2, class = ARGV[i], text = ARGV[i + 1], key = maskKey(ARGV[i + 1])}
              one.token = redis.call('GET', one.key)
              local complete = one.token and redis.call('GET', unmask .. one.token) == one.text
              table.insert(complete and known or missing, one)
            end
            for _, one in ipairs(missing) do
              local token = one.token
              if not token or not claim(token, one.text) then
                local class, text = one.class, one.text
                if class ~= '' then
                  token = allocate(class, text)
                elseif claim(text, text) or redis.call('GET', unmask .. text) == text then
                  token = text
                else
                  token = allocate('LIT', text)
                end
              end
              redis.call('SET', one.key, token, 'PX', maskTtl)
              tokens[one.at] = token
            end
            for _, one in ipairs(known) do
              prolong(one.key, maskTtl)
              prolong(unmask .. one.token, unmaskTtl)
              tokens[one.at] = one.token
            end
            return tokens
            """;

    /** Arguments: as above without the counters, then the tokens. Answer: originals, and unknown tokens as themselves. */
    static final String ORIGINALS_OF = MASK_KEY + """
            local originals = {}
            for i = 6, #ARGV do
              originals[i - 5] = redis.call('GET', unmask .. ARGV[i])
            end
            for i = 6, #ARGV do
              local token, text = ARGV[i], originals[i - 5]
              if not text then
                redis.call('SET', unmask .. token, token, 'PX', unmaskTtl)
                originals[i - 5] = token
              end
            end
            for i = 6, #ARGV do
              local token, key = ARGV[i], maskKey(originals[i - 5])
              prolong(unmask .. token, unmaskTtl)
              local current = redis.call('GET', key)
              if not current then
                redis.call('SET', key, token, 'PX', maskTtl)
              elseif current == token then
                prolong(key, maskTtl)
              end
            end
            return originals
            """;

    private RedisScripts() {}
}
