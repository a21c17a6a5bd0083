package io.awsmasker.mapping;

/**
 * How texts stand in Redis: as they are, or sealed. The form of a text is always the same, so that stores and scripts may
 * compare what they find with what they expect, without being able to read it.
 */
interface TextForm {
    /** Texts as they are, as long as no encryption key is set. */
    TextForm CLEAR = new TextForm() {
        @Override
        public String name(Tenant tenant, String text) {
            return text;
        }

        @Override
        public String stored(Tenant tenant, String text) {
            return text;
        }

        @Override
        public String nameIn(String stored) {
            return stored;
        }

        @Override
        public String text(Tenant tenant, String stored) {
            return stored;
        }

        @Override
        public int nameLength() {
            return 0;
        }
    };

    /** What stands for a text in the name of a key. */
    String name(Tenant tenant, String text);

    /** What stands for a text in a value; it begins with the name. */
    String stored(Tenant tenant, String text);

    /** The name of the text whose stored form this is. */
    String nameIn(String stored);

    /**
     * Back from {@link #stored}.
     *
     * @throws MappingException if the value is not in this form, or was made with another key
     */
    String text(Tenant tenant, String stored);

    /** How many characters of a stored form are the name, 0 for all of them. */
    int nameLength();
}
