package io.awsmasker.mapping;

/**
 * What runs inside a standalone Redis, so that nobody sees half a mapping: a token counts only while both of its keys
 * agree. The scripts find, refresh and allocate in one go, a few microseconds for each text. They read before they write,
 * and write what is new first, because Redis looks for free memory only until a script has written.
 *
 * <p>{@code mask} keys hold text to token, {@code unmask} keys token to text. A {@code mask} key whose {@code unmask} key
 * is gone is completed again, since its number was never given to another; one whose {@code unmask} key means something
 * else is replaced by a new token. Texts come as the name that stands in keys and the form that stands in values, so the
 * scripts work on encrypted mappings too.
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
            local nameLength = tonumber(ARGV[6])
            local function maskKey(name)
              if string.find(name, '^[%w_-]+:') then return scoped .. name end
              return plain .. name
            end
            local function prolong(key, ttl)
              if redis.call('PTTL', key) < tonumber(ttl) then redis.call('PEXPIRE', key, ttl) end
            end
            """;

    /**
     * Arguments: the two prefixes of mask keys, that of unmask keys, their two times to live in milliseconds, the length of
     * a name or 0, the prefix of counters, the key that counts new values and their limit or 0, and how many arguments a
     * value has: class, name, stored form and while keys are rotated name and stored form in the other form. The class is
     * empty for a literal that may stay itself; its text is then in the place of the class, after a space. Answer: tokens,
     * or none at all when there are too many new values.
     */
    static final String TOKENS_FOR = MASK_KEY + """
            local counter, newKey, newLimit, width = ARGV[7], ARGV[8], tonumber(ARGV[9]), tonumber(ARGV[10])
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
            local tokens, known, stale, missing = {}, {}, {}, {}
            for i = 11, #ARGV, width do
              local one = {at = (i - 11) / width + 1, class = ARGV[i], text = ARGV[i + 2], key = maskKey(ARGV[i + 1])}
              one.token = redis.call('GET', one.key)
              local here = one.token
              if not one.token and width > 3 then
                one.token = redis.call('GET', maskKey(ARGV[i + 3]))
              end
              local meaning = one.token and redis.call('GET', unmask .. one.token)
              if meaning and meaning == one.text and here then
                table.insert(known, one)
              elseif meaning and (meaning == one.text or (width > 3 and meaning == ARGV[i + 4])) then
                table.insert(stale, one)
              else
                table.insert(missing, one)
              end
            end
            if newLimit > 0 and #missing > 0 then
              local new = redis.call('INCRBY', newKey, #missing)
              redis.call('PEXPIRE', newKey, 120000)
              if new > newLimit then
                redis.call('DECRBY', newKey, #missing)
                return {}
              end
            end
            for _, one in ipairs(missing) do
              local token = one.token
              if not token or not claim(token, one.text) then
                local class, text = one.class, one.text
                local literal = string.match(class, '^ (.*)$')
                if not literal then
                  token = allocate(class, text)
                elseif claim(literal, text) or redis.call('GET', unmask .. literal) == text then
                  token = literal
                else
                  token = allocate('LIT', text)
                end
              end
              redis.call('SET', one.key, token, 'PX', maskTtl)
              tokens[one.at] = token
            end
            for _, one in ipairs(stale) do
              redis.call('SET', unmask .. one.token, one.text, 'PX', unmaskTtl)
              redis.call('SET', one.key, one.token, 'PX', maskTtl)
              tokens[one.at] = one.token
            end
            for _, one in ipairs(known) do
              prolong(one.key, maskTtl)
              prolong(unmask .. one.token, unmaskTtl)
              tokens[one.at] = one.token
            end
            return tokens
            """;

    /**
     * Arguments: the first six as above, then each token and the form in which its own text would be stored. Answer: the
     * stored forms of the originals; unknown tokens are reserved as themselves.
     */
    static final String ORIGINALS_OF = MASK_KEY + """
            local originals = {}
            for i = 7, #ARGV, 2 do
              originals[(i - 5) / 2] = redis.call('GET', unmask .. ARGV[i])
            end
            for i = 7, #ARGV, 2 do
              local at = (i - 5) / 2
              if not originals[at] then
                redis.call('SET', unmask .. ARGV[i], ARGV[i + 1], 'PX', unmaskTtl)
                originals[at] = ARGV[i + 1]
              end
            end
            for i = 7, #ARGV, 2 do
              local token, name = ARGV[i], originals[(i - 5) / 2]
              if nameLength > 0 then name = string.sub(name, 1, nameLength) end
              prolong(unmask .. token, unmaskTtl)
              local current = redis.call('GET', maskKey(name))
              if not current then
                redis.call('SET', maskKey(name), token, 'PX', maskTtl)
              elseif current == token then
                prolong(maskKey(name), maskTtl)
              end
            end
            return originals
            """;

    private RedisScripts() {}
}
