package io.awsmasker.detect.infrastructure;

import io.awsmasker.detect.bytes.Bytes;
import io.awsmasker.detect.words.Words;

/**
 * The {@code service} of a step that deploys to ECS in a workflow of GitHub, or of a module of Ansible. Everything has services,
 * so that the action or the module must stand in front; looks a bounded way back.
 */
public final class DeploySteps {
    private static final String KEY = "service";
    private static final String ACTION = "amazon-ecs-deploy-";
    private static final String MODULE = "aws.ecs_";
    private static final int FAR = 512;

    private DeploySteps() {}

    /** Whether the key that ends at {@code keyEnd} is one, and its value at {@code value} a name with a joint. */
    public static boolean is(byte[] text, int from, int keyEnd, int value, int to) {
        int key = keyEnd - KEY.length();
        return key > from
                && text[key - 1] == ' '
                && Bytes.at(text, key, keyEnd, KEY)
                && Words.joined(text, value, to)
                && behindAction(text, Math.max(from, key - FAR), key);
    }

    private static boolean behindAction(byte[] text, int from, int key) {
        for (int i = key - 1; i >= from; i--) {
            if (text[i] == 'a' && (Bytes.at(text, i, key, ACTION) || Bytes.at(text, i, key, MODULE))) {
                return true;
            }
        }
        return false;
    }
}
