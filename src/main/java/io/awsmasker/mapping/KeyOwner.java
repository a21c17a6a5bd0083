package io.awsmasker.mapping;

/**
 * Whose a key is, and what stands in it behind that.
 *
 * @param tenant the owner
 * @param content the token, or the name of the text
 */
record KeyOwner(Tenant tenant, String content) {
    /** Of a key in the {@code aws:unmask:} namespace; tokens have no colon. */
    static KeyOwner ofUnmask(String key) {
        return of(KeyNames.UNMASK, key);
    }

    /** Of a key in the {@code aws:mask:} namespace. */
    static KeyOwner ofMask(String key) {
        return of(KeyNames.MASK, key);
    }

    /** Of a key in any namespace whose keys have the id of their tenant in front, unless it is the default one. */
    static KeyOwner of(String namespace, String key) {
        String rest = key.substring(namespace.length());
        int colon = rest.indexOf(':');
        return colon > 0 && Tenant.isId(rest.substring(0, colon))
                ? new KeyOwner(new Tenant(rest.substring(0, colon)), rest.substring(colon + 1))
                : new KeyOwner(Tenant.DEFAULT, rest);
    }
}
