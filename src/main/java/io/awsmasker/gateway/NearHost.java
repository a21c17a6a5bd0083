package io.awsmasker.gateway;

import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/**
 * Whether a host is one's own or in one's own network, as far as it can be told without asking anybody. A name without a dot is
 * one of a container or a service beside the gateway.
 */
final class NearHost {
    private static final List<String> ENDINGS = List.of(".localhost", ".local", ".internal", ".svc");

    private NearHost() {}

    /** @param host a name, or an address as it stands in a URL */
    static boolean is(String host) {
        byte[] address = NetUtil.createByteArrayFromIpAddressString(host);
        return address == null
                ? host.indexOf('.') < 0 || ENDINGS.stream().anyMatch(host::endsWith)
                : isPrivate(address);
    }

    private static boolean isPrivate(byte[] address) {
        try {
            InetAddress known = InetAddress.getByAddress(address);
            boolean uniqueLocal = address.length == 16 && (address[0] & 0xfe) == 0xfc;
            return uniqueLocal || known.isLoopbackAddress() || known.isSiteLocalAddress() || known.isLinkLocalAddress();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("an address has 4 or 16 bytes", e);
        }
    }
}
