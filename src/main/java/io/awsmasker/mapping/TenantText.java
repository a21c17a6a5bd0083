package io.awsmasker.mapping;

import org.jspecify.annotations.Nullable;

/** A text of one tenant, by which something is kept in memory. The same text of another tenant is another key. */
record TenantText(Tenant tenant, String text) {
    /** Written out, as {@link #hashCode}: see {@link Tenant#equals}. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TenantText key && key.text.equals(text) && key.tenant.equals(tenant);
    }

    @Override
    public int hashCode() {
        return 31 * tenant.hashCode() + text.hashCode();
    }
}
