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
            local newKey, newLimit = ARGV[7], tonumber(ARGV[8])
            local function admits(values)
              if newLimit == 0 or values == 0 then return true end
              local new = redis.call('INCRBY', newKey, values)
              redis.call('PEXPIRE', newKey, 120000)
              if new <= newLimit then return true end
              redis.call('DECRBY', newKey, values)
              return false
            end
            """;

    /**
     * Arguments: the two prefixes of mask keys, that of unmask keys, their two times to live in milliseconds, the length of
     * a name or 0, the key that counts new values and their limit or 0, the prefix of counters, and how many arguments a
     * value has: class, name, stored form and while keys are rotated name and stored form in the other form. The class is
     * empty for a literal that may stay itself; its text is then in the place of the class, after a space. Answer: tokens,
     * or how many new values there are when that is too many.
     */
    static final String TOKENS_FOR = MASK_KEY + Numbering.STEP + """
            local counter, width = ARGV[9], tonumber(ARGV[10])
            local function claim(token, text)
              return redis.call('SET', unmask .. token, text, 'PX', unmaskTtl, 'NX')
            end
            local function allocate(class, text)
              for taken = 0, mostTaken do
                local token = string.format('%s_%03d', class, redis.call('INCRBY', counter .. class, step(taken)))
                if claim(token, text) then return token end
              end
              error('all numbers that were tried stand in texts as invented tokens')
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
            if not admits(#missing) then return #missing end
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
     * Arguments: the first eight as above, then each token and the form in which its own text would be stored. Answer: the
     * stored forms of the originals. Unknown tokens stand for themselves, and are reserved unless they are too many.
     */
    static final String ORIGINALS_OF = MASK_KEY + """
            local originals, invented, unreserved = {}, {}, {}
            for i = 9, #ARGV, 2 do
              local at = (i - 7) / 2
              originals[at] = redis.call('GET', unmask .. ARGV[i])
              if not originals[at] then
                originals[at] = ARGV[i + 1]
                table.insert(invented, at)
              end
            end
            local reserves = admits(#invented)
            for _, at in ipairs(invented) do
              if reserves then
                redis.call('SET', unmask .. ARGV[2 * at + 7], originals[at], 'PX', unmaskTtl)
              end
              unreserved[at] = not reserves
            end
            local function refresh(token, name)
              if nameLength > 0 then name = string.sub(name, 1, nameLength) end
              prolong(unmask .. token, unmaskTtl)
              local current = redis.call('GET', maskKey(name))
              if not current then
                redis.call('SET', maskKey(name), token, 'PX', maskTtl)
              elseif current == token then
                prolong(maskKey(name), maskTtl)
              end
            end
            for at, name in ipairs(originals) do
              if not unreserved[at] then refresh(ARGV[2 * at + 7], name) end
            end
            return originals
            """;

    private RedisScripts() {}
}
