package io.awsmasker.detect.secret;

import io.awsmasker.detect.bytes.Bytes;
import io.awsmasker.detect.catalogue.IdentifierType;
import io.awsmasker.detect.finding.Candidates;

/** SSH public keys, found from the hyphen of {@code ssh-rsa} or {@code ssh-ed25519}. */
public final class SshKeys {
    private SshKeys() {}

    public static void find(byte[] text, int from, int dash, int to, Candidates found) {
        int kindEnd = Bytes.runEnd(text, dash + 1, to, Bytes.ALNUM);
        if (dash - 3 < from || !Bytes.at(text, dash - 3, dash, "ssh") || !Bytes.at(text, kindEnd, to, " AAAA")) {
            return;
        }
        int end = kindEnd + 1;
        while (end < to && (Bytes.is(text[end], Bytes.ALNUM) || text[end] == '+' || text[end] == '/')) {
            end++;
        }
        while (end < to && text[end] == '=') {
            end++;
        }
        found.shape(IdentifierType.SSHPUB, kindEnd + 1, end);
    }
}
