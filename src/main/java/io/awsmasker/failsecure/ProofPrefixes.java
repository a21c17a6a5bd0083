package io.awsmasker.failsecure;

import static io.awsmasker.failsecure.ProofBytes.ALNUM;
import static io.awsmasker.failsecure.ProofBytes.UPPER;
import static io.awsmasker.failsecure.ProofTails.ALNUM_10;
import static io.awsmasker.failsecure.ProofTails.ALNUM_16;
import static io.awsmasker.failsecure.ProofTails.ALNUM_32;
import static io.awsmasker.failsecure.ProofTails.ALNUM_8;
import static io.awsmasker.failsecure.ProofTails.ALNUM_9;
import static io.awsmasker.failsecure.ProofTails.CAPITALS_12;
import static io.awsmasker.failsecure.ProofTails.CAPITALS_14;
import static io.awsmasker.failsecure.ProofTails.CAPITALS_20;
import static io.awsmasker.failsecure.ProofTails.CAPITALS_26;
import static io.awsmasker.failsecure.ProofTails.CAPITALS_9;
import static io.awsmasker.failsecure.ProofTails.CAPITAL_HEX_8;
import static io.awsmasker.failsecure.ProofTails.HEX_10;
import static io.awsmasker.failsecure.ProofTails.HEX_12;
import static io.awsmasker.failsecure.ProofTails.HEX_15;
import static io.awsmasker.failsecure.ProofTails.HEX_16;
import static io.awsmasker.failsecure.ProofTails.HEX_17;
import static io.awsmasker.failsecure.ProofTails.HEX_18_27;
import static io.awsmasker.failsecure.ProofTails.HEX_28_32;
import static io.awsmasker.failsecure.ProofTails.HEX_32;
import static io.awsmasker.failsecure.ProofTails.HEX_8;
import static io.awsmasker.failsecure.ProofTails.UUID;

import org.jspecify.annotations.Nullable;

/**
 * The prefixes of resource ids, with the forms of tail that make each of them certain; one that is certain with no tail is
 * left out. A small hash table is filled backwards, from the hyphen to the left, so that one short walk tries every prefix
 * that can end there.
 */
final class ProofPrefixes {
    /** In each line the kind, then its prefixes. */
    private static final String LONG = """
            EC2 i
            MI mi
            RESV r
            AMI ami
            AFI afi agfi
            VPC vpc
            SUBNET subnet
            CIDRASSOC subnet-cidr-assoc vpc-cidr-assoc
            SCR scr
            SG sg
            SGR sgr
            ENI eni
            ENIATT eni-attach ela-attach
            ENIPERM eni-perm
            TRUNK trunk-assoc
            EIP eipalloc
            EIPASSOC eipassoc
            VOL vol
            SNAP snap
            IGW igw
            EIGW eigw
            CAGW cagw
            NAT nat
            RTB rtb
            RTBASSOC rtbassoc
            ACL acl
            ACLASSOC aclassoc
            DOPT dopt
            PCX pcx
            VGW vgw
            CGW cgw
            VPN vpn
            CVPN cvpn-endpoint cvpn-assoc cvpn-connection
            VPCE vpce
            VPCESVC vpce-svc vpce-svc-perm
            VPCENFN vpce-nfn
            VPCEASC vpce-rsc-asc
            TGW tgw
            TGWATT tgw-attach
            TGWRTB tgw-rtb tgw-rtb-ann
            TGWCP tgw-connect-peer
            TGWMC tgw-mcast-domain
            TGWPTB tgw-ptb
            LT lt
            KEYPAIR key
            PG pg
            PL pl
            FLOWLOG fl
            HOSTID h
            HOSTRES hr hro
            CR cr
            CRF crf
            CB cb
            TASK import-ami import-snap export-ami replacevol
            IIPASSOC iip-assoc
            IEW iew
            IEVENT instance-event
            EICE eice
            IPAM ipam ipam-scope ipam-pool ipam-pool-alloc ipam-pool-cidr ipam-res-disco ipam-res-disco-assoc
            IPAM ipam-ext-res-ver-token
            IPPOOL ipv4pool-ec2 ipv6pool-ec2
            COIP ipv4pool-coip coip-pool
            LGW lgw lgw-rtb lgw-vif lgw-vif-grp lgw-vif-grp-assoc lgw-vpc-assoc
            TM tmf tmfr tms tmt
            NIA nip nia nis nisa
            VA vai vagr vae vatp
            VPCBPA vpcbpa-exclude
            RTSRV rs rse rsp
            FS fs
            FSAP fsap
            FSMT fsmt
            FSVOL fsvol fsvolsnap
            SVM svm
            BACKUP backup
            DRA dra
            FC fc
            SSMMW mw
            SSMPB pb
            NETMGR global-network core-network device site link attachment peering connect-peer
            LATTICE svc sn snva snsa snra als rcfg rgw rea listener rule tg
            TRANSFER s c a p w webapp cert hostkey
            RDSPROXY prx prx-endpoint prx-tg
            CKS cks
            RSLVR rslvr-in rslvr-out rslvr-rr rslvr-rrassoc rslvr-fg rslvr-fdl rslvr-frg rslvr-frgassoc
            RSLVR rslvr-autodefined-rr rqlc rqlca rdsc rni rp rpr rpassoc rrpassoc
            DATASYNC task agent loc exec
            DLM policy
            OUTPOST op oo ooi cap
            SAVINGS sp
            RES d-server d-application report app connector csc drsjob lct mgnjob pit rct vcc wave
            """;

