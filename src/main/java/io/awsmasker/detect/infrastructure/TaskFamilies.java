package io.awsmasker.detect.infrastructure;

import io.awsmasker.detect.bytes.Boundary;
import io.awsmasker.detect.bytes.Bytes;
import io.awsmasker.detect.words.Words;

/**
 * The {@code family} of a task definition of ECS, whose name it is. Databases, instances and fonts have families too, so that a
 * word of task definitions must stand near it; looks a bounded way to either side.
 */
public final class TaskFamilies {
    private static final String KEY = "amily";
    private static final int FAR = 512;

    private static final String[] SIGNS = {
        "ecs_task_definition",
        "askDefinition",
        "ontainerDefinitions",
        "ontainer_definitions",
        "etworkMode",
        "etwork_mode",
        "equiresCompatibilities"
    };

    private TaskFamilies() {}

    /** Whether the key that ends at {@code keyEnd} is one, and its value at {@code value} a name with a joint. */
    public static boolean is(byte[] text, int from, int keyEnd, int value, int to) {
        int key = keyEnd - KEY.length();
        return key - 1 >= from
                && Bytes.at(text, key, keyEnd, KEY)
                && (text[key - 1] | 32) == 'f'
                && Boundary.before(text, from, key - 1)
                && Words.joined(text, value, to)
                && near(text, Math.max(from, key - FAR), Math.min(to, value + FAR));
    }

    private static boolean near(byte[] text, int start, int end) {
        for (int i = start; i < end; i++) {
            byte first = text[i];
            for (String sign : SIGNS) {
                if (first == sign.charAt(0) && Bytes.at(text, i, end, sign)) {
                    return true;
                }
            }
        }
        return false;
    }
}