    private static final String SHORT = """
            AMI ami aki ari
            VPC vpc
            SUBNET subnet
            CIDRASSOC subnet-cidr-assoc vpc-cidr-assoc
            ENI eni
            ENIATT eni-attach ela-attach
            EIP eipalloc
            EIPASSOC eipassoc
            VOL vol
            SNAP snap
            IGW igw
            RTB rtb
            RTBASSOC rtbassoc
            ACL acl
            ACLASSOC aclassoc
            DOPT dopt
            PCX pcx
            VGW vgw
            CGW cgw
            VPN vpn
            VPCE vpce
            SIR sir
            TASK bun import-ami import-snap
            FSMT fsmt
            """;

    private static final String RESOLVER = """
            RSLVR rslvr-in rslvr-out rslvr-rr rslvr-rrassoc rslvr-fg rslvr-fdl rslvr-frg rslvr-frgassoc
            RSLVR rslvr-autodefined-rr rqlc rqlca rdsc rni
            """;

    private static final int SLOTS = 1024;
    private static final Prefix[] TABLE = new Prefix[SLOTS];
    private static int longest;

    private record Prefix(String text, String kind, int forms) {}

    static {
        add(LONG, HEX_17);
        add(SHORT, HEX_8);
        add(RESOLVER, HEX_15 | HEX_16);
        add("SSO ssoins ps tti ins", HEX_16);
        add(
                "KMS mrk\nIPAM ipam-pool-alloc ipam-pool-cidr\nWORKMAIL m\nRES farm budget monitor lic queueenv\nTASK import-task",
                HEX_32);
        add("SFR sfr\nFLEET fleet\nTASK rimod sci", UUID);
        add("DX dxcon dxvif dxlag dxpeer\nTASK import-i import-vol export-i", ALNUM_8);
        add("RDSRES db cluster\nRES n nd m", CAPITALS_26);
        add("RES sgw", CAPITAL_HEX_8);
        add("DIRECTORY d", HEX_10);
        add("AUTOMATION oi ri opsm", HEX_12);
        add("FSVOL fsvol\nSVM svm\nFSAP fsap", HEX_18_27 | HEX_28_32);
        add("RTB r-rtb", HEX_18_27);
        add("WORKSPACE ws wsb wsi wsipg wsca wsd wspool", ALNUM_9);
        add("ORG o\nBEANSTALK e", ALNUM_10);
        add("RDS bgd", ALNUM_16);
        add("ACCOUNTREQ car", ALNUM_32);
        add("CODEDEPLOY d", CAPITALS_9);
        add("EMR s", CAPITALS_12);
        add("EMR j ci if ig", CAPITALS_12 | CAPITALS_14);
        add("RES df", CAPITALS_20);
    }

    private ProofPrefixes() {}

    /**
     * The widest id whose tail of the given forms follows the hyphen, if a prefix of one of them ends there. Prefixes of
     * one and two letters count in lower case only.
     */
    static @Nullable Leak before(byte[] b, int lo, int hyphen, int forms, boolean capitals) {
        int hash = 0;
        boolean folded = capitals && (forms & ProofTails.CAPITALS) == 0;
        Leak widest = null;
        for (int i = hyphen - 1; i >= lo && hyphen - i <= longest; i--) {
            byte c = b[i];
            if (!ProofBytes.is(c, ALNUM) && c != '-') {
                break;
            }
            folded |= ProofBytes.is(c, UPPER);
            hash = 31 * hash + fold(c);
            if (ProofBytes.startsWord(b, lo, i) && !(folded && hyphen - i < 3)) {
                int possible = ProofIds.isAlone(b, lo, i) ? forms : forms & ~ProofTails.ALONE_ONLY;
                String kind = find(b, i, hyphen, hash, possible);
                widest = kind != null ? new Leak(kind, i) : widest;
            }
        }
        return widest;
    }

    private static @Nullable String find(byte[] b, int start, int end, int hash, int forms) {
        for (int slot = slot(hash); TABLE[slot] != null; slot = (slot + 1) % SLOTS) {
            Prefix prefix = TABLE[slot];
            if ((prefix.forms & forms) != 0 && isSame(prefix.text, b, start, end)) {
                return prefix.kind;
            }
        }
        return null;
    }

    private static boolean isSame(String prefix, byte[] b, int start, int end) {
        if (prefix.length() != end - start) {
            return false;
        }
        for (int k = 0; k < prefix.length(); k++) {
            if (prefix.charAt(k) != fold(b[start + k])) {
                return false;
            }
        }
        return true;
    }

    private static void add(String lines, int forms) {
        for (String line : lines.lines().toList()) {
            String[] words = line.split(" ", -1);
            for (int k = 1; k < words.length; k++) {
                String text = words[k];
                int hash = 0;
                for (int i = text.length() - 1; i >= 0; i--) {
                    hash = 31 * hash + text.charAt(i);
                }
                int slot = slot(hash);
                while (TABLE[slot] != null) {
                    slot = (slot + 1) % SLOTS;
                }
                TABLE[slot] = new Prefix(text, words[0], forms);
                longest = Math.max(longest, text.length());
            }
        }
    }

    private static int slot(int hash) {
        return (hash * 0x9E3779B1) >>> 22;
    }

    private static int fold(byte c) {
        return ProofBytes.is(c, UPPER) ? c + ('a' - 'A') : c;
    }
}
